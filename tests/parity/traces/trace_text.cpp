#include "tests/parity/traces/trace_text.hpp"

#include <stdexcept>

namespace regimen::parity {

namespace {

std::string Head(const char* kind, const BaseData& point) {
  return std::string(kind) + " " + point.GetSymbol().Value() + " ";
}

std::string Span(const BaseData& point) {
  return Stamp(point.Time()) + "-" + Stamp(point.EndTime());
}

std::string FillForwardMark(const BaseData& point) { return point.IsFillForward() ? " F" : ""; }

std::string Join(std::initializer_list<Decimal> numbers) {
  std::string text;
  for (const Decimal number : numbers) text += (text.empty() ? "" : " ") + Number(number);
  return text;
}

std::string Side(const Bar* bar, Decimal size) {
  if (bar == nullptr) return "null";
  return Join({bar->Open(), bar->High(), bar->Low(), bar->Close(), size});
}

std::string TradeBarText(const TradeBar& bar) {
  return Head("TB", bar) + Span(bar) + " " +
         Join({bar.Open(), bar.High(), bar.Low(), bar.Close(), bar.Volume()}) +
         FillForwardMark(bar);
}

std::string QuoteBarText(const QuoteBar& bar) {
  return Head("QB", bar) + Span(bar) + " b " + Side(bar.Bid(), bar.LastBidSize()) + " a " +
         Side(bar.Ask(), bar.LastAskSize()) + FillForwardMark(bar);
}

std::string TickText(const Tick& tick) {
  const std::string suspicious = tick.Suspicious() ? " S" : "";
  if (tick.TickType() == TickType::Trade) {
    return Head("TT", tick) + Stamp(tick.Time()) + " " + Join({tick.Value(), tick.Quantity()}) +
           " " + tick.ExchangeCode() + " " + tick.SaleCondition() + suspicious;
  }
  return Head("TQ", tick) + Stamp(tick.Time()) + " b " + Join({tick.BidPrice(), tick.BidSize()}) +
         " a " + Join({tick.AskPrice(), tick.AskSize()}) + " v " + Number(tick.Value()) + " " +
         tick.ExchangeCode() + suspicious;
}

std::string DividendText(const Dividend& dividend) {
  return Head("DV", dividend) + Stamp(dividend.Time()) + " " + Number(dividend.Distribution()) +
         " ref " + Number(dividend.ReferencePrice());
}

std::string SplitText(const Split& split) {
  return Head("SP", split) + Stamp(split.Time()) +
         (split.Type() == SplitType::Warning ? " Warning " : " SplitOccurred ") +
         Number(split.SplitFactor()) + " ref " + Number(split.ReferencePrice());
}

std::string DelistingText(const Delisting& delisting) {
  return Head("DL", delisting) + Stamp(delisting.Time()) +
         (delisting.Type() == DelistingType::Warning ? " Warning " : " Delisted ") +
         Number(delisting.Price());
}

std::string SymbolChangeText(const SymbolChangedEvent& change) {
  return Head("SC", change) + Stamp(change.Time()) + " " + change.OldSymbol() + ">" +
         change.NewSymbol();
}

}  // namespace

std::string Number(Decimal value) { return value.Normalize().ToString(); }

std::string Stamp(DateTime time) {
  const bool whole = time.Ticks() % TimeSpan::kTicksPerSecond == 0;
  return time.ToString(whole ? "yyyyMMddHHmmss" : "yyyyMMddHHmmss.fffffff");
}

std::string Point(const BaseData& point) {
  if (const auto* bar = dynamic_cast<const TradeBar*>(&point)) return TradeBarText(*bar);
  if (const auto* bar = dynamic_cast<const QuoteBar*>(&point)) return QuoteBarText(*bar);
  if (const auto* tick = dynamic_cast<const Tick*>(&point)) return TickText(*tick);
  if (const auto* event = dynamic_cast<const Dividend*>(&point)) return DividendText(*event);
  if (const auto* event = dynamic_cast<const Split*>(&point)) return SplitText(*event);
  if (const auto* event = dynamic_cast<const Delisting*>(&point)) return DelistingText(*event);
  if (const auto* event = dynamic_cast<const SymbolChangedEvent*>(&point)) {
    return SymbolChangeText(*event);
  }
  throw std::logic_error("a point of " + point.GetSymbol().Value() + " has no form in a trace");
}

}  // namespace regimen::parity
