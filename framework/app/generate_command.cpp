#include "framework/app/generate_command.hpp"

#include <array>
#include <chrono>
#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

#include "data/generator/generator.hpp"
#include "data/generator/generator_options.hpp"
#include "framework/app/flag_parser.hpp"
#include "framework/app/flag_values.hpp"

namespace regimen::app {

namespace {

const std::vector<FlagSpec>& GenerateFlags() {
  static const std::vector<FlagSpec> kFlags = {
      {"data-folder", "DIR", "where to write; needed"},
      {"bundled", "", "exactly what data/bundled holds; no other flag goes with it"},
      {"tickers", "A,B", "the symbols by name"},
      {"symbol-count", "N", "so many made-up symbols (default: 10)"},
      {"start", "DATE", "first day, yyyyMMdd or yyyy-MM-dd (default: 2015-01-01)"},
      {"end", "DATE", "last day (default: 2024-12-31)"},
      {"resolution", "A,B", "minute, hour, daily (default: hour,daily)"},
      {"data-density", "NAME", "minutes with a bar: dense, sparse or verysparse (default: dense)"},
      {"random-seed", "N", "another seed gives other data (default: 1)"},
      {"help", "", "this list"},
  };
  return kFlags;
}

std::string LowerCase(std::string text) {
  for (char& letter : text) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return text;
}

// Returns: the value that `names` has for `text`, case ignored.
template <class Value, std::size_t Count>
Value Choose(std::string_view flag, const std::string& text,
             const std::array<std::pair<std::string_view, Value>, Count>& names) {
  std::string expected;
  for (const auto& [name, value] : names) {
    if (LowerCase(text) == name) {
      return value;
    }
    expected += (expected.empty() ? "" : " or ") + std::string(name);
  }
  RefuseFlag(flag, text, expected);
}

std::vector<Resolution> ParseResolutions(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, Resolution>, 3> kNames = {
      {{"minute", Resolution::Minute}, {"hour", Resolution::Hour}, {"daily", Resolution::Daily}}};
  std::vector<Resolution> resolutions;
  for (const std::string& name : ParseList("resolution", text, "names as in minute,daily")) {
    resolutions.push_back(Choose("resolution", name, kNames));
  }
  return resolutions;
}

DataDensity ParseDensity(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, DataDensity>, 3> kNames = {
      {{"dense", DataDensity::Dense},
       {"sparse", DataDensity::Sparse},
       {"verysparse", DataDensity::VerySparse}}};
  return Choose("data-density", text, kNames);
}

std::chrono::sys_days Day(std::string_view flag, const std::string& text) {
  const DateTime date = ParseDate(flag, text);
  return std::chrono::year(date.Year()) / date.Month() / date.Day();
}

std::vector<std::string> Tickers(const Flags& flags) {
  constexpr std::uint64_t kMost = 17576;  // MadeUpTickers has no more
  if (const auto names = flags.Get("tickers")) {
    return ParseList("tickers", *names, "names as in SPY,QQQ");
  }
  const auto count = flags.Get("symbol-count");
  return MadeUpTickers(count ? static_cast<int>(ParseCount("symbol-count", *count, 1, kMost)) : 10);
}

GeneratorOptions Options(const Flags& flags) {
  GeneratorOptions options;
  if (const auto seed = flags.Get("random-seed")) {
    options.seed = ParseCount("random-seed", *seed, 0, ~std::uint64_t{0});
  }
  if (const auto start = flags.Get("start")) {
    options.start = Day("start", *start);
  }
  if (const auto end = flags.Get("end")) {
    options.end = Day("end", *end);
  }
  if (const auto resolutions = flags.Get("resolution")) {
    options.resolutions = ParseResolutions(*resolutions);
  }
  if (const auto density = flags.Get("data-density")) {
    options.density = ParseDensity(*density);
  }
  for (const std::string& ticker : Tickers(flags)) {
    options.symbols.push_back(DrawSymbol(options.seed, ticker));
  }
  return options;
}

}  // namespace

ExitCode RunGenerateCommand(std::span<const std::string> arguments, std::ostream& out) {
  const Flags flags = ParseFlags("data generate", GenerateFlags(), arguments);
  const std::string folder = flags.Get("data-folder").value_or("");
  if (folder.empty()) {
    throw UsageError("`regimen data generate` needs --data-folder DIR, where the data are to go.");
  }
  if (flags.Has("bundled") && flags.Count() > 2) {
    throw UsageError("--bundled fixes all that is generated; only --data-folder goes with it.");
  }
  const GeneratorReport report =
      Generate(flags.Has("bundled") ? BundledOptions() : Options(flags), folder);
  out << "Simulated data in " << folder << ": " << report.symbols << " symbols, "
      << report.trading_days << " trading days, " << report.rows << " rows in " << report.files
      << " files, " << report.bytes << " bytes\n";
  return ExitCode::Ok;
}

std::string DescribeGenerateFlags() { return DescribeFlags(GenerateFlags()); }

}  // namespace regimen::app
