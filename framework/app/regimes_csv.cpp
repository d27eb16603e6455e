#include "framework/app/regimes_csv.hpp"

#include <ostream>

#include <fmt/format.h>

#include "regime/bridge/bar_time.hpp"

namespace regimen::app {

namespace {

std::string RowOf(const SurveyResult::Day& day) {
  const RegimeSnapshot& s = day.snapshot;
  std::string row =
      fmt::format("{},{},{},{},{},{}", ToDateTime(s.time).ToString("yyyy-MM-dd"), day.close,
                  ToText(s.status), ToText(s.regime), ToText(s.label), s.confidence);
  for (const Regime regime : KnownRegimes()) row += fmt::format(",{}", s.ProbabilityOf(regime));
  return row + fmt::format(",{},{},{},{},{},{}", s.age, s.expected_duration, s.expected_return,
                           s.expected_volatility, s.IsReady() ? ToText(s.fit_stop) : "",
                           s.model_age);
}

}  // namespace

void WriteRegimesCsv(const SurveyResult& survey, std::ostream& out) {
  out << "date,close,status,regime,label,confidence";
  for (const Regime regime : KnownRegimes()) out << ",p_" << ToText(regime);
  out << ",age,expected_duration,expected_return,expected_volatility,fit,model_age\n";
  for (const SurveyResult::Day& day : survey.days) out << RowOf(day) << '\n';
}

}  // namespace regimen::app
