#include "framework/securities/market_hours_database.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

// A source of a few entries that counts how often each is asked for.
class FakeSource : public MarketHoursSource {
 public:
  using Records = std::map<std::string, MarketHoursRecord>;
  using Counts = std::map<std::string, int>;

  FakeSource(Records records, Counts& counts) : records_(std::move(records)), counts_(counts) {}

  std::optional<MarketHoursRecord> Find(const SecurityDatabaseKey& key) override {
    ++counts_[key.ToString()];
    const auto found = records_.find(key.ToString());
    return found == records_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  Records records_;
  Counts& counts_;
};

class MarketHoursDatabaseTest : public ::testing::Test {
 protected:
  static MarketHoursRecord Record(std::set<DateTime> holidays) {
    MarketHoursRecord record;
    record.data_time_zone = TimeZones::Utc();
    record.schedule.time_zone = TimeZones::NewYork();
    record.schedule.week[1] = LocalMarketHours(
        {{MarketHoursState::Market, TimeSpan::FromHours(9), TimeSpan::FromHours(16)}});
    record.schedule.holidays = std::move(holidays);
    return record;
  }
  MarketHoursDatabase Database() {
    return MarketHoursDatabase(std::make_unique<FakeSource>(records_, counts_));
  }

  FakeSource::Records records_;
  FakeSource::Counts counts_;
  const DateTime christmas_{2013, 12, 25};
  const DateTime new_year_{2014, 1, 1};
};

TEST_F(MarketHoursDatabaseTest, FindsTheTickerThenTheWildcard) {
  records_["Equity-usa-[*]"] = Record({christmas_});
  records_["Equity-usa-SPY"] = Record({new_year_});
  MarketHoursDatabase database = Database();
  EXPECT_EQ(database.GetEntry("usa", "IBM", SecurityType::Equity).exchange_hours->Holidays(),
            std::set<DateTime>{christmas_});
  EXPECT_EQ(database.GetEntry("USA", "spy", SecurityType::Equity).exchange_hours->Holidays(),
            (std::set<DateTime>{christmas_, new_year_}));
  EXPECT_EQ(database.GetEntry("usa", "IBM", SecurityType::Equity).data_time_zone, TimeZones::Utc());
}

TEST_F(MarketHoursDatabaseTest, ReadsEachEntryOnce) {
  records_["Equity-usa-[*]"] = Record({});
  MarketHoursDatabase database = Database();
  const auto& first = database.GetEntry("usa", "IBM", SecurityType::Equity);
  EXPECT_EQ(&database.GetEntry("usa", "IBM", SecurityType::Equity), &first);
  EXPECT_EQ(&database.GetEntry("usa", "AAPL", SecurityType::Equity), &first);
  EXPECT_EQ(counts_, (FakeSource::Counts{
                         {"Equity-usa-AAPL", 1}, {"Equity-usa-IBM", 1}, {"Equity-usa-[*]", 1}}));
}

TEST_F(MarketHoursDatabaseTest, OwnTimesWinOverTheMarkets) {
  records_["Index-usa-[*]"] = Record({});
  records_["Index-usa-[*]"].schedule.early_closes = {{christmas_, TimeSpan::FromHours(12)},
                                                     {new_year_, TimeSpan::FromHours(12)}};
  records_["Index-usa-VIX"] = Record({});
  records_["Index-usa-VIX"].schedule.early_closes = {{christmas_, TimeSpan::FromHours(13)}};
  MarketHoursDatabase database = Database();
  const auto closes =
      database.GetEntry("usa", "VIX", SecurityType::Index).exchange_hours->EarlyCloses();
  EXPECT_EQ(closes.at(christmas_), TimeSpan::FromHours(13));
  EXPECT_EQ(closes.at(new_year_), TimeSpan::FromHours(12));
}

TEST_F(MarketHoursDatabaseTest, AnOptionWithoutHolidaysTakesItsUnderlyings) {
  records_["Equity-usa-[*]"] = Record({christmas_});
  records_["Option-usa-[*]"] = Record({});
  MarketHoursDatabase database = Database();
  EXPECT_EQ(database.GetEntry("usa", "SPY", SecurityType::Option).exchange_hours->Holidays(),
            std::set<DateTime>{christmas_});
}

TEST_F(MarketHoursDatabaseTest, FallsBackToFutureAndToTheTypeOfCustomData) {
  records_["Future-cme-ES"] = Record({});
  records_["Base-usa-TYPE.WEATHER"] = Record({});
  MarketHoursDatabase database = Database();
  EXPECT_NE(database.TryGetEntry("cme", "ES", SecurityType::FutureOption), nullptr);
  EXPECT_NE(database.TryGetEntry("usa", "PARIS.Weather", SecurityType::Base), nullptr);
  EXPECT_EQ(database.TryGetEntry("usa", "PARIS.Traffic", SecurityType::Base), nullptr);
}

TEST_F(MarketHoursDatabaseTest, NamesTheKeyThatIsMissing) {
  MarketHoursDatabase database = Database();
  try {
    database.GetEntry("usa", "SPY", SecurityType::Equity);
    FAIL();
  } catch (const ConfigError& error) {
    EXPECT_EQ(error.Key(), "Equity-usa-SPY");
    EXPECT_NE(std::string(error.what()).find("Equity-usa-[*]"), std::string::npos);
  }
}

TEST_F(MarketHoursDatabaseTest, TakesEntriesOfTheUser) {
  records_["Equity-usa-[*]"] = Record({});
  MarketHoursDatabase database = Database();
  const auto& before = database.GetEntry("usa", "SPY", SecurityType::Equity);
  database.SetEntryAlwaysOpen("usa", "SPY", SecurityType::Equity, TimeZones::Tokyo());
  const auto& after = database.GetEntry("usa", "SPY", SecurityType::Equity);
  EXPECT_TRUE(after.exchange_hours->IsMarketAlwaysOpen());
  EXPECT_EQ(after.data_time_zone, TimeZones::Tokyo());
  EXPECT_FALSE(before.exchange_hours->IsMarketAlwaysOpen());
}

TEST_F(MarketHoursDatabaseTest, CanKeepEveryMarketOpen) {
  records_["Equity-usa-[*]"] = Record({christmas_});
  MarketHoursDatabase database = Database();
  database.GetEntry("usa", "SPY", SecurityType::Equity);
  database.ForceAlwaysOpen();
  const auto& entry = database.GetEntry("usa", "SPY", SecurityType::Equity);
  EXPECT_TRUE(entry.exchange_hours->IsMarketAlwaysOpen());
  EXPECT_EQ(entry.exchange_hours->TimeZone(), TimeZones::NewYork());
  EXPECT_EQ(entry.data_time_zone, TimeZones::Utc());
}

}  // namespace
}  // namespace regimen
