#include "tests/parity/bench/bench_tickers.hpp"

namespace regimen::parity {

std::vector<std::string> BenchTickers(int count) {
  constexpr int kLetters = 26;
  std::vector<std::string> tickers;
  for (int i = 0; i < count; ++i) {
    std::string ticker = "Z";
    for (const int weight : {kLetters * kLetters, kLetters, 1}) {
      ticker += static_cast<char>('A' + i / weight % kLetters);
    }
    tickers.push_back(ticker);
  }
  return tickers;
}

}  // namespace regimen::parity
