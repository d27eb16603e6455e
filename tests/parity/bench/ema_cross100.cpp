#include "tests/parity/bench/ema_cross100.hpp"

#include "tests/parity/bench/bench_tickers.hpp"

namespace regimen::parity {

void EmaCross100::Initialize() {
  SetStartDate(2019, 6, 3);
  SetEndDate(2019, 6, 28);
  SetCash(1000000);
  for (const std::string& ticker : BenchTickers(100)) {
    const regimen::Symbol symbol = AddEquity(ticker, Resolution::Minute).GetSymbol();
    pairs_.push_back({symbol, &EMA(symbol, 30), &EMA(symbol, 120)});
  }
  SetBenchmark([](DateTime) { return 0; });
}

void EmaCross100::OnData(const Slice& /*slice*/) {
  if (Time().Minute() != 0) return;
  for (const Pair& pair : pairs_) {
    if (!pair.slow->IsReady()) continue;
    const bool up = *pair.fast > *pair.slow;
    const bool invested = Portfolio[pair.symbol].Invested();
    if (up && !invested) {
      SetHoldings(pair.symbol, 0.009_m);
    } else if (!up && invested) {
      Liquidate(pair.symbol);
    }
  }
}

}  // namespace regimen::parity
