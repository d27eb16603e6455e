#include "tests/parity/traces/t33_one_symbol_three_resolutions.hpp"

#include <algorithm>

#include "tests/parity/traces/trace_text.hpp"

namespace regimen::parity {

void T33OneSymbolThreeResolutions::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 8);
  SetCash(100000);
  ShowOnly({"00:00", "09:34", "09:59", "10:02", "15:58", "23:59:59.9"});
  SetBenchmark([](DateTime) { return 1; });
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
  AddEquity("SPY", Resolution::Hour);
  AddEquity("SPY", Resolution::Daily);
}

void T33OneSymbolThreeResolutions::OnTracedData(const Slice& slice) {
  if (Time().Minute() != 0 && Time().TimeOfDay() != TimeSpan(9, 32, 0)) return;
  const TradeBar* bar = slice.Bars().Find(spy_);
  Say("bar " + (bar == nullptr ? "none" : Point(*bar)) + " px=" + Prices());
}

void T33OneSymbolThreeResolutions::Arrange(std::vector<const BaseData*>& points) const {
  // By kind (quote bars before trade bars, as their names sort), then by span.
  const auto kind = [](const BaseData* point) {
    return point->DataType() == MarketDataType::QuoteBar ? 0 : 1;
  };
  std::stable_sort(points.begin(), points.end(), [&kind](const BaseData* a, const BaseData* b) {
    if (kind(a) != kind(b)) return kind(a) < kind(b);
    return a->Period() < b->Period();
  });
}

}  // namespace regimen::parity
