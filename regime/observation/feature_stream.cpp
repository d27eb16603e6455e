#include "regime/observation/feature_stream.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

#include "regime/observation/rolling_values.hpp"

namespace regimen {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

double AveragePriceOf(const PriceBar& bar) {
  return (bar.open + bar.high + bar.low + bar.close) / 4;
}

double CloseOf(const PriceBar& bar) { return bar.close; }

double Ratio(double value, double divisor) { return divisor == 0 ? kMissing : value / divisor; }

// A value and the one before it.
template <double (*PriceOf)(const PriceBar&), double (*Change)(double now, double before)>
class ChangeStream final : public FeatureStream {
 public:
  double Update(const PriceBar& bar) override {
    const double before = price_;
    price_ = PriceOf(bar);
    return std::isnan(before) ? kMissing : Change(price_, before);
  }

 private:
  double price_ = kMissing;
};

double LogRatio(double now, double before) { return std::log(now / before); }
double Difference(double now, double before) { return now - before; }

using LogReturnStream = ChangeStream<CloseOf, LogRatio>;

// A number of the bar alone.
template <double (*ValueOf)(const PriceBar&)>
class BarStream final : public FeatureStream {
 public:
  double Update(const PriceBar& bar) override { return ValueOf(bar); }
};

double RangeOf(const PriceBar& bar) { return std::log(bar.high / bar.low); }

// A statistic of the last changes from bar to bar.
template <class Changes, std::size_t kRows, double (*Statistic)(const RollingValues&)>
class LastChangesStream final : public FeatureStream {
 public:
  double Update(const PriceBar& bar) override {
    const double value = changes_.Update(bar);
    if (!std::isnan(value)) values_.Push(value);
    return values_.Full() ? Statistic(values_) : kMissing;
  }

 private:
  Changes changes_;
  RollingValues values_{kRows};
};

template <std::size_t kRows, double (*Statistic)(const RollingValues&)>
using ReturnStream = LastChangesStream<LogReturnStream, kRows, Statistic>;

double DeviationOf(const RollingValues& values) { return values.SampleDeviation(); }

double MeanOfLast(const RollingValues& values, std::size_t rows) {
  double sum = 0;
  for (const double value : values.Values().last(rows)) sum += value;
  return sum / static_cast<double>(rows);
}

double MomentumOf(const RollingValues& values) { return MeanOfLast(values, 5) * values.Mean(); }

// Pearson's correlation with 0, 1, 2, ...
double CorrelationWithTime(const RollingValues& values) {
  const double mean = values.Mean();
  const double middle = (static_cast<double>(values.Values().size()) - 1) / 2;
  double common = 0;
  double squares = 0;
  double time_squares = 0;
  double time = -middle;
  for (const double value : values.Values()) {
    common += (value - mean) * time;
    squares += (value - mean) * (value - mean);
    time_squares += time * time;
    time += 1;
  }
  return Ratio(common, std::sqrt(squares * time_squares));
}

double ContextOf(const RollingValues& values) {
  constexpr std::size_t kShort = 20;
  RollingValues last(kShort);
  for (const double value : values.Values().last(kShort)) last.Push(value);
  return Ratio(last.SampleDeviation(), values.SampleDeviation());
}

double ConsistencyOf(const RollingValues& values) {
  double signs = 0;
  for (const double value : values.Values()) {
    signs += static_cast<double>(value > 0) - static_cast<double>(value < 0);
  }
  return std::abs(signs) / static_cast<double>(values.Values().size());
}

// Of the last changes of the close.
double RelativeStrengthOf(const RollingValues& changes) {
  double gains = 0;
  double losses = 0;
  for (const double change : changes.Values()) (change > 0 ? gains : losses) += std::abs(change);
  return 100 * Ratio(gains, gains + losses);
}

using RsiStream = LastChangesStream<ChangeStream<CloseOf, Difference>, 14, RelativeStrengthOf>;

// An exponential average with weight 2 / (n + 1), begun at its first value.
class ExponentialAverage {
 public:
  explicit ExponentialAverage(double rows) : weight_(2 / (rows + 1)) {}
  double Update(double value) {
    average_ = std::isnan(average_) ? value : average_ + weight_ * (value - average_);
    return average_;
  }

 private:
  double weight_;
  double average_ = kMissing;
};

template <bool kHistogram>
class MacdStream final : public FeatureStream {
 public:
  double Update(const PriceBar& bar) override {
    const double line = fast_.Update(bar.close) - slow_.Update(bar.close);
    const double signal = signal_.Update(line);
    // The averages are begun at their first values; by now those weigh little.
    if (++bars_ < (kHistogram ? kSlowRows + kSignalRows : kSlowRows)) return kMissing;
    return kHistogram ? line - signal : line;
  }

 private:
  static constexpr int kFastRows = 12;
  static constexpr int kSlowRows = 26;
  static constexpr int kSignalRows = 9;
  ExponentialAverage fast_{kFastRows};
  ExponentialAverage slow_{kSlowRows};
  ExponentialAverage signal_{kSignalRows};
  int bars_ = 0;
};

// A statistic of the last 20 values and the newest one.
template <double (*ValueOf)(const PriceBar&), double (*Statistic)(const RollingValues&)>
class LevelStream final : public FeatureStream {
 public:
  double Update(const PriceBar& bar) override {
    values_.Push(ValueOf(bar));
    return values_.Full() ? Statistic(values_) : kMissing;
  }

 private:
  RollingValues values_{20};
};

double VolumeOf(const PriceBar& bar) { return std::isfinite(bar.volume) ? bar.volume : kMissing; }
double MeanOf(const RollingValues& values) { return values.Mean(); }
double ShareOfMean(const RollingValues& values) {
  return Ratio(values.Values().back(), values.Mean());
}
double BandPosition(const RollingValues& values) {
  const double band = 2 * values.SampleDeviation();
  return Ratio(values.Values().back() - values.Mean() + band, 2 * band);
}

class PriceVolumeTrendStream final : public FeatureStream {
 public:
  double Update(const PriceBar& bar) override {
    const double before = close_;
    close_ = bar.close;
    if (std::isnan(before)) return kMissing;
    const double change = bar.volume * (bar.close - before) / before;
    if (!std::isfinite(change)) return kMissing;
    trend_ += change;
    return trend_;
  }

 private:
  double close_ = kMissing;
  double trend_ = 0;
};

}  // namespace

std::unique_ptr<FeatureStream> MakeFeatureStream(Feature feature) {
  switch (feature) {
    case Feature::LogReturn:
      return std::make_unique<LogReturnStream>();
    case Feature::AverageLogReturn:
      return std::make_unique<ChangeStream<AveragePriceOf, LogRatio>>();
    case Feature::ReturnRatio:
      return std::make_unique<ChangeStream<AveragePriceOf, Ratio>>();
    case Feature::AveragePrice:
      return std::make_unique<BarStream<AveragePriceOf>>();
    case Feature::PriceChange:
      return std::make_unique<ChangeStream<AveragePriceOf, Difference>>();
    case Feature::Range:
      return std::make_unique<BarStream<RangeOf>>();
    case Feature::Volatility:
      return std::make_unique<ReturnStream<20, DeviationOf>>();
    case Feature::Rsi:
      return std::make_unique<RsiStream>();
    case Feature::MomentumStrength:
      return std::make_unique<ReturnStream<20, MomentumOf>>();
    case Feature::TrendPersistence:
      return std::make_unique<ReturnStream<10, CorrelationWithTime>>();
    case Feature::VolatilityContext:
      return std::make_unique<ReturnStream<60, ContextOf>>();
    case Feature::DirectionalConsistency:
      return std::make_unique<ReturnStream<15, ConsistencyOf>>();
    case Feature::Macd:
      return std::make_unique<MacdStream<false>>();
    case Feature::MacdHistogram:
      return std::make_unique<MacdStream<true>>();
    case Feature::BollingerPosition:
      return std::make_unique<LevelStream<CloseOf, BandPosition>>();
    case Feature::Sma:
      return std::make_unique<LevelStream<CloseOf, MeanOf>>();
    case Feature::VolumeSma:
      return std::make_unique<LevelStream<VolumeOf, MeanOf>>();
    case Feature::VolumeRatio:
      return std::make_unique<LevelStream<VolumeOf, ShareOfMean>>();
    case Feature::PriceVolumeTrend:
      return std::make_unique<PriceVolumeTrendStream>();
  }
  return nullptr;
}

}  // namespace regimen
