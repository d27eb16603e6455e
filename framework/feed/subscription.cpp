#include "framework/feed/subscription.hpp"

#include <utility>

namespace regimen {

namespace {

template <class BarType>
FillForward::Span SpanOf(const BarType& bar) {
  return {bar.Time(), bar.EndTime()};
}

void MakeCopy(TradeBar& bar) {
  bar.SetFillForward(true);
  bar.ClearVolume();
}

void MakeCopy(QuoteBar& bar) { bar.SetFillForward(true); }
void MakeCopy(Tick& tick) { tick.SetFillForward(true); }

template <class BarType>
void FillSides(BarType& /*next*/, const BarType& /*last*/) {}
void FillSides(QuoteBar& next, const QuoteBar& last) { next.FillMissingSides(last); }

}  // namespace

template <class BarType>
Subscription<BarType>::Subscription(Security& security, const SubscriptionDataConfig& config,
                                    PriceReader<BarType> reader, PriceAdjuster adjuster,
                                    const Options& options)
    : security_(&security),
      config_(config),
      reader_(std::move(reader)),
      adjuster_(adjuster),
      options_(options),
      hours_(&security.Exchange.Hours()),
      window_(*hours_, config.extended_market_hours),
      fill_forward_(config, *hours_, options.fill_forward_interval, options.strict_daily_end_times),
      offsets_(config.exchange_time_zone,
               ConvertToUtc(options.period.start, config.exchange_time_zone)) {}

template <class BarType>
bool Subscription<BarType>::MoveNext() {
  for (;;) {
    const Step step = NextPoint();
    if (step == Step::End) break;
    const DateTime time =
        step == Step::Event ? AsBaseData(reader_.Event()).Time() : last_span_.time;
    if (time > options_.period.end) break;
    if (Deliver(step)) return true;
  }
  emit_time_utc_ = DateTime::MaxValue;
  return false;
}

template <class BarType>
bool Subscription<BarType>::Deliver(Step step) {
  is_event_ = step == Step::Event;
  return is_event_ ? DeliverEvent() : DeliverBar();
}

template <class BarType>
bool Subscription<BarType>::DeliverEvent() {
  const CorporateEvent& event = reader_.Event();
  adjuster_.OnEvent(event);
  if (!IsWanted(event)) return false;
  emit_time_utc_ = offsets_.ConvertToUtc(AsBaseData(event).EndTime());
  return true;
}

// Only the trade feed of a symbol tells of corporate events; internal feeds tell of renames and
// delistings alone.
template <class BarType>
bool Subscription<BarType>::IsWanted(const CorporateEvent& event) const {
  if (config_.tick_type != TickType::Trade) return false;
  return !config_.is_internal || std::holds_alternative<SymbolChangedEvent>(event) ||
         std::holds_alternative<Delisting>(event);
}

template <class BarType>
bool Subscription<BarType>::DeliverBar() {
  if (!window_.Overlaps(last_span_.time, last_span_.end_time)) return false;
  adjuster_.Adjust(last_);
  emit_time_utc_ = offsets_.ConvertToUtc(last_span_.end_time);
  last_.SetTime(last_span_.time);
  last_.SetEndTime(last_span_.end_time);
  if (last_.IsFillForward()) AlignCopy(last_);
  return true;
}

// A copy made at a finer rate than the feed's own still shows an aligned bar.
template <class BarType>
void Subscription<BarType>::AlignCopy(BarType& bar) const {
  if (options_.strict_daily_end_times) {
    const DailyCalendar session = DailyCalendar::At(bar.Time(), *hours_);
    bar.SetTime(session.start);
    bar.SetEndTime(session.end);
    return;
  }
  const TimeSpan length = config_.Increment();
  DateTime time = fill_forward_.RoundDown(bar.Time(), length);
  while (!hours_->IsOpen(time, time + length, config_.extended_market_hours)) time = time - length;
  bar.SetTime(time);
  bar.SetEndTime(time + length);
}

template <class BarType>
void Subscription<BarType>::ReadAhead() {
  if (has_next_) return;
  next_step_ = reader_.Next(next_);
  has_next_ = true;
  if (next_step_ == Step::Row && config_.fill_forward && has_last_) FillSides(next_, last_);
}

template <class BarType>
typename Subscription<BarType>::Step Subscription<BarType>::NextPoint() {
  if (delisted_ && (!has_last_ || last_span_.end_time >= *delisted_)) return Step::End;
  ReadAhead();
  if (next_step_ == Step::End) return NextAfterLastRow();
  const bool is_event = next_step_ == Step::Event;
  const FillForward::Span span = is_event ? SpanOf(AsBaseData(reader_.Event())) : SpanOf(next_);
  if (has_last_ && config_.fill_forward) {
    if (const auto copy = fill_forward_.CopyBefore(last_span_, span, is_event)) return Copy(*copy);
  }
  return EmitRow();
}

template <class BarType>
typename Subscription<BarType>::Step Subscription<BarType>::EmitRow() {
  has_next_ = false;
  if (next_step_ == Step::Event) {
    const auto* delisting = std::get_if<Delisting>(&reader_.Event());
    if (delisting != nullptr && delisting->Type() == DelistingType::Delisted) {
      delisted_ = delisting->EndTime();
    }
    return Step::Event;
  }
  last_ = next_;
  last_span_ = SpanOf(last_);
  has_last_ = true;
  return Step::Row;
}

// The files are over but the run is not: the last bar is repeated until the end of the
// subscription.
template <class BarType>
typename Subscription<BarType>::Step Subscription<BarType>::NextAfterLastRow() {
  const DateTime end = options_.period.end;
  if (!config_.fill_forward || delisted_ || !has_last_ || last_span_.end_time >= end) {
    return Step::End;
  }
  const FillForward::Span target = fill_forward_.EndOfSubscription(end);
  if (const auto copy = fill_forward_.CopyBefore(last_span_, target, false)) return Copy(*copy);
  if (target.end_time <= last_span_.end_time || !fill_forward_.IsOpenDuring(target)) {
    return Step::End;
  }
  return Copy(target);
}

template <class BarType>
typename Subscription<BarType>::Step Subscription<BarType>::Copy(const FillForward::Span& span) {
  MakeCopy(last_);
  last_span_ = span;
  return Step::Row;
}

template class Subscription<TradeBar>;
template class Subscription<QuoteBar>;
template class Subscription<Tick>;

}  // namespace regimen
