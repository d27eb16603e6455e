#include "tests/parity/bench/empty_minute.hpp"

#include "tests/parity/bench/bench_tickers.hpp"

namespace regimen::parity {

template <int kEquities>
void EmptyMinute<kEquities>::Initialize() {
  SetStartDate(2019, 6, 3);
  SetEndDate(2019, 6, 28);
  SetCash(1000000);
  for (const std::string& ticker : BenchTickers(kEquities)) AddEquity(ticker, Resolution::Minute);
  SetBenchmark([](DateTime) { return 0; });
}

template class EmptyMinute<1>;
template class EmptyMinute<100>;

}  // namespace regimen::parity
