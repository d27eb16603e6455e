#include "data/generator/intraday_path.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace regimen::generator {
namespace {

using namespace std::chrono;

SymbolDay MakeDay(Price open, Price high, Price low, Price close) {
  return {.session = {Date(2024y / June / 3), kFullSessionMinutes},
          .open = open,
          .high = high,
          .low = low,
          .close = close,
          .volume = 1'234'500,
          .regime = MarketRegime::Bull};
}

void ExpectAddsUp(const std::vector<MinuteBar>& bars, const SymbolDay& day) {
  Price high = bars.front().high;
  Price low = bars.front().low;
  std::int64_t volume = 0;
  for (const MinuteBar& bar : bars) {
    EXPECT_GE(bar.high, std::max(bar.open, bar.close));
    EXPECT_LE(bar.low, std::min(bar.open, bar.close));
    EXPECT_EQ(bar.open % kCent + bar.high % kCent + bar.low % kCent + bar.close % kCent, 0);
    EXPECT_GT(bar.volume, 0);
    high = std::max(high, bar.high);
    low = std::min(low, bar.low);
    volume += bar.volume;
  }
  EXPECT_EQ(bars.front().open, day.open);
  EXPECT_EQ(bars.back().close, day.close);
  EXPECT_EQ(high, day.high);
  EXPECT_EQ(low, day.low);
  EXPECT_EQ(volume, day.volume);
}

TEST(IntradayPathTest, MinutesAddUpToTheDay) {
  IntradayPath path;
  Random random(1);
  for (const SymbolDay& day :
       {MakeDay(1'000'000, 1'020'000, 990'000, 1'010'000),
        MakeDay(1'000'000, 1'000'000, 900'000, 900'000),      // falls all day from the high
        MakeDay(1'000'000, 1'300'000, 1'000'000, 1'000'000),  // a spike, back to the low
        MakeDay(10'000, 10'000, 10'000, 10'000),              // no move at all
        MakeDay(9'000'000, 9'000'100, 8'999'900, 9'000'000)}) {
    const std::vector<MinuteBar>& bars = path.Draw(day, random);
    EXPECT_EQ(bars.size(), 390U);
    ExpectAddsUp(bars, day);
  }
}

TEST(IntradayPathTest, MinutesCoverTheSession) {
  IntradayPath path;
  Random random(2);
  SymbolDay day = MakeDay(1'000'000, 1'020'000, 990'000, 1'010'000);
  EXPECT_EQ(path.Draw(day, random).front().minute, 9 * 60 + 30);
  EXPECT_EQ(path.Draw(day, random).back().minute, 15 * 60 + 59);
  day.session.minutes = kShortSessionMinutes;
  EXPECT_EQ(path.Draw(day, random).size(), 210U);
  EXPECT_EQ(path.Draw(day, random).back().minute, 12 * 60 + 59);
  ExpectAddsUp(path.Draw(day, random), day);
}

TEST(IntradayPathTest, SparseMinutesAddUpToo) {
  IntradayPath path(0.2);
  Random random(3);
  const SymbolDay day = MakeDay(1'000'000, 1'020'000, 990'000, 1'010'000);
  std::size_t bars = 0;
  for (int i = 0; i < 50; ++i) {
    const std::vector<MinuteBar>& drawn = path.Draw(day, random);
    ExpectAddsUp(drawn, day);
    EXPECT_EQ(drawn.front().minute, 9 * 60 + 30);
    EXPECT_EQ(drawn.back().minute, 15 * 60 + 59);
    bars += drawn.size();
  }
  EXPECT_NEAR(static_cast<double>(bars) / 50.0, 2.0 + 388.0 * 0.2, 4.0);
}

TEST(IntradayPathTest, QuotesEncloseTheTrade) {
  IntradayPath path;
  Random random(4);
  for (const MinuteBar& bar :
       path.Draw(MakeDay(5'000'000, 5'050'000, 4'990'000, 5'010'000), random)) {
    EXPECT_LE(bar.bid_offset, 0);
    EXPECT_GE(bar.ask_offset, 0);
    EXPECT_LT(bar.bid_offset, bar.ask_offset);
    EXPECT_GE(bar.bid_size, 100);
    EXPECT_GE(bar.ask_size, 100);
  }
}

TEST(IntradayPathTest, TradingIsBusiestAtTheOpenAndTheClose) {
  IntradayPath path;
  Random random(5);
  double ends = 0.0;
  double noon = 0.0;
  double end_moves = 0.0;
  double noon_moves = 0.0;
  for (int i = 0; i < 200; ++i) {
    const std::vector<MinuteBar>& bars =
        path.Draw(MakeDay(5'000'000, 5'050'000, 4'950'000, 5'010'000), random);
    for (std::size_t minute = 0; minute < 30; ++minute) {
      const MinuteBar& end = bars[bars.size() - 1 - minute];
      const MinuteBar& middle = bars[180 + minute];
      ends += static_cast<double>(end.volume);
      noon += static_cast<double>(middle.volume);
      end_moves += std::abs(static_cast<double>(end.close - end.open));
      noon_moves += std::abs(static_cast<double>(middle.close - middle.open));
    }
  }
  EXPECT_GT(ends, 2.5 * noon);
  EXPECT_GT(end_moves, 1.4 * noon_moves);
}

TEST(IntradayPathTest, TheSameStreamGivesTheSameMinutes) {
  IntradayPath a;
  IntradayPath b;
  Random first(6);
  Random second(6);
  const SymbolDay day = MakeDay(1'000'000, 1'020'000, 990'000, 1'010'000);
  const std::vector<MinuteBar> expected = a.Draw(day, first);
  const std::vector<MinuteBar>& actual = b.Draw(day, second);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(expected[i].close, actual[i].close);
    EXPECT_EQ(expected[i].volume, actual[i].volume);
  }
}

}  // namespace
}  // namespace regimen::generator
