#include "regime/model/internal/grouping.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>

#include <Eigen/Eigenvalues>

#include "regime/model/internal/small_matrix.hpp"

namespace regimen::hmm::internal {
namespace {

std::span<const double> Row(const WorkingSeries& series, std::size_t time) {
  return std::span(series.values).subspan(time * series.dimensions, series.dimensions);
}

double SquaredDistance(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
  return sum;
}

std::vector<std::size_t> PresentTimes(const WorkingSeries& series) {
  std::vector<std::size_t> times;
  for (std::size_t t = 0; t < series.length; ++t) {
    if (series.weights[t] > 0) times.push_back(t);
  }
  return times;
}

// Equal groups of the present times in ascending order of `key`, ties in order of time.
Groups InOrderOf(const std::vector<double>& key, const WorkingSeries& series, int count) {
  std::vector<std::size_t> times = PresentTimes(series);
  std::stable_sort(times.begin(), times.end(),
                   [&key](std::size_t a, std::size_t b) { return key[a] < key[b]; });
  Groups groups(series.length, -1);
  for (std::size_t rank = 0; rank < times.size(); ++rank) {
    groups[times[rank]] = static_cast<int>(rank * static_cast<std::size_t>(count) / times.size());
  }
  return groups;
}

class Centres {
 public:
  Centres(const WorkingSeries& series, int count, RandomStream& random)
      : series_(series), times_(PresentTimes(series)), nearest_(times_.size()) {
    std::vector<double> distance(times_.size(), 1.0);
    for (int chosen = 0; chosen < count; ++chosen) {
      const auto pick = static_cast<std::size_t>(random.Choose(distance));
      const std::span<const double> row = Row(series, times_[pick]);
      values_.insert(values_.end(), row.begin(), row.end());
      for (std::size_t i = 0; i < times_.size(); ++i) {
        const double now = SquaredDistance(Row(series, times_[i]), row);
        distance[i] = chosen == 0 ? now : std::min(distance[i], now);
      }
    }
  }

  // Moves each centre to the mean of what is nearest to it. Returns: whether any assignment
  // changed.
  bool Move() {
    const std::size_t width = series_.dimensions;
    const std::size_t count = values_.size() / width;
    bool changed = false;
    std::vector<double> sums(values_.size(), 0.0);
    std::vector<double> sizes(count, 0.0);
    for (std::size_t i = 0; i < times_.size(); ++i) {
      const std::span<const double> row = Row(series_, times_[i]);
      const std::size_t centre = Nearest(row);
      changed = changed || nearest_[i] != centre;
      nearest_[i] = centre;
      sizes[centre] += 1;
      for (std::size_t d = 0; d < width; ++d) sums[centre * width + d] += row[d];
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (sizes[i / width] > 0) values_[i] = sums[i] / sizes[i / width];
    }
    return changed;
  }

  Groups Assignments() const {
    Groups groups(series_.length, -1);
    for (std::size_t i = 0; i < times_.size(); ++i)
      groups[times_[i]] = static_cast<int>(nearest_[i]);
    return groups;
  }

 private:
  std::size_t Nearest(std::span<const double> row) const {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t centre = 0; centre * row.size() < values_.size(); ++centre) {
      const double distance =
          SquaredDistance(row, std::span(values_).subspan(centre * row.size(), row.size()));
      if (distance < least) {
        least = distance;
        best = centre;
      }
    }
    return best;
  }

  const WorkingSeries& series_;
  std::vector<std::size_t> times_;
  std::vector<std::size_t> nearest_;
  std::vector<double> values_;
};

}  // namespace

Groups GroupByVolatility(const WorkingSeries& series, int count) {
  const std::size_t reach = std::clamp<std::size_t>(series.length / 25, 1, 10);
  // Running sums, so that each window costs two differences.
  std::vector<double> squares(series.length + 1, 0.0);
  std::vector<double> present(series.length + 1, 0.0);
  for (std::size_t t = 0; t < series.length; ++t) {
    double square = 0;
    for (const double value : Row(series, t)) square += value * value;
    squares[t + 1] = squares[t] + square;
    present[t + 1] = present[t] + (series.weights[t] > 0 ? 1 : 0);
  }
  std::vector<double> local(series.length, 0.0);
  for (std::size_t t = 0; t < series.length; ++t) {
    const std::size_t begin = t > reach ? t - reach : 0;
    const std::size_t end = std::min(t + reach + 1, series.length);
    const double size = std::max(present[end] - present[begin], 1.0);
    local[t] = (squares[end] - squares[begin]) / size;
  }
  return InOrderOf(local, series, count);
}

Groups GroupByNearness(const WorkingSeries& series, int count, RandomStream& random) {
  Centres centres(series, count, random);
  constexpr int kMoves = 25;
  for (int move = 0; move < kMoves; ++move) {
    if (!centres.Move()) break;
  }
  return centres.Assignments();
}

Groups GroupByRank(const WorkingSeries& series, int count) {
  if (series.dimensions == 1) return InOrderOf(series.values, series, count);
  const auto width = static_cast<Eigen::Index>(series.dimensions);
  Eigen::MatrixXd spread = Eigen::MatrixXd::Zero(width, width);
  for (std::size_t t = 0; t < series.length; ++t) {
    const Eigen::Map<const SmallVector> row(Row(series, t).data(), width);
    spread += series.weights[t] * row * row.transpose();
  }
  Eigen::VectorXd direction =
      Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(spread).eigenvectors().col(width - 1);
  // An eigenvector's sign is arbitrary; the larger half counts as up.
  if (direction.sum() < 0) direction = -direction;
  std::vector<double> projection(series.length);
  for (std::size_t t = 0; t < series.length; ++t) {
    projection[t] = Eigen::Map<const SmallVector>(Row(series, t).data(), width).dot(direction);
  }
  return InOrderOf(projection, series, count);
}

}  // namespace regimen::hmm::internal
