#include "framework/app/regimes_command.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <vector>

#include <fmt/format.h>

#include "framework/app/console.hpp"
#include "framework/app/data_places.hpp"
#include "framework/app/flag_parser.hpp"
#include "framework/app/flag_values.hpp"
#include "framework/app/interrupt.hpp"
#include "framework/app/regime_survey.hpp"
#include "framework/app/regimes_csv.hpp"
#include "framework/engine/backtest.hpp"
#include "framework/plugin/algorithm_registry.hpp"
#include "regime/bridge/bar_time.hpp"
#include "regime/interpreter/report_text.hpp"
#include "regime/observation/regime_error.hpp"

namespace regimen::app {

namespace {

const std::vector<FlagSpec>& RegimesFlags() {
  static const std::vector<FlagSpec> kFlags = {
      {"symbol", "TICKER", "whose regimes (default: SPY)"},
      {"csv", "FILE", "its daily rows, date,open,high,low,close,volume, instead of a data folder"},
      {"data-folder", "DIR", "LEAN data folder (default: data/user, then data/bundled)"},
      {"states", "N", "1 to 8, or auto: as many as the data support (default: 3)"},
      {"window", "N", "days that a model is fitted to (default: 252)"},
      {"refit", "WHEN", "daily, weekly, monthly or never (default: weekly)"},
      {"start", "DATE",
       "first day, yyyyMMdd or yyyy-MM-dd (default: the first there is since 1900)"},
      {"end", "DATE", "last day (default: the last there is)"},
      {"output", "FILE", "where to write a row for each day; not written without it"},
      {"help", "", "this list"},
  };
  return kFlags;
}

DetectorOptions ParseDetector(const Flags& flags) {
  DetectorOptions options;
  const std::string states = flags.Get("states").value_or("3");
  if (states == "auto") {
    options.selection = hmm::SelectionOptions{};
  } else {
    options.fit.states = static_cast<int>(ParseCount("states", states, 1, 8));
  }
  if (const auto window = flags.Get("window")) {
    options.window = static_cast<int>(ParseCount("window", *window, 10, 100'000));
  }
  if (const auto refit = flags.Get("refit")) {
    try {
      options.refit.frequency = RetrainFromText(*refit);
    } catch (const RegimeError&) {
      RefuseFlag("refit", *refit, "daily, weekly, monthly or never");
    }
  }
  try {
    options.Validate();
  } catch (const RegimeError& error) {
    throw UsageError(fmt::format("--states {}: {}.", states, error.what()));
  }
  return options;
}

DateTime Today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return DateTime::UnixEpoch +
         TimeSpan::FromDays(static_cast<double>(days.time_since_epoch().count()));
}

SurveyOptions ParseSurvey(const Flags& flags) {
  const auto date = [&flags](const char* flag, DateTime otherwise) {
    const auto text = flags.Get(flag);
    return text ? ParseDate(flag, *text) : otherwise;
  };
  return {.symbol = flags.Get("symbol").value_or("SPY"),
          // The first day that a run can start on; days without rows cost next to nothing.
          .start = date("start", DateTime(1900, 1, 1)),
          .end = date("end", Today() - TimeSpan::FromDays(1)),
          .detector = ParseDetector(flags)};
}

EngineConfig MakeEngine(const Flags& flags, const std::string& symbol) {
  EngineConfig engine;
  engine.algorithm_type_name = engine.algorithm_id = "RegimeSurvey";
  const DataPlaces places = FindDataPlaces(ProgramFile(), std::filesystem::current_path());
  engine.data_folders = places.ReadingOrder();
  if (const auto folder = flags.Get("data-folder")) engine.data_folders = {*folder};
  if (const auto file = flags.Get("csv")) engine.csv_inputs = {{symbol, *file}};
  engine.today = Today();
  return engine;
}

void PrintFits(const SurveyResult& survey, std::ostream& out) {
  std::map<std::string, int> stops;
  double iterations = 0;
  int jumps = 0;
  for (const FitSummary& fit : survey.fits) {
    ++stops[ToText(fit.stop)];
    iterations += fit.iterations;
    jumps += fit.jump ? 1 : 0;
  }
  const auto count = static_cast<double>(survey.fits.size());
  out << fmt::format(
      "Model: {} fits, {:.1f} iterations each, {:.1f} % relabelled more than a tenth "
      "of their days;",
      survey.fits.size(), iterations / count, 100 * jumps / count);
  for (const auto& [stop, times] : stops) out << fmt::format(" {} {}", times, stop);
  const FitSummary& last = survey.fits.back();
  out << fmt::format("\nLast fit, {}: {} states, log-likelihood {:.2f}, BIC {:.2f}, {}\n",
                     ToDateTime(last.time).ToString("yyyy-MM-dd"), last.states, last.log_likelihood,
                     last.bic, last.message.empty() ? ToText(last.stop) : last.message);
}

// Says plainly when the windows do not carry as many states as were asked for.
void PrintSupport(const SurveyResult& survey, const DetectorOptions& options, std::ostream& out) {
  int months = 0;
  int fewer = 0;
  std::string shares;
  for (const auto& [states, count] : survey.supported_states) {
    months += count;
    fewer += states < options.fit.states ? count : 0;
  }
  if (months == 0) return;
  for (const auto& [states, count] : survey.supported_states) {
    shares += fmt::format("{} {} state{} in {:.0f} %", shares.empty() ? "" : ",", states,
                          states == 1 ? "" : "s", 100.0 * count / months);
  }
  out << fmt::format("By BIC the windows of {} months support{}.\n", months, shares);
  if (!options.selection && 2 * fewer > months) {
    out << fmt::format(
        "WARNING: most windows of {} days do not support {} states: what tells them apart is "
        "partly noise. Use fewer states, a longer window, or --states auto.\n",
        options.window, options.fit.states);
  }
}

void WriteOutput(const std::string& path, const SurveyResult& survey) {
  std::ofstream file(path, std::ios::binary);
  WriteRegimesCsv(survey, file);
  file.flush();
  if (!file) throw UsageError("--output " + path + " cannot be written.");
}

void Print(const SurveyOptions& options, const SurveyResult& survey, std::ostream& out) {
  const auto day = [](const SurveyResult::Day& of) {
    return ToDateTime(of.snapshot.time).ToString("yyyy-MM-dd");
  };
  out << fmt::format("Regimes of {}, {} days from {} to {}, window {}, refit {}\n\n",
                     options.symbol, survey.days.size(), day(survey.days.front()),
                     day(survey.days.back()), options.detector.window,
                     ToText(options.detector.refit.frequency));
  const RegimeReport report = survey.history.Report(options.detector.bars_per_year);
  for (const std::string& line : ToLines(report, "day")) out << line << '\n';
  const RegimeSnapshot& now = survey.days.back().snapshot;
  out << fmt::format("\nNow: {} ({}), confidence {:.2f}, since {} days, {}\n", ToText(now.regime),
                     ToText(now.label), now.confidence, now.age, ToText(now.status));
  if (survey.fits.empty()) {
    out << fmt::format("No model: a window of {} days was never full.\n", options.detector.window);
    return;
  }
  PrintFits(survey, out);
  PrintSupport(survey, options.detector, out);
}

}  // namespace

ExitCode RunRegimesCommand(std::span<const std::string> arguments, std::ostream& out,
                           std::ostream& err) {
  const Flags flags = ParseFlags("regimes", RegimesFlags(), arguments);
  const SurveyOptions options = ParseSurvey(flags);
  EngineConfig engine = MakeEngine(flags, options.symbol);
  Console console(out, err, ConsoleStyle::Quiet);
  engine.on_message = [&console](MessageKind kind, std::string_view text) {
    console.Message(kind, text);
  };
  SurveyResult survey;
  AlgorithmRegistry registry;
  registry.AddFactory(engine.algorithm_type_name,
                      [&] { return std::make_unique<RegimeSurvey>(options, survey); });
  const InterruptScope interrupt;
  const BacktestOutcome outcome = RunBacktest(engine, registry, interrupt.Requested());
  if (outcome.status == AlgorithmStatus::RuntimeError) {
    err << "regimen: " << outcome.error << '\n';
    return ExitCode::AlgorithmFailed;
  }
  if (outcome.status == AlgorithmStatus::Cancelled) return ExitCode::Cancelled;
  Print(options, survey, out);
  if (const auto path = flags.Get("output")) WriteOutput(*path, survey);
  return ExitCode::Ok;
}

std::string DescribeRegimesFlags() { return DescribeFlags(RegimesFlags()); }

}  // namespace regimen::app
