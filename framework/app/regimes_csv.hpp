// The regimes of a symbol as a table for other programs.
#pragma once

#include <iosfwd>

#include "framework/app/regime_survey.hpp"

namespace regimen::app {

// One row a day with a header: date, close, status, regime, label, confidence, the filtered
// probability of each regime, age, expected duration, return and volatility of the next bar, why
// the fit stopped, the model's age. Numbers in the shortest form that reads back the same; the
// duration of a state that no end is known of is inf.
void WriteRegimesCsv(const SurveyResult& survey, std::ostream& out);

}  // namespace regimen::app
