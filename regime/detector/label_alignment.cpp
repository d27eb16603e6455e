#include "regime/detector/label_alignment.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>

namespace regimen {

namespace {

// Overlaps of old and new states, square; states that one side lacks overlap with nothing.
class OverlapTable {
 public:
  explicit OverlapTable(std::size_t size) : size_(size), values_(size * size, 0.0) {}
  std::size_t Size() const { return size_; }
  double& At(std::size_t before, std::size_t now) { return values_[before * size_ + now]; }
  double At(std::size_t before, std::size_t now) const { return values_[before * size_ + now]; }

 private:
  std::size_t size_;
  std::vector<double> values_;
};

std::size_t Likeliest(std::span<const double> probabilities) {
  return static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
}

// The one-to-one matching of largest sum, by dynamic programming over the sets of new states that
// the first old states have taken. Returns: the new state of each old one.
std::vector<std::size_t> BestMatching(const OverlapTable& overlap) {
  const std::size_t size = overlap.Size();
  const std::size_t sets = std::size_t{1} << size;
  std::vector<double> best(sets, -1);
  std::vector<std::uint8_t> last(sets, 0);
  best[0] = 0;
  for (std::size_t set = 0; set + 1 < sets; ++set) {
    const auto before = static_cast<std::size_t>(std::popcount(set));
    for (std::size_t now = 0; now < size; ++now) {
      const std::size_t with = set | (std::size_t{1} << now);
      if (with == set) continue;
      const double sum = best[set] + overlap.At(before, now);
      if (sum <= best[with]) continue;
      best[with] = sum;
      last[with] = static_cast<std::uint8_t>(now);
    }
  }
  std::vector<std::size_t> matched(size);
  std::size_t set = sets - 1;
  for (std::size_t before = size; before-- > 0;) {
    matched[before] = last[set];
    set &= ~(std::size_t{1} << last[set]);
  }
  return matched;
}

}  // namespace

LabelAlignment AlignLabels(const hmm::ProbabilityTable& before, const hmm::ProbabilityTable& now,
                           std::size_t offset) {
  const std::size_t old_states = before.States();
  const std::size_t new_states = now.States();
  const std::size_t common =
      offset < before.Times() ? std::min(before.Times() - offset, now.Times()) : 0;

  OverlapTable overlap(std::max(old_states, new_states));
  for (std::size_t t = 0; t < common; ++t) {
    for (std::size_t i = 0; i < old_states; ++i) {
      for (std::size_t j = 0; j < new_states; ++j) {
        overlap.At(i, j) += before(t + offset, i) * now(t, j);
      }
    }
  }
  const std::vector<std::size_t> matched = BestMatching(overlap);

  LabelAlignment result;
  result.common_bars = static_cast<int>(common);
  result.moved_to.assign(old_states, -1);
  for (std::size_t old_state = 0; old_state < matched.size(); ++old_state) {
    if (matched[old_state] >= new_states) continue;
    if (old_state < old_states) result.moved_to[old_state] = static_cast<int>(result.order.size());
    result.order.push_back(static_cast<int>(matched[old_state]));
  }

  int same = 0;
  for (std::size_t t = 0; t < common; ++t) {
    const int moved = result.moved_to[Likeliest(before.Row(t + offset))];
    same += moved >= 0 && result.order[static_cast<std::size_t>(moved)] ==
                              static_cast<int>(Likeliest(now.Row(t)));
  }
  if (common > 0) result.agreement = static_cast<double>(same) / static_cast<double>(common);
  return result;
}

}  // namespace regimen
