#include "framework/engine/event_loop.hpp"

#include <algorithm>

#include "framework/algorithm/algorithm_state.hpp"
#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/core/error.hpp"
#include "framework/engine/end_of_day_events.hpp"
#include "framework/engine/result_recorder.hpp"
#include "framework/feed/synchronizer.hpp"
#include "framework/feed/universe_selection.hpp"
#include "framework/portfolio/margin_call_model.hpp"
#include "framework/scheduling/scheduled_event_runner.hpp"
#include "framework/securities/margin_interest_rate_model.hpp"
#include "framework/securities/settlement_model.hpp"
#include "framework/statistics/trade_builder.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen {

namespace {

DateTime NextFullHour(DateTime utc) {
  return utc.RoundDown(TimeSpan::FromHours(1)) + TimeSpan::FromHours(1);
}

void Store(Security& security, const BaseData& point) {
  switch (point.DataType()) {
    case MarketDataType::TradeBar:
      security.Cache.Store(static_cast<const TradeBar&>(point));
      break;
    case MarketDataType::QuoteBar:
      security.Cache.Store(static_cast<const QuoteBar&>(point));
      break;
    case MarketDataType::Tick:
    case MarketDataType::Base:
    case MarketDataType::Auxiliary:
    case MarketDataType::OptionChain:
    case MarketDataType::FuturesChain:
      break;
  }
}

// A feed's ticks of one instant count together, its bars one by one.
void Store(const TimeSlice::Packet& packet, const Slice& points) {
  const std::span<const Tick> ticks = points.TicksAt(packet.first, packet.count);
  if (!ticks.empty()) return packet.security->Cache.Store(ticks);
  for (std::uint32_t i = 0; i < packet.count; ++i) {
    Store(*packet.security, points.PointAt(packet.first + i));
  }
}

bool IsQuote(const BaseData& point) {
  if (point.DataType() != MarketDataType::Tick) {
    return point.DataType() == MarketDataType::QuoteBar;
  }
  return static_cast<const Tick&>(point).TickType() == TickType::Quote;
}

bool IsForConsolidators(const BaseData& point) {
  if (point.DataType() == MarketDataType::Auxiliary) return false;
  return point.DataType() != MarketDataType::Tick || !static_cast<const Tick&>(point).Suspicious();
}

// Hands a feed's points to each of its consolidators, then lets that one look at the clock.
void Feed(const SubscriptionManager& manager, const TimeSlice::Packet& packet,
          const Slice& points) {
  std::uint32_t first = 0;
  while (first < packet.count && !IsForConsolidators(points.PointAt(packet.first + first))) ++first;
  if (first == packet.count) return;
  const Symbol& symbol = packet.security->GetSymbol();
  const TickType tick_type =
      IsQuote(points.PointAt(packet.first + first)) ? TickType::Quote : TickType::Trade;
  // A handler may add and remove consolidators: the list is asked anew for each, and those added
  // begin with the next point.
  const auto* list = manager.Find(symbol, tick_type);
  const std::size_t count = list == nullptr ? 0 : list->size();
  for (std::size_t i = 0; i < count; ++i) {
    list = manager.Find(symbol, tick_type);
    if (list == nullptr || i >= list->size()) return;
    const std::shared_ptr<DataConsolidator> consolidator = (*list)[i];
    for (std::uint32_t point = first; point < packet.count; ++point) {
      const BaseData& data = points.PointAt(packet.first + point);
      if (IsForConsolidators(data)) consolidator->Update(data);
    }
    consolidator->Scan(packet.security->LocalTime());
  }
}

struct RealClock {
  StageClock* clock;
  void Enter(RunStage stage) const { clock->Enter(stage); }
};

// Without --profile no clock is read in the loop.
struct NoClock {
  void Enter(RunStage /*stage*/) const {}
};

}  // namespace

// The order is LEAN's (AlgorithmManager.Run); changing it changes results.
const std::array<EventLoop::Stage, 24> EventLoop::kStages{{
    {"status", &EventLoop::CheckQuit, RunStage::Prices},
    {"data points", &EventLoop::CountDataPoints, RunStage::Prices},
    {"portfolio value", &EventLoop::StopWithoutCapital, RunStage::Prices},
    {"past scheduled events", &EventLoop::RunPastEvents, RunStage::ScheduledEvents},
    {"clock", &EventLoop::MoveClock, RunStage::Prices},
    {"time pulse", &EventLoop::PassPulse, RunStage::Prices},
    {"current slice", &EventLoop::ShowSlice, RunStage::Prices},
    {"security changes", &EventLoop::ApplySecurityChanges, RunStage::Prices},
    {"prices", &EventLoop::UpdatePrices, RunStage::Prices},
    {"settlement and interest", &EventLoop::ScanHourlyModels, RunStage::Prices},
    {"portfolio refresh", &EventLoop::InvalidatePortfolio, RunStage::Prices},
    {"OnSymbolChangedEvents", &EventLoop::TellSymbolChanges, RunStage::Strategy},
    {"orders", &EventLoop::ProcessOrders, RunStage::Orders},
    {"scheduled events", &EventLoop::RunDueEvents, RunStage::ScheduledEvents},
    {"margin calls", &EventLoop::CheckMargin, RunStage::MarginCalls},
    {"OnSecuritiesChanged", &EventLoop::TellSecurityChanges, RunStage::Strategy},
    {"dividends", &EventLoop::PayDividends, RunStage::Prices},
    {"splits", &EventLoop::ApplySplits, RunStage::Prices},
    {"consolidators and indicators", &EventLoop::FeedConsolidators, RunStage::Consolidators},
    {"OnSplits, OnDividends, OnDelistings", &EventLoop::TellCorporateActions, RunStage::Strategy},
    {"OnData", &EventLoop::CallOnData, RunStage::Strategy},
    {"orders of the step", &EventLoop::ProcessOrders, RunStage::Orders},
    {"samples", &EventLoop::Sample, RunStage::Samples},
    {"end of step", &EventLoop::EndStep, RunStage::Strategy},
}};

EventLoop::EventLoop(RunParts& parts, const std::atomic<bool>& cancel)
    : parts_(&parts), cancel_(&cancel) {}

template <class Call>
bool EventLoop::Guard(std::string_view stage, Call call) {
  try {
    call();
    return true;
  } catch (const DataError&) {
    throw;  // no fault of the strategy's
  } catch (...) {
    runtime_error_ = "at " + parts_->state.Time().ToString("yyyy-MM-dd HH:mm:ss") + " in " +
                     std::string(stage) + ": " + TextOfCurrentException();
    status_ = AlgorithmStatus::RuntimeError;
    return false;
  }
}

AlgorithmStatus EventLoop::Run() {
  AlgorithmState& state = parts_->state;
  next_model_scan_ = NextFullHour(state.UtcTime());
  next_margin_check_ = DateTime::MinValue;
  if (!state.IsWarmingUp() &&
      !Guard("OnWarmupFinished", [&] { parts_->algorithm.OnWarmupFinished(); })) {
    return status_;
  }
  return parts_->clock == nullptr ? RunSlices(NoClock()) : RunSlices(RealClock{parts_->clock});
}

template <class Clock>
AlgorithmStatus EventLoop::RunSlices(Clock clock) {
  for (;;) {
    clock.Enter(RunStage::Slices);
    TimeSlice* const slice = parts_->synchronizer.Next();
    if (slice == nullptr) break;
    if (*cancel_) return status_ = AlgorithmStatus::Cancelled;
    if (!Step(*slice, clock)) break;
  }
  clock.Enter(RunStage::Strategy);
  return Finish();
}

template <class Clock>
bool EventLoop::Step(TimeSlice& slice, Clock clock) {
  for (const Stage& stage : kStages) {
    clock.Enter(stage.time_goes_to);
    Next next = Next::Stop;
    if (!Guard(stage.name, [&] { next = (this->*stage.run)(slice); })) return false;
    if (next == Next::NextSlice) return true;
    if (next == Next::Stop) return false;
  }
  return true;
}

AlgorithmStatus EventLoop::Finish() {
  if (status_ != AlgorithmStatus::Running) return status_;
  if (!Guard("OnEndOfAlgorithm", [&] { parts_->algorithm.OnEndOfAlgorithm(); })) return status_;
  if (HandlerFailed()) return status_;
  parts_->results.SampleAtEnd();
  return status_ = AlgorithmStatus::Completed;
}

EventLoop::Next EventLoop::CheckQuit(TimeSlice& /*slice*/) {
  // After a failed handler the step still runs up to CheckStatus, as LEAN's does: prices move and
  // orders fill once more.
  const bool failed = !parts_->state.RuntimeError().empty();
  return parts_->state.QuitRequested() && !failed ? Next::Stop : Next::Continue;
}

EventLoop::Next EventLoop::CheckStatus() {
  if (HandlerFailed()) return Next::Stop;
  return parts_->state.QuitRequested() ? Next::Stop : Next::Continue;
}

bool EventLoop::HandlerFailed() {
  if (parts_->state.RuntimeError().empty()) return false;
  runtime_error_ = parts_->state.RuntimeError();
  status_ = AlgorithmStatus::RuntimeError;
  return true;
}

EventLoop::Next EventLoop::CountDataPoints(TimeSlice& slice) {
  if (slice.is_time_pulse) return Next::Continue;
  data_points_ += slice.data_point_count;
  price_points_ += static_cast<std::int64_t>(slice.slice.PointCount());
  return Next::Continue;
}

EventLoop::Next EventLoop::StopWithoutCapital(TimeSlice& /*slice*/) {
  if (parts_->algorithm.Portfolio.TotalPortfolioValue() > Decimal()) return Next::Continue;
  parts_->state.SendMessage(LogLevel::Error,
                            "the portfolio's value is not above zero: the run ends here");
  parts_->state.Quit();
  return Next::Stop;
}

EventLoop::Next EventLoop::RunPastEvents(TimeSlice& slice) {
  try {
    parts_->schedule.ScanPastEvents(slice.utc_time);
  } catch (const DataError&) {
    throw;
  } catch (...) {
    parts_->state.SetRuntimeError("in past scheduled events: " + TextOfCurrentException());
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::MoveClock(TimeSlice& slice) {
  parts_->state.SetUtcTime(slice.utc_time);
  return Next::Continue;
}

EventLoop::Next EventLoop::PassPulse(TimeSlice& slice) {
  return slice.is_time_pulse ? Next::NextSlice : Next::Continue;
}

EventLoop::Next EventLoop::ShowSlice(TimeSlice& slice) {
  slice.slice.SetTickers(&parts_->algorithm.Securities);
  parts_->state.SetCurrentSlice(slice.slice);
  parts_->results.BeginStep(slice);
  return Next::Continue;
}

EventLoop::Next EventLoop::ApplySecurityChanges(TimeSlice& slice) {
  for (Security* security : slice.retired) {
    if (parts_->universes.IsMember(security->GetSymbol())) continue;
    parts_->state.Retire(*security);
  }
  if (slice.added.empty() && slice.removed.empty()) return Next::Continue;
  for (Security* security : slice.added) parts_->algorithm.Securities.Add(*security);
  const SecurityChanges changes(slice.added, slice.removed);
  parts_->end_of_day.OnSecuritiesChanged(changes.AddedSecurities(), changes.RemovedSecurities());
  return Next::Continue;
}

EventLoop::Next EventLoop::UpdatePrices(TimeSlice& slice) {
  for (const TimeSlice::Packet& packet : slice.packets) {
    Store(packet, packet.is_internal ? slice.internal : slice.slice);
    const Symbol& symbol = packet.security->GetSymbol();
    if (parts_->trades.HasOpenPosition(symbol)) {
      parts_->trades.SetMarketPrice(symbol, packet.security->Price());
    }
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::ScanHourlyModels(TimeSlice& slice) {
  if (slice.utc_time < next_model_scan_) return Next::Continue;
  next_model_scan_ = NextFullHour(slice.utc_time);
  for (const auto& [symbol, security] : parts_->algorithm.Securities) {
    if (auto* interest = security.MarginInterestRateModel()) {
      interest->ApplyMarginInterestRate({security, slice.utc_time});
    }
    security.SettlementModel().Scan({parts_->algorithm.Portfolio, security, slice.utc_time});
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::InvalidatePortfolio(TimeSlice& /*slice*/) {
  parts_->algorithm.Portfolio.InvalidateTotalPortfolioValue();
  return Next::Continue;
}

EventLoop::Next EventLoop::TellSymbolChanges(TimeSlice& slice) {
  const SymbolChangedEvents& changes = slice.slice.SymbolChangedEvents();
  if (changes.Empty()) return Next::Continue;
  parts_->algorithm.OnSymbolChangedEvents(changes);
  for (const SymbolChangedEvent& change : changes.Values()) {
    parts_->algorithm.Transactions.CancelOpenOrders(change.GetSymbol(),
                                                    "Open order cancelled on symbol changed event");
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::ProcessOrders(TimeSlice& slice) {
  parts_->transactions.ProcessSynchronousEvents();
  if (!slice.slice.Delistings().Empty()) {
    parts_->algorithm.Transactions.ProcessDelistings(slice.slice.Delistings());
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::RunDueEvents(TimeSlice& slice) {
  parts_->schedule.SetTime(slice.utc_time);
  return CheckStatus();
}

EventLoop::Next EventLoop::CheckMargin(TimeSlice& slice) {
  if (slice.utc_time < next_margin_check_) return Next::Continue;
  next_margin_check_ = slice.utc_time + TimeSpan::FromMinutes(5);
  QCAlgorithm& algorithm = parts_->algorithm;
  MarginCallModel& model = algorithm.Portfolio.MarginCallModel();
  MarginCall call = model.GetMarginCallOrders();
  bool executed = false;
  const bool open = std::ranges::all_of(call.orders, [&](const SubmitOrderRequest& request) {
    return algorithm.Securities[request.GetSymbol()].Exchange.ExchangeOpen();
  });
  if (!call.orders.empty() && open) {
    algorithm.OnMarginCall(call.orders);
    executed = !model.ExecuteMarginCall(call.orders).empty();
  }
  if (!executed && call.issue_warning) algorithm.OnMarginCallWarning();
  return Next::Continue;
}

EventLoop::Next EventLoop::TellSecurityChanges(TimeSlice& slice) {
  if (slice.added.empty() && slice.removed.empty()) return Next::Continue;
  parts_->algorithm.OnSecuritiesChanged(SecurityChanges(slice.added, slice.removed));
  return Next::Continue;
}

EventLoop::Next EventLoop::PayDividends(TimeSlice& slice) {
  if (parts_->state.IsWarmingUp()) return Next::Continue;
  for (const Dividend& dividend : slice.slice.Dividends().Values()) {
    const Security& security = parts_->algorithm.Securities[dividend.GetSymbol()];
    parts_->algorithm.Portfolio.ApplyDividend(dividend, security.NormalizationMode());
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::ApplySplits(TimeSlice& slice) {
  if (parts_->state.IsWarmingUp()) return Next::Continue;
  for (const Split& split : slice.slice.Splits().Values()) {
    if (split.Type() != SplitType::SplitOccurred) continue;
    Security& security = parts_->algorithm.Securities[split.GetSymbol()];
    const DataNormalizationMode mode = security.NormalizationMode();
    parts_->algorithm.Portfolio.ApplySplit(split, security, mode);
    if (mode != DataNormalizationMode::Raw) continue;
    parts_->state.brokerage_model->ApplySplit(
        parts_->algorithm.Transactions.GetOpenOrderTickets(split.GetSymbol()), split);
    parts_->trades.ApplySplit(split.GetSymbol(), split.SplitFactor());
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::FeedConsolidators(TimeSlice& slice) {
  const SubscriptionManager& manager = parts_->state.subscription_manager;
  if (manager.Empty()) return Next::Continue;
  for (const TimeSlice::Packet& packet : slice.packets) {
    if (!packet.is_internal) Feed(manager, packet, slice.slice);
  }
  return Next::Continue;
}

EventLoop::Next EventLoop::TellCorporateActions(TimeSlice& slice) {
  const Slice& shown = slice.slice;
  if (!shown.Splits().Empty()) parts_->algorithm.OnSplits(shown.Splits());
  if (!shown.Dividends().Empty()) parts_->algorithm.OnDividends(shown.Dividends());
  if (!shown.Delistings().Empty()) parts_->algorithm.OnDelistings(shown.Delistings());
  return Next::Continue;
}

EventLoop::Next EventLoop::CallOnData(TimeSlice& slice) {
  if (slice.slice.HasData()) parts_->algorithm.OnData(slice.slice);
  return Next::Continue;
}

EventLoop::Next EventLoop::Sample(TimeSlice& /*slice*/) {
  parts_->results.EndStep();
  return Next::Continue;
}

EventLoop::Next EventLoop::EndStep(TimeSlice& /*slice*/) {
  parts_->state.ApplyPendingRequests();
  parts_->algorithm.OnEndOfTimeStep();
  return Next::Continue;
}

}  // namespace regimen
