#include "framework/app/console.hpp"

#include <ostream>
#include <string>

#include <fmt/format.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include "framework/core/utf8.hpp"

namespace regimen::app {

namespace {

using JsonWriter = rapidjson::PrettyWriter<rapidjson::OStreamWrapper>;

std::string_view Prefix(MessageKind kind) {
  switch (kind) {
    case MessageKind::Trace:
      return "TRACE:: ";
    case MessageKind::Debug:
      return "DEBUG:: ";
    case MessageKind::Log:
      return "LOG:: ";
    case MessageKind::Error:
      return "ERROR:: ";
    case MessageKind::Warning:
      return "WARNING:: ";
  }
  return "";
}

void WriteText(JsonWriter& writer, const char* key, std::string_view text) {
  const std::string value = ValidUtf8(text);
  writer.Key(key);
  writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

// Per cent of the total, which stands last.
double Share(double seconds, const BacktestOutcome& outcome) {
  constexpr double kPercent = 100;
  const double total = outcome.timings.back().second;
  return total > 0 ? kPercent * seconds / total : 0;
}

}  // namespace

Console::Console(std::ostream& out, std::ostream& err, ConsoleStyle style)
    : out_(out), err_(err), style_(style) {}

void Console::Message(MessageKind kind, std::string_view text) {
  const bool urgent = kind == MessageKind::Error || kind == MessageKind::Warning;
  if (urgent || style_ == ConsoleStyle::Json) {
    err_ << Prefix(kind) << text << '\n';
  } else if (style_ == ConsoleStyle::Full) {
    out_ << Prefix(kind) << text << '\n';
  }
}

void Console::Begin(const EngineConfig& config) {
  if (style_ != ConsoleStyle::Full) {
    return;
  }
  out_ << "Backtest of " << config.algorithm_type_name << ", data from";
  for (const std::filesystem::path& folder : config.data_folders) {
    out_ << ' ' << folder.string();
  }
  out_ << '\n' << std::flush;
}

void Console::End(const EngineConfig& config, const BacktestOutcome& outcome, ExitCode code) {
  if (!outcome.error.empty()) {
    err_ << Prefix(MessageKind::Error) << outcome.error << '\n';
  }
  if (style_ == ConsoleStyle::Json) {
    EndAsJson(config, outcome, code);
  } else {
    EndAsText(config, outcome);
  }
}

void Console::EndAsText(const EngineConfig& config, const BacktestOutcome& outcome) {
  for (const auto& [name, value] : outcome.statistics) {
    out_ << "STATISTICS:: " << name << ' ' << value << '\n';
  }
  for (const auto& [name, seconds] : outcome.timings) {
    out_ << fmt::format("PROFILE:: {:<16}{:>12.6f} s {:>6.1f} %\n", name, seconds,
                        Share(seconds, outcome));
  }
  if (style_ == ConsoleStyle::Full) {
    out_ << ToText(outcome.status) << ": " << outcome.data_points << " data points; results in "
         << config.results_folder.string() << '\n';
  }
  out_.flush();
}

void Console::EndAsJson(const EngineConfig& config, const BacktestOutcome& outcome, ExitCode code) {
  rapidjson::OStreamWrapper stream(out_);
  JsonWriter writer(stream);
  writer.SetIndent(' ', 2);
  writer.StartObject();
  WriteText(writer, "algorithm", config.algorithm_type_name);
  WriteText(writer, "status", ToText(outcome.status));
  WriteText(writer, "error", outcome.error);
  writer.Key("exitCode");
  writer.Int(static_cast<int>(code));
  writer.Key("dataPoints");
  writer.Int64(outcome.data_points);
  writer.Key("historyDataPoints");
  writer.Int64(outcome.history_data_points);
  WriteText(writer, "orderListHash", outcome.order_list_hash);
  WriteText(writer, "resultsFolder", config.results_folder.string());
  writer.Key("statistics");
  writer.StartObject();
  for (const auto& [name, value] : outcome.statistics) {
    WriteText(writer, name.c_str(), value);
  }
  writer.EndObject();
  if (!outcome.timings.empty()) {
    writer.Key("timings");
    writer.StartObject();
    for (const auto& [name, seconds] : outcome.timings) {
      writer.Key(name.c_str());
      writer.Double(seconds);
    }
    writer.EndObject();
  }
  writer.EndObject();
  out_ << '\n' << std::flush;
}

}  // namespace regimen::app
