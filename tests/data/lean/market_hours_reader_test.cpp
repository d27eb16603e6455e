#include "data/lean/market_hours_reader.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "data/lean/byte_buffer.hpp"
#include "data/lean/file_reader.hpp"
#include "framework/core/error.hpp"
#include "framework/core/json_value.hpp"
#include "framework/securities/market_hours_database.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

constexpr char kFile[] = R"({
  // hours of one market
  "version": [1, {"entries": "no"}],
  "entries": {
    "Equity-usa-[*]": {
      "dataTimeZone": "America/New_York",
      "exchangeTimeZone": "America/New_York",
      "sunday": [],
      "monday": [
        { "start": "04:00:00", "end": "09:30:00", "state": "premarket" },
        { "start": "09:30:00", "end": "16:00:00", "state": "market" },
        { "start": "16:00:00", "end": "1.00:00:00", "state": "postmarket" } /* to midnight */
      ],
      "tuesday": [ { "start": "22:0:00", "end": "1:00:00:00", "state": "market" }, ],
      "holidays": [ "12/25/2013", "1/1/2014" ],
      "earlyCloses": { "12/24/2013": "13:00:00" },
      "bankHolidays": [ "10/14/2013" ]
    },
    "Forex-oanda-a\"b": { "exchangeTimeZone": "UTC", "dataTimeZone": "UTC" },
  }
})";

class MarketHoursReaderTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& content) {
    return folder_.Write("hours.json", content).string();
  }
  // One entry whose body is `body`, on line 2.
  std::string WriteEntry(const std::string& body) {
    return Write("{\"entries\": {\n\"Equity-usa-[*]\": " + body + "}}");
  }
  void ExpectEntryError(const std::string& body, std::size_t line, const std::string& what) {
    MarketHoursReader reader(WriteEntry(body));
    try {
      reader.Find({"usa", "", SecurityType::Equity});
      FAIL() << body;
    } catch (const DataError& error) {
      EXPECT_EQ(error.Line(), line) << error.what();
      EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
      EXPECT_NE(error.File().find("hours.json"), std::string::npos);
    }
  }
  void ExpectFileError(const std::string& content, std::size_t line, const std::string& what) {
    const std::string path = Write(content);
    try {
      MarketHoursReader reader(path);
      FAIL() << content;
    } catch (const DataError& error) {
      EXPECT_EQ(error.Line(), line) << error.what();
      EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
    }
  }

  tests::TempFolder folder_;
};

TEST_F(MarketHoursReaderTest, ReadsAnEntry) {
  MarketHoursReader reader(Write(kFile));
  const auto record = reader.Find({"USA", "[*]", SecurityType::Equity});
  ASSERT_TRUE(record);
  EXPECT_EQ(record->data_time_zone, TimeZones::NewYork());
  const ExchangeSchedule& schedule = record->schedule;
  EXPECT_TRUE(schedule.week[0].IsClosedAllDay());
  ASSERT_EQ(schedule.week[1].Segments().size(), 3U);
  EXPECT_EQ(schedule.week[1].Segments()[1],
            MarketHoursSegment(MarketHoursState::Market, TimeSpan(9, 30, 0), TimeSpan(16, 0, 0)));
  EXPECT_EQ(schedule.week[1].Segments()[2].End(), TimeSpan::FromDays(1));
  EXPECT_EQ(schedule.week[2].Segments()[0].Start(), TimeSpan::FromHours(22));
  EXPECT_EQ(schedule.week[2].Segments()[0].End(), TimeSpan::FromDays(1));
  EXPECT_TRUE(schedule.week[6].IsClosedAllDay());
  EXPECT_EQ(schedule.holidays, (std::set<DateTime>{DateTime(2013, 12, 25), DateTime(2014, 1, 1)}));
  EXPECT_EQ(schedule.early_closes.at(DateTime(2013, 12, 24)), TimeSpan::FromHours(13));
  EXPECT_TRUE(schedule.late_opens.empty());
  EXPECT_EQ(schedule.bank_holidays.size(), 1U);
}

TEST_F(MarketHoursReaderTest, DoesNotInventEntries) {
  MarketHoursReader reader(Write(kFile));
  EXPECT_FALSE(reader.Find({"usa", "SPY", SecurityType::Equity}));
  EXPECT_FALSE(reader.Find({"usa", "", SecurityType::Index}));
}

TEST_F(MarketHoursReaderTest, SaysWhatIsWrongWithAnEntry) {
  const std::string zones = R"("dataTimeZone": "UTC", "exchangeTimeZone": "UTC")";
  ExpectEntryError("[]", 2, "an object");
  ExpectEntryError("{}", 2, "\"dataTimeZone\" with the id of a time zone");
  ExpectEntryError("{\"dataTimeZone\": \"UTC\",\n\"exchangeTimeZone\": \"Mars\"}", 3, "'Mars'");
  ExpectEntryError("{" + zones + ",\n\"monday\": {}}", 3, "a list of {start, end, state}");
  ExpectEntryError("{" + zones + ",\n\"monday\": [{\"start\": \"09:30:00\"}]}", 3,
                   "\"start\", \"end\" and \"state\"");
  ExpectEntryError("{" + zones +
                       ", \"monday\": [\n{\"start\": \"9x\", \"end\": \"16:00:00\", "
                       "\"state\": \"market\"}]}",
                   3, "'9x'");
  ExpectEntryError("{" + zones +
                       ", \"monday\": [\n{\"start\": \"09:30:00\", \"end\": "
                       "\"2.00:00:00\", \"state\": \"market\"}]}",
                   3, "a time of day");
  ExpectEntryError("{" + zones +
                       ", \"monday\": [\n{\"start\": \"09:30:00\", \"end\": "
                       "\"16:00:00\", \"state\": \"lunch\"}]}",
                   3, "premarket");
  ExpectEntryError("{" + zones +
                       ", \"monday\": [\n{\"start\": \"16:00:00\", \"end\": "
                       "\"09:30:00\", \"state\": \"market\"}]}",
                   3, "in order of time");
  ExpectEntryError("{" + zones + ",\n\"holidays\": [\"2013-12-25\"]}", 3, "month/day/year");
  ExpectEntryError("{" + zones + ",\n\"holidays\": \"12/25/2013\"}", 3, "a list of dates");
  ExpectEntryError("{" + zones + ",\n\"earlyCloses\": {\"12/24/2013\": 13}}", 3, "a time of day");
  ExpectEntryError("{" + zones + ",\n\"lateOpens\": {\"2013\": \"13:00:00\"}}", 3,
                   "month/day/year");
  ExpectEntryError("{\n\"dataTimeZone\" \"UTC\"}", 3, "no valid JSON");
}

TEST_F(MarketHoursReaderTest, SaysWhatIsWrongWithTheFile) {
  ExpectFileError("", 1, "expected '{'");
  ExpectFileError("{\"entries\": {\n\"Equity-usa-[*]\": {\"a\": [1, 2", 2, "not closed");
  ExpectFileError("{\"entries\": {\n\"Equity", 2, "closing quote");
  ExpectFileError("{\"entries\": {}\n/* no end", 2, "comment has no end");
  ExpectFileError("{\"entries\":\n}", 2, "expected '{'");
  ExpectFileError("{\"entries\": {\"a\" {}}}", 1, "expected ':'");
  ExpectFileError("{\"entries\": {\"a\": {} \"b\": {}}}", 1, "expected '}'");
  ExpectFileError("{\"entries\": {\"a\": }}", 1, "expected a value");
  ExpectFileError("{\"hours\": {}}", 0, "no member \"entries\"");
}

TEST_F(MarketHoursReaderTest, NamesAMissingFile) {
  EXPECT_THROW(MarketHoursReader("/nowhere/hours.json"), DataError);
}

class LeanMarketHoursTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto folder = tests::LeanDataDir();
    if (!folder) GTEST_SKIP() << "LEAN's data are not here (REGIMEN_LEAN_DATA)";
    database_ = std::make_unique<MarketHoursDatabase>(
        std::make_unique<MarketHoursReader>((*folder / kMarketHoursFile).string()));
  }
  const SecurityExchangeHours& Hours(std::string_view market, std::string_view ticker,
                                     SecurityType type) {
    return *database_->GetEntry(market, ticker, type).exchange_hours;
  }

  std::unique_ptr<MarketHoursDatabase> database_;
};

// Facts from section 1.5 of the data spec.
TEST_F(LeanMarketHoursTest, KnowsTheUsEquityMarket) {
  const SecurityExchangeHours& hours = Hours("usa", "SPY", SecurityType::Equity);
  EXPECT_EQ(hours.TimeZone(), TimeZones::NewYork());
  EXPECT_EQ(hours.Holidays().size(), 293U);
  EXPECT_EQ(hours.EarlyCloses().size(), 65U);
  for (const auto& [date, close] : hours.EarlyCloses()) EXPECT_EQ(close, TimeSpan(13, 0, 0));
  EXPECT_TRUE(hours.EarlyCloses().contains(DateTime(2002, 7, 5)));
  EXPECT_EQ(hours.RegularMarketDuration(), TimeSpan(6, 30, 0));
  EXPECT_FALSE(hours.IsDateOpen(DateTime(2013, 11, 28)));
  EXPECT_EQ(hours.GetNextMarketClose(DateTime(2013, 11, 28), false),
            DateTime(2013, 11, 29, 13, 0, 0));
  EXPECT_EQ(hours.GetNextMarketOpen(DateTime(2013, 10, 4, 20, 0, 0), true),
            DateTime(2013, 10, 7, 4, 0, 0));
}

// The New York Stock Exchange was open on 252 days of 2013, on 250 of 2012 (hurricane Sandy shut it
// on two) and on 248 of 2001.
TEST_F(LeanMarketHoursTest, CountsTradingDays) {
  const SecurityExchangeHours& hours = Hours("usa", "SPY", SecurityType::Equity);
  const auto count = [&hours](int year) {
    int days = 0;
    for (DateTime date(year, 1, 1); date.Year() == year; date = date.AddDays(1)) {
      days += hours.IsDateOpen(date) ? 1 : 0;
    }
    return days;
  };
  EXPECT_EQ(count(2013), 252);
  EXPECT_EQ(count(2012), 250);
  EXPECT_EQ(count(2001), 248);
}

TEST_F(LeanMarketHoursTest, KnowsOtherMarkets) {
  const auto& oanda = database_->GetEntry("oanda", "EURUSD", SecurityType::Forex);
  EXPECT_EQ(oanda.data_time_zone.Id(), "UTC");
  EXPECT_EQ(oanda.exchange_hours->TimeZone(), TimeZones::NewYork());
  EXPECT_FALSE(oanda.exchange_hours->IsOpen(DateTime(2014, 5, 7, 17, 0, 0), false));
  EXPECT_TRUE(oanda.exchange_hours->IsOpen(DateTime(2014, 5, 7, 17, 3, 0), false));
  EXPECT_EQ(database_->GetEntry("fxcm", "EURUSD", SecurityType::Forex).data_time_zone.Id(),
            "UTC-05");
  EXPECT_TRUE(Hours("coinbase", "BTCUSD", SecurityType::Crypto).IsMarketAlwaysOpen());
  const SecurityExchangeHours& spx = Hours("usa", "SPX", SecurityType::Index);
  EXPECT_EQ(spx.TimeZone(), TimeZones::Chicago());
  EXPECT_EQ(spx.GetNextMarketOpen(DateTime(2021, 1, 4), false), DateTime(2021, 1, 4, 8, 30, 0));
  EXPECT_EQ(spx.GetNextMarketClose(DateTime(2021, 1, 4), false), DateTime(2021, 1, 4, 15, 15, 0));
  // The holidays of `[*]` count too.
  EXPECT_FALSE(spx.IsDateOpen(DateTime(2013, 12, 25)));
}

TEST_F(LeanMarketHoursTest, ReadsEveryEntry) {
  ByteBuffer buffer;
  const std::string path = (*tests::LeanDataDir() / kMarketHoursFile).string();
  const JsonValue whole = ParseJson(*ReadFile(path, buffer), path);
  MarketHoursReader reader(path);
  std::size_t count = 0;
  for (const JsonValue& entry : whole.Find("entries")->children) {
    const std::size_t first = entry.name.find('-');
    const std::size_t second = entry.name.find('-', first + 1);
    const auto type = std::string_view(entry.name).substr(0, first);
    for (int number = 0; number <= static_cast<int>(SecurityType::CryptoFuture); ++number) {
      if (ToText(static_cast<SecurityType>(number)) != type) continue;
      const SecurityDatabaseKey key(entry.name.substr(first + 1, second - first - 1),
                                    entry.name.substr(second + 1),
                                    static_cast<SecurityType>(number));
      const auto record = reader.Find(key);
      ASSERT_TRUE(record) << entry.name;
      ASSERT_EQ(record->schedule.time_zone.Id(), entry.Find("exchangeTimeZone")->text);
      ++count;
    }
  }
  EXPECT_EQ(count, 549U);
}

}  // namespace
}  // namespace regimen::lean
