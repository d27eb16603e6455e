#include "regime/detector/regime_detector.hpp"

#include <algorithm>
#include <cmath>

#include "regime/model/hmm_error.hpp"

namespace regimen {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

DetectorOptions Checked(const DetectorOptions& options) {
  options.Validate();
  return options;
}

std::size_t CapacityOf(const DetectorOptions& options) {
  return options.window_type == WindowType::Expanding ? 0
                                                      : static_cast<std::size_t>(options.window);
}

// Of `bars` bars, oldest first: one `half_life` bars back weighs half.
std::vector<double> FallingWeights(std::size_t bars, double half_life) {
  std::vector<double> weights(bars);
  for (std::size_t i = 0; i < bars; ++i) {
    weights[i] = std::exp2(-static_cast<double>(bars - 1 - i) / half_life);
  }
  return weights;
}

bool HasMissing(std::span<const double> row) {
  return std::ranges::any_of(row, [](double value) { return std::isnan(value); });
}

}  // namespace

RegimeDetector::RegimeDetector(const DetectorOptions& options)
    : options_(Checked(options)),
      pipeline_(options_.features),
      monitor_(options_.limits),
      window_(pipeline_.Dimensions(), CapacityOf(options_)) {}

bool RegimeDetector::Update(const PriceBar& bar, const hmm::Workers& workers) {
  if (!Observe(bar)) return false;
  if (refit_is_due_) Adopt(PerformRefit(Request(), workers));
  return true;
}

// ---- A bar

bool RegimeDetector::Observe(const PriceBar& bar) {
  if (begun_ && bar.time <= time_) return false;
  begun_ = true;
  soundness_ = monitor_.Check(bar);
  time_ = bar.time;
  log_return_ = kNone;
  refit_is_due_ = false;
  if (soundness_ != DetectorStatus::InvalidPrice) {
    if (soundness_ == DetectorStatus::SeriesGap) Restart();
    Take(bar, soundness_);
    refit_is_due_ = IsDue();
  }
  if (!refit_is_due_) Tell();
  return true;
}

// Behind a gap nothing of before is a neighbour of what comes.
void RegimeDetector::Restart() {
  pipeline_ = FeaturePipeline(options_.features);
  window_.Clear();
  model_.reset();
  close_ = 0;
  state_ = -1;
  behind_a_gap_ = true;
}

void RegimeDetector::Take(const PriceBar& bar, DetectorStatus soundness) {
  const bool split = soundness == DetectorStatus::SuspectedSplit;
  // What looks back over the split would mix prices of two units.
  if (split) pipeline_ = FeaturePipeline(options_.features);
  const std::span<const double> row = pipeline_.Update(bar);
  if (close_ > 0 && !split) log_return_ = std::log(bar.close / close_);
  close_ = bar.close;
  // The window begins where the features do.
  if (window_.Size() == 0 && HasMissing(row)) return;

  window_.Push(bar.time, row, log_return_);
  if (split) window_.MaskLast(1);
  if (soundness == DetectorStatus::StalePrice) {
    window_.MaskLast(static_cast<std::size_t>(monitor_.UnchangedBars()));
  }
  if (options_.window_type == WindowType::Exponential && weights_.size() != window_.Size()) {
    weights_ = FallingWeights(window_.Size(), options_.half_life);
  }
  ++model_age_;
  ++bars_since_cold_;
  if (!model_) return;
  try {
    model_->Filter().Update(window_.Row(window_.Size() - 1));
  } catch (const hmm::HmmError&) {
    model_.reset();  // impossible in every state: the next refit has to explain it
  }
}

// ---- A refit

bool RegimeDetector::IsDue() const {
  if (soundness_ != DetectorStatus::Ready) return false;
  if (window_.Size() < static_cast<std::size_t>(options_.BarsToBegin())) return false;
  return !model_ || options_.refit.IsDue(last_fit_.time, time_, model_age_);
}

bool RegimeDetector::ColdIsDue() const {
  return !model_ || bars_since_cold_ >= options_.cold_start_bars;
}

hmm::FitTask RegimeDetector::ColdTask() const {
  hmm::FitTask task;
  task.observations = {.values = window_.Rows(),
                       .dimensions = pipeline_.Dimensions(),
                       .weights = std::span(weights_)};
  task.options = options_.fit;
  task.options.missing = hmm::MissingPolicy::Skip;
  return task;
}

RefitRequest RegimeDetector::Request() const {
  RefitRequest request{.task = ColdTask(), .times = window_.Times(), .selection = {}};
  hmm::FitTask& task = request.task;
  if (model_) {
    task.warm = model_->Parameters();
    task.options.states = task.warm->states;
  }
  if (!ColdIsDue()) {
    task.options.starts.clear();
    task.options.random_starts = 0;
  } else if (options_.selection) {
    request.selection = options_.selection;
    request.selection->previous_states = model_ ? model_->Parameters().states : 0;
  }
  return request;
}

void RegimeDetector::Adopt(const hmm::FitResult& result) {
  refit_is_due_ = false;
  behind_a_gap_ = false;
  ++fits_;
  Summarise(result.report);
  std::optional<AdoptedModel> adopted;
  if (result.parameters) {
    try {
      adopted.emplace(*result.parameters, window_, weights_, Model(), options_.bars_per_year);
      last_fit_.states = result.parameters->states;
      last_fit_.agreement = adopted->Alignment().agreement;
      last_fit_.jump = adopted->Alignment().Jump();
      MoveState(adopted->Alignment());
    } catch (const hmm::HmmError& error) {
      last_fit_.stop = hmm::StopReason::Rejected;
      last_fit_.message = error.what();
    }
  }
  if (ColdIsDue()) bars_since_cold_ = 0;
  model_ = std::move(adopted);
  model_age_ = 0;
  Tell();
}

void RegimeDetector::Summarise(const hmm::FitReport& report) {
  last_fit_ = {.time = time_,
               .stop = report.stop,
               .message = report.message,
               .observations = report.observations,
               .log_likelihood = report.log_likelihood,
               .objective = report.objective,
               .bic = report.bic,
               .iterations = report.iterations,
               .cold = ColdIsDue(),
               .distinct_optima = report.distinct_optima,
               .gap_to_next = report.gap_to_next};
  if (!report.starts.empty()) {
    last_fit_.start = report.starts[static_cast<std::size_t>(report.best_start)].method;
  }
}

void RegimeDetector::MoveState(const LabelAlignment& alignment) {
  if (!model_ || state_ < 0) {
    state_ = -1;
    return;
  }
  state_ = alignment.moved_to[static_cast<std::size_t>(state_)];
}

// ---- What is said of the bar

DetectorStatus RegimeDetector::StatusNow() const {
  switch (soundness_) {
    case DetectorStatus::InvalidPrice:
    case DetectorStatus::SuspectedSplit:
    case DetectorStatus::StalePrice:
      return soundness_;
    default:
      break;
  }
  if (model_) return DetectorStatus::Ready;
  if (behind_a_gap_) return DetectorStatus::SeriesGap;
  return fits_ > 0 ? DetectorStatus::FitRejected : DetectorStatus::WarmingUp;
}

void RegimeDetector::Tell() {
  snapshot_ = {};
  snapshot_.time = time_;
  snapshot_.status = StatusNow();
  if (!model_) {
    regime_ = Regime::Unknown;
    return;
  }
  const int chosen =
      ChooseState(model_->Filter().Filtered(), state_, bars_in_state_, options_.switching);
  bars_in_state_ = chosen == state_ ? bars_in_state_ + 1 : 1;
  state_ = chosen;
  if (snapshot_.IsReady()) FillSnapshot(*model_);
}

void RegimeDetector::FillSnapshot(const AdoptedModel& model) {
  const NamedState& named = model.States()[static_cast<std::size_t>(state_)];
  age_ = named.regime == regime_ ? age_ + 1 : 1;
  regime_ = named.regime;

  RegimeSnapshot& s = snapshot_;
  s.regime = named.regime;
  s.label = named.label;
  s.rank = named.rank;
  s.state = state_;
  s.states = model.Parameters().states;
  std::ranges::copy(model.Filter().Filtered(), s.filtered.begin());
  std::ranges::copy(model.Filter().Predicted(), s.predicted.begin());
  std::ranges::transform(model.States(), s.regimes.begin(), &NamedState::regime);
  s.confidence = s.filtered[static_cast<std::size_t>(state_)];
  s.age = age_;
  s.expected_duration = model.ExpectedDuration(state_);
  const StateMoments next = model.NextReturn();
  s.expected_return = next.mean;
  s.expected_volatility = next.volatility;
  s.fit_stop = last_fit_.stop;
  s.model_age = model_age_;
}

}  // namespace regimen
