#include "tests/parity/bench/empty_daily500.hpp"

#include "tests/parity/bench/bench_tickers.hpp"

namespace regimen::parity {

void EmptyDaily500::Initialize() {
  SetStartDate(2009, 1, 2);
  SetEndDate(2018, 12, 31);
  SetCash(1000000);
  for (const std::string& ticker : BenchTickers(500)) AddEquity(ticker, Resolution::Daily);
  SetBenchmark([](DateTime) { return 0; });
}

}  // namespace regimen::parity
