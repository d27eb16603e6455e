#include "data/generator/bench_data.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "data/generator/date_text.hpp"
#include "data/generator/folder_writer.hpp"
#include "data/generator/python_random.hpp"
#include "data/generator/reference_files.hpp"
#include "data/generator/row_text.hpp"
#include "data/generator/us_equity_calendar.hpp"
#include "framework/core/error.hpp"

namespace regimen {
namespace generator {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::December;
using std::chrono::January;
using std::chrono::June;

constexpr std::int64_t kLowestPrice = 10'000;
constexpr std::uint32_t kDailySeedOffset = 1'000'000;

// A symbol's price, in 1/10000 dollar, and the random numbers that move it.
struct Walk {
  explicit Walk(std::uint32_t seed) : random(seed), price(random.RandInt(200'000, 3'000'000)) {}

  // The next close: whole cents from the last one, rounded down.
  std::int64_t NextClose(double relative_volatility) {
    const double move = random.Gauss(static_cast<double>(price) * relative_volatility);
    const auto units = static_cast<std::int64_t>(move);
    const std::int64_t cents = units / 100 - (units % 100 < 0 ? 1 : 0);
    return std::max(kLowestPrice, price + cents * 100);
  }

  PythonRandom random;
  std::int64_t price;
};

class BenchData {
 public:
  explicit BenchData(const std::filesystem::path& folder) : writer_(folder) {}

  void WriteMinutes(const std::string& ticker, std::uint32_t seed, const std::vector<Date>& dates) {
    Walk walk(seed);
    for (const Date day : dates) {
      for (int minute = 0; minute < kFullSessionMinutes; ++minute) AddMinute(walk, minute);
      writer_.WriteEquity(ticker, Resolution::Minute, TickType::Trade, day, trades_);
      writer_.WriteEquity(ticker, Resolution::Minute, TickType::Quote, day, quotes_);
    }
  }

  // Weekdays, holidays included: LEAN drops what lies outside the exchange's hours.
  void WriteDaily(const std::string& ticker, std::uint32_t seed, Date first) {
    Walk walk(seed + kDailySeedOffset);
    for (Date day = first; day < Date(2019y / January / 1); day += days(1)) {
      if (std::chrono::weekday(day).iso_encoding() > 5) continue;
      const std::int64_t open = walk.price;
      const std::int64_t close = walk.NextClose(0.012);
      const std::int64_t volume = walk.random.RandInt(100'000, 10'000'000);
      trades_.Add(CompactDate(day) + " 00:00",
                  {open, std::max(open, close) + 500, std::min(open, close) - 500, close, volume});
      walk.price = close;
    }
    writer_.WriteEquity(ticker, Resolution::Daily, TickType::Trade, first, trades_);
  }

  FolderWriter& Writer() { return writer_; }

 private:
  void AddMinute(Walk& walk, int minute) {
    constexpr std::int64_t kHalfSpread = 100;
    PythonRandom& random = walk.random;
    const std::int64_t open = walk.price;
    const std::int64_t close = walk.NextClose(0.0006);
    const std::int64_t high = std::max(open, close) + 100 * random.RandInt(0, 8);
    const std::int64_t low = std::min(open, close) - 100 * random.RandInt(0, 8);
    const std::int64_t time = 60'000LL * (kOpenMinute + minute);
    trades_.Add({time, open, high, low, close, random.RandInt(100, 90'000)});
    const std::int64_t bid_size = 100 * random.RandInt(1, 40);
    const std::int64_t ask_size = 100 * random.RandInt(1, 40);
    quotes_.Add({time, open - kHalfSpread, high - kHalfSpread, low - kHalfSpread,
                 close - kHalfSpread, bid_size, open + kHalfSpread, high + kHalfSpread,
                 low + kHalfSpread, close + kHalfSpread, ask_size});
    walk.price = close;
  }

  FolderWriter writer_;
  RowText trades_;
  RowText quotes_;
};

void CheckCount(std::string_view what, int value, int most) {
  if (value >= 0 && value <= most) return;
  throw UsageError(
      fmt::format("cannot generate bench data: {} {}; expected 0 to {}", value, what, most));
}

std::vector<std::string> Tickers(int count) {
  return count == 0 ? std::vector<std::string>() : MadeUpTickers(count);
}

std::vector<Date> MinuteDays(int count) {
  std::vector<Date> result;
  for (const TradingDay& day : TradingDays(2019y / June / 3, 2019y / December / 31)) {
    if (result.size() == static_cast<std::size_t>(count)) break;
    result.push_back(day.date);
  }
  return result;
}

}  // namespace
}  // namespace generator

GeneratorReport GenerateBenchData(const BenchDataOptions& options,
                                  const std::filesystem::path& folder) {
  using generator::CheckCount;
  using generator::Date;
  using generator::Tickers;
  using std::chrono::January;
  using namespace std::chrono_literals;
  CheckCount("minute symbols", options.minute_symbols, 17'576);
  CheckCount("minute days", options.minute_days, 20);
  CheckCount("daily symbols", options.daily_symbols, 17'576);
  CheckCount("daily years", options.daily_years, 20);

  generator::BenchData data(folder);
  generator::WriteReferenceFiles(data.Writer());
  const std::vector<Date> minute_days = generator::MinuteDays(options.minute_days);
  std::uint32_t seed = 0;
  for (const std::string& ticker : Tickers(options.minute_symbols)) {
    data.WriteMinutes(ticker, seed++, minute_days);
  }
  const Date first = (2019y - std::chrono::years(options.daily_years)) / January / 2;
  seed = 0;
  for (const std::string& ticker : Tickers(options.daily_symbols)) {
    data.WriteDaily(ticker, seed++, first);
  }
  return {
      .symbols = static_cast<std::size_t>(std::max(options.minute_symbols, options.daily_symbols)),
      .trading_days = minute_days.size(),
      .files = data.Writer().Files(),
      .rows = data.Writer().Rows(),
      .bytes = data.Writer().Bytes(),
      .regime_days = {}};
}

}  // namespace regimen
