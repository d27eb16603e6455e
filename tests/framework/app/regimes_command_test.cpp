#include "framework/app/regimes_command.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/date_time.hpp"
#include "regime/model/random_stream.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::app {
namespace {

// 300 weekdays of calm and wild months from `start`; those from `changed` on are another future.
std::string PricesFrom(DateTime start, int changed = 300) {
  hmm::RandomStream random(3);
  std::ostringstream text;
  text << "date,open,high,low,close,volume\n";
  double close = 100;
  DateTime day = start;
  for (int i = 0; i < 300; day = day.AddDays(1)) {
    if (day.DayOfWeek() == DayOfWeek::Saturday || day.DayOfWeek() == DayOfWeek::Sunday) continue;
    close *=
        std::exp((i / 40 % 2 == 0 ? 0.005 : 0.02) * random.Normal() + (i < changed ? 0 : 0.01));
    text << day.ToString("yyyy-MM-dd");
    for (const double price : {close, close * 1.01, close * 0.99, close}) text << ',' << price;
    text << ",1000\n";
    ++i;
  }
  return text.str();
}

class RegimesCommandTest : public ::testing::Test {
 protected:
  // What the command prints of a file of prices.
  std::string Run(const std::string& prices, std::vector<std::string> flags) {
    const auto file = folder_.Write("prices.csv", prices);
    flags.insert(flags.end(), {"--symbol", "OWN", "--csv", file.string()});
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(RunRegimesCommand(flags, out, err), ExitCode::Ok) << err.str();
    return out.str();
  }

  std::string Rows(const std::string& prices) {
    const auto file = folder_.Path() / "regimes.csv";
    Run(prices, {"--window", "60", "--output", file.string()});
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  }

  tests::TempFolder folder_;
};

TEST_F(RegimesCommandTest, PrintsRegimesTransitionsSwitchesAndTheModel) {
  const std::string text = Run(PricesFrom(DateTime(2010, 1, 4)), {"--window", "60"});
  for (const char* part : {"Regimes of OWN", "From \\ to", "Switches:", "Stability:", "Now: ",
                           "Model: ", "Last fit, ", "By BIC the windows"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
  }
}

TEST_F(RegimesCommandTest, BeginsWithTheFirstRowThereIs) {
  const std::string text = Run(PricesFrom(DateTime(1962, 1, 2)), {"--window", "60"});
  EXPECT_NE(text.find("from 1962-01-02"), std::string::npos) << text;
}

TEST_F(RegimesCommandTest, SaysPlainlyThatTheDataDoNotSupportSoManyStates) {
  const std::string text =
      Run(PricesFrom(DateTime(2010, 1, 4)), {"--window", "60", "--states", "4"});
  EXPECT_NE(text.find("do not support 4 states"), std::string::npos) << text;
}

TEST_F(RegimesCommandTest, RefusesAWindowThatCannotDecideItsModel) {
  try {
    Run(PricesFrom(DateTime(2010, 1, 4)), {"--window", "20", "--states", "8"});
    FAIL() << "accepted";
  } catch (const UsageError& error) {
    EXPECT_NE(std::string(error.what()).find("window: 20 bars"), std::string::npos);
  }
}

TEST_F(RegimesCommandTest, NoLaterRowChangesAByteOfAnEarlierRow) {
  const std::string truth = Rows(PricesFrom(DateTime(2010, 1, 4)));
  for (int changed = 70; changed < 290; changed += 11) {
    const std::string other = Rows(PricesFrom(DateTime(2010, 1, 4), changed));
    const auto [here, there] =
        std::mismatch(truth.begin(), truth.end(), other.begin(), other.end());
    ASSERT_NE(here, truth.end()) << changed;
    // The first byte that differs lies in the row of the first price that differs. Holidays have no
    // row, so that it is found by its date.
    const DateTime first = DateTime(2010, 1, 4).AddDays(changed / 5 * 7 + changed % 5);
    const std::size_t row = truth.rfind('\n', static_cast<std::size_t>(here - truth.begin())) + 1;
    EXPECT_GE(truth.substr(row, 10), first.ToString("yyyy-MM-dd"));
  }
}

}  // namespace
}  // namespace regimen::app
