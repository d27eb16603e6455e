#include "framework/app/regimes_csv.hpp"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "regime/bridge/bar_time.hpp"

namespace regimen::app {
namespace {

TEST(RegimesCsvTest, WritesARowADayUnderAHeader) {
  SurveyResult survey;
  RegimeSnapshot unknown;
  unknown.time = ToBarTime(DateTime(2020, 3, 2, 16, 0, 0));
  RegimeSnapshot bull;
  bull.time = ToBarTime(DateTime(2020, 3, 3, 16, 0, 0));
  bull.status = DetectorStatus::Ready;
  bull.regime = Regime::Bull;
  bull.label = RegimeLabel::Uptrend;
  bull.confidence = 0.75;
  bull.states = 2;
  bull.filtered = {0.75, 0.25};
  bull.regimes = {Regime::Bull, Regime::Bear};
  bull.age = 3;
  bull.expected_duration = 12.5;
  bull.expected_return = 0.001;
  bull.expected_volatility = 0.02;
  bull.fit_stop = hmm::StopReason::Converged;
  bull.model_age = 1;
  survey.days = {{300.5, unknown}, {301, bull}};
  std::ostringstream out;
  WriteRegimesCsv(survey, out);
  EXPECT_EQ(out.str(),
            "date,close,status,regime,label,confidence,p_Crisis,p_Bear,p_Sideways,p_Bull,"
            "p_Euphoric,age,expected_duration,expected_return,expected_volatility,fit,model_age\n"
            "2020-03-02,300.5,warming up,Unknown,Unknown,0,0,0,0,0,0,0,0,0,0,,0\n"
            "2020-03-03,301,ready,Bull,Uptrend,0.75,0,0.25,0,0.75,0,3,12.5,0.001,0.02,converged,"
            "1\n");
}

}  // namespace
}  // namespace regimen::app
