#include "framework/app/backtest_arguments.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "framework/app/flag_parser.hpp"
#include "framework/app/flag_values.hpp"
#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::app {

namespace {

// Flags whose value is a setting of LEAN's under the same name.
const std::vector<FlagSpec>& LeanFlags() {
  static const std::vector<FlagSpec> kFlags = {
      {"algorithm-type-name", "NAME", "the strategy to run (`regimen list` shows all)"},
      {"algorithm-location", "FILE", "a library of strategies made by regimen_add_algorithm"},
      {"algorithm-id", "NAME", "names the result files (default: the strategy's name)"},
      {"data-folder", "DIR",
       "prices and databases in LEAN's layout (default: data/user, data/bundled)"},
      {"results-destination-folder", "DIR", "where result files go (default: backtests/TIME-NAME)"},
      {"environment", "NAME", "the configuration's environment to use (default: backtesting)"},
  };
  return kFlags;
}

const std::vector<FlagSpec>& OwnFlags() {
  static const std::vector<FlagSpec> kFlags = {
      {"config", "FILE", "a configuration file as LEAN's config.json"},
      {"parameters", "A:1,B:2", "values for GetParameter", true},
      {"start", "DATE", "first day, yyyyMMdd or yyyy-MM-dd, instead of the strategy's"},
      {"end", "DATE", "last day, instead of the strategy's"},
      {"cash", "AMOUNT", "starting cash, instead of the strategy's"},
      {"csv", "SYMBOL=FILE", "bars of SYMBOL from a file: date,open,high,low,close,volume", true},
      {"strict-data", "", "missing data ends the run (exit code 3) instead of a warning"},
      {"threads", "COUNT",
       "threads that read files (default: one less than the machine has processors)"},
      {"profile", "", "tells where the time went, also in NAME-profile.json"},
      {"quiet", "", "only the statistics, warnings and errors"},
      {"json", "", "one JSON object on standard output and nothing else there"},
      {"help", "", "this list"},
  };
  return kFlags;
}

std::vector<FlagSpec> AllFlags() {
  std::vector<FlagSpec> flags = LeanFlags();
  flags.insert(flags.end(), OwnFlags().begin(), OwnFlags().end());
  return flags;
}

std::optional<DateTime> GetDate(const Flags& flags, const std::string& flag) {
  const auto value = flags.Get(flag);
  return value ? std::optional(ParseDate(flag, *value)) : std::nullopt;
}

std::optional<Decimal> GetCash(const Flags& flags) {
  const auto value = flags.Get("cash");
  if (!value) {
    return std::nullopt;
  }
  // Far below what a decimal holds: statistics multiply it.
  constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
  const std::optional<Decimal> cash = Decimal::TryParse(*value);
  if (!cash || cash->IsNegative() || *cash > kMost) {
    RefuseFlag("cash", *value, "an amount from 0 to " + std::to_string(kMost) + ", e.g. 100000");
  }
  return cash;
}

std::size_t GetThreads(const Flags& flags) {
  constexpr std::uint64_t kMost = 256;
  const auto value = flags.Get("threads");
  return value ? static_cast<std::size_t>(ParseCount("threads", *value, 1, kMost)) : 0;
}

// "a:1,b:2": LEAN's own form.
void AddParameters(const std::string& value,
                   std::vector<std::pair<std::string, std::string>>& parameters) {
  constexpr std::string_view kExpected = "pairs of name and value as in fast:10,slow:20";
  for (const std::string& pair : ParseList("parameters", value, kExpected)) {
    const std::size_t colon = pair.find(':');
    if (colon == std::string::npos || colon == 0) {
      RefuseFlag("parameters", value, kExpected);
    }
    parameters.emplace_back(pair.substr(0, colon), pair.substr(colon + 1));
  }
}

// What may stand in a ticker: visible ASCII, but for what separates tickers elsewhere.
bool IsTicker(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c > ' ' && c <= '~' && c != '|' && c != ',' && c != '"'; });
}

std::vector<CsvInput> GetCsvInputs(const Flags& flags) {
  std::vector<CsvInput> inputs;
  for (const std::string& value : flags.All("csv")) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == value.size()) {
      RefuseFlag("csv", value, "a symbol and its file as in SPY=prices/spy.csv");
    }
    CsvInput input{value.substr(0, equals), value.substr(equals + 1)};
    if (!IsTicker(input.symbol)) {
      RefuseFlag("csv", value,
                 "a symbol of letters, digits and signs such as . and -, and its file, as in "
                 "BRK.B=prices/brk.csv");
    }
    for (const CsvInput& earlier : inputs) {
      if (UpperCase(earlier.symbol) == UpperCase(input.symbol)) {
        throw UsageError("--csv names " + input.symbol + " twice, with " + earlier.file.string() +
                         " and " + input.file.string() + "; a symbol has one file.");
      }
    }
    inputs.push_back(std::move(input));
  }
  return inputs;
}

}  // namespace

BacktestArguments ParseBacktestArguments(std::span<const std::string> given) {
  const Flags flags = ParseFlags("backtest", AllFlags(), given);
  BacktestArguments arguments;
  for (const FlagSpec& flag : LeanFlags()) {
    if (const auto value = flags.Get(flag.name)) {
      if (value->empty()) {
        RefuseFlag(flag.name, *value, "the " + flag.value_name + " in: " + flag.help);
      }
      arguments.settings.emplace_back(flag.name, *value);
    }
  }
  for (const std::string& value : flags.All("parameters")) {
    AddParameters(value, arguments.parameters);
  }
  if (const auto config = flags.Get("config")) {
    arguments.config_file = *config;
  }
  arguments.csv_inputs = GetCsvInputs(flags);
  arguments.start = GetDate(flags, "start");
  arguments.end = GetDate(flags, "end");
  arguments.cash = GetCash(flags);
  arguments.threads = GetThreads(flags);
  arguments.strict_data = flags.Has("strict-data");
  arguments.profile = flags.Has("profile");
  arguments.quiet = flags.Has("quiet");
  arguments.json = flags.Has("json");
  if (arguments.start && arguments.end && *arguments.start > *arguments.end) {
    throw UsageError("--start " + flags.Get("start").value_or("") + " is after --end " +
                     flags.Get("end").value_or("") + ".");
  }
  return arguments;
}

std::string DescribeBacktestFlags() { return DescribeFlags(AllFlags()); }

}  // namespace regimen::app
