#include "regime/interpreter/report_text.hpp"

#include <cstddef>

#include <fmt/format.h>

namespace regimen {

namespace {

constexpr double kPercent = 100;

std::size_t IndexOf(Regime regime) { return static_cast<std::size_t>(regime); }

// The regimes that were there at all.
std::vector<Regime> Present(const RegimeReport& report) {
  std::vector<Regime> present;
  for (const Regime regime : KnownRegimes()) {
    if (report.rows[IndexOf(regime)].bars > 0) present.push_back(regime);
  }
  return present;
}

void AddRegimes(const RegimeReport& report, const std::string& bar_name,
                std::vector<std::string>& lines) {
  lines.push_back(fmt::format("{:<10}{:>7}{:>8}{:>11}{:>12}{:>9}{:>7}{:>10}{:>10}", "Regime",
                              bar_name + "s", "share", "mean p.a.", "volatility", "wins", "runs",
                              "duration", "drawdown"));
  for (const Regime regime : Present(report)) {
    const RegimeRow& row = report.rows[IndexOf(regime)];
    lines.push_back(
        fmt::format("{:<10}{:>7}{:>7.1f}%{:>10.1f}%{:>11.1f}%{:>8.1f}%{:>7}{:>10.1f}{:>9.1f}%",
                    ToText(regime), row.bars, row.share * kPercent, row.annual_mean * kPercent,
                    row.annual_volatility * kPercent, row.win_rate * kPercent, row.runs,
                    row.mean_duration, row.max_drawdown * kPercent));
  }
  lines.push_back(fmt::format("(returns of the {0} after the label; {1} {0}s without a regime)",
                              bar_name, report.unknown_bars));
}

void AddTransitions(const RegimeReport& report, const std::string& bar_name,
                    std::vector<std::string>& lines) {
  const std::vector<Regime> present = Present(report);
  std::string head = fmt::format("{:<10}", "From \\ to");
  for (const Regime to : present) head += fmt::format("{:>10}", ToText(to));
  lines.push_back(head + fmt::format("{:>16}", "expected " + bar_name + "s"));
  for (const Regime from : present) {
    std::string line = fmt::format("{:<10}", ToText(from));
    for (const Regime to : present) {
      line += fmt::format("{:>9.1f}%", report.transitions[IndexOf(from)][IndexOf(to)] * kPercent);
    }
    lines.push_back(line + fmt::format("{:>16.1f}", report.expected_durations[IndexOf(from)]));
  }
}

void AddSwitches(const RegimeReport& report, std::vector<std::string>& lines) {
  constexpr std::size_t kYearsPerLine = 8;
  std::size_t years = 0;
  std::string line = "Switches: ";
  for (const auto& [year, switches] : report.switches_per_year) {
    if (years > 0 && years % kYearsPerLine == 0) {
      lines.push_back(line);
      line = "          ";
    }
    line += fmt::format(" {}: {:<3}", year, switches);
    ++years;
  }
  lines.push_back(line);
}

}  // namespace

std::vector<std::string> ToLines(const RegimeReport& report, const std::string& bar_name) {
  std::vector<std::string> lines;
  AddRegimes(report, bar_name, lines);
  if (report.known_bars == 0) return lines;
  lines.emplace_back();
  AddTransitions(report, bar_name, lines);
  lines.emplace_back();
  AddSwitches(report, lines);
  const Stability& stability = report.stability;
  lines.push_back(fmt::format("Stability: {:.2f} ({}), mean run {:.1f} {}s, persistence {:.3f}{}",
                              stability.score, ToText(stability.rating), stability.mean_run,
                              bar_name, stability.persistence,
                              stability.tradeable ? "" : "; too unsteady to trade"));
  return lines;
}

}  // namespace regimen
