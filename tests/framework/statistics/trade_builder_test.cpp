#include "framework/statistics/trade_builder.hpp"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/json.hpp"
#include "tests/support/lean_case.hpp"

namespace regimen {
namespace {

using tests::Json;

const DateTime kOpen(2013, 10, 7, 13, 31, 0);

Symbol Spy() {
  static const Symbol symbol = tests::LeanCase::ToSymbol("SPY R735QTJ8XC9X", "SPY");
  return symbol;
}

// Order ids count fills: 1, 2, 3, ... unless said otherwise.
class Fills {
 public:
  TradeFill Next(Decimal quantity, Decimal price, Decimal fee = 0) {
    ++order_id_;
    return {.symbol = Spy(),
            .utc_time = kOpen.AddMinutes(order_id_),
            .order_id = order_id_,
            .price = price,
            .quantity = quantity,
            .fee = fee,
            .exercise = {}};
  }

 private:
  int order_id_ = 0;
};

TEST(TradeBuilderTest, HasNoTradeWhileThePositionIsOpen) {
  TradeBuilder builder;
  Fills fills;
  EXPECT_FALSE(builder.HasOpenPosition(Spy()));
  builder.ProcessFill(fills.Next(100, 10));
  EXPECT_TRUE(builder.HasOpenPosition(Spy()));
  EXPECT_TRUE(builder.ClosedTrades().empty());
}

TEST(TradeBuilderTest, ClosesALongTradeWithExcursionsFeesAndDrawdown) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(100, 10.00, 1));
  builder.SetMarketPrice(Spy(), 10.50);  // profit high 0.50
  builder.SetMarketPrice(Spy(), 9.80);   // 0.70 given back
  builder.SetMarketPrice(Spy(), 10.20);
  builder.ProcessFill(fills.Next(-100, 10.10, 1.5));
  ASSERT_EQ(builder.ClosedTrades().size(), 1U);
  const Trade& trade = builder.ClosedTrades()[0];
  EXPECT_EQ(trade.GetSymbol(), Spy());
  EXPECT_EQ(trade.Direction(), TradeDirection::Long);
  EXPECT_EQ(trade.EntryTime(), kOpen.AddMinutes(1));
  EXPECT_EQ(trade.ExitTime(), kOpen.AddMinutes(2));
  EXPECT_EQ(trade.Duration(), TimeSpan::FromMinutes(1));
  EXPECT_EQ(trade.EntryPrice(), 10);
  EXPECT_EQ(trade.ExitPrice(), 10.1_m);
  EXPECT_EQ(trade.Quantity(), 100);
  EXPECT_EQ(trade.ProfitLoss(), 10);
  EXPECT_EQ(trade.TotalFees(), 2.5_m);
  EXPECT_EQ(trade.MAE(), -20);
  EXPECT_EQ(trade.MFE(), 50);
  EXPECT_EQ(trade.EndTradeDrawdown(), 70);
  EXPECT_TRUE(trade.IsWin());
  EXPECT_EQ(trade.OrderIds(), (std::vector{1, 2}));
  EXPECT_EQ(trade.Id(), "1-2#1");
  EXPECT_FALSE(builder.HasOpenPosition(Spy()));
}

TEST(TradeBuilderTest, CountsPricesThatCameBeforeTheFillOfTheTradeForThePositionOnly) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(10, 10));
  builder.SetMarketPrice(Spy(), 12);
  builder.ProcessFill(fills.Next(10, 11));
  builder.ProcessFill(fills.Next(-20, 11));
  ASSERT_EQ(builder.ClosedTrades().size(), 2U);
  // The second trade was opened after the high of 12 and is credited with it all the same.
  EXPECT_EQ(builder.ClosedTrades()[1].MFE(), 10);
  EXPECT_EQ(builder.ClosedTrades()[1].EndTradeDrawdown(), 0);
  EXPECT_EQ(builder.ClosedTrades()[0].EndTradeDrawdown(), 10);
}

TEST(TradeBuilderTest, SeesAnUnchangedPriceAgainForANewTrade) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(10, 10));
  builder.SetMarketPrice(Spy(), 10);
  builder.ProcessFill(fills.Next(10, 10.50));
  builder.SetMarketPrice(Spy(), 10);
  builder.ProcessFill(fills.Next(-20, 10));
  EXPECT_EQ(builder.ClosedTrades()[1].EndTradeDrawdown(), 5);
}

TEST(TradeBuilderTest, MatchesTheOldestFillFirstAndGivesItAllFeesOfAPart) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(100, 10, 1));
  builder.ProcessFill(fills.Next(50, 12, 2));
  builder.ProcessFill(fills.Next(-60, 11, 4));
  builder.ProcessFill(fills.Next(-90, 13, 8));
  const std::vector<Trade>& trades = builder.ClosedTrades();
  ASSERT_EQ(trades.size(), 3U);
  EXPECT_EQ(trades[0].Quantity(), 60);
  EXPECT_EQ(trades[0].ProfitLoss(), 60);
  EXPECT_EQ(trades[0].TotalFees(), 5);
  EXPECT_EQ(trades[1].Quantity(), 40);
  EXPECT_EQ(trades[1].ProfitLoss(), 120);
  EXPECT_EQ(trades[1].TotalFees(), 8);
  EXPECT_EQ(trades[2].Quantity(), 50);
  EXPECT_EQ(trades[2].EntryPrice(), 12);
  EXPECT_EQ(trades[2].TotalFees(), 2);
  EXPECT_EQ(trades[2].OrderIds(), (std::vector{2, 4}));
}

TEST(TradeBuilderTest, MatchesTheNewestFillFirstUnderLifo) {
  TradeBuilder builder(FillGroupingMethod::FillToFill, FillMatchingMethod::LIFO);
  Fills fills;
  builder.ProcessFill(fills.Next(100, 10));
  builder.ProcessFill(fills.Next(50, 12));
  builder.ProcessFill(fills.Next(-60, 11));
  ASSERT_EQ(builder.ClosedTrades().size(), 2U);
  EXPECT_EQ(builder.ClosedTrades()[0].EntryPrice(), 12);
  EXPECT_EQ(builder.ClosedTrades()[0].ProfitLoss(), -50);
  EXPECT_FALSE(builder.ClosedTrades()[0].IsWin());
  EXPECT_EQ(builder.ClosedTrades()[1].EntryPrice(), 10);
  EXPECT_EQ(builder.ClosedTrades()[1].Quantity(), 10);
}

TEST(TradeBuilderTest, TurnsTheRestOfAFillIntoATradeOfTheOtherSide) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(-100, 10, 1));
  builder.SetMarketPrice(Spy(), 15);
  builder.ProcessFill(fills.Next(150, 9, 2));
  builder.ProcessFill(fills.Next(-50, 10, 3));
  ASSERT_EQ(builder.ClosedTrades().size(), 2U);
  EXPECT_EQ(builder.ClosedTrades()[0].Direction(), TradeDirection::Short);
  EXPECT_EQ(builder.ClosedTrades()[0].ProfitLoss(), 100);
  EXPECT_EQ(builder.ClosedTrades()[0].MAE(), -500);
  const Trade& reversed = builder.ClosedTrades()[1];
  EXPECT_EQ(reversed.Direction(), TradeDirection::Long);
  EXPECT_EQ(reversed.Quantity(), 50);
  EXPECT_EQ(reversed.TotalFees(), 3);
  // The extremes start anew with the reversal: 15 is forgotten.
  EXPECT_EQ(reversed.MFE(), 50);
}

TEST(TradeBuilderTest, ChargesTheFeeOfAnOrderToItsFirstFill) {
  TradeBuilder builder;
  Fills fills;
  TradeFill part = fills.Next(40, 10, 5);
  builder.ProcessFill(part);
  builder.ProcessFill(part);
  builder.ProcessFill(fills.Next(-80, 10));
  EXPECT_EQ(builder.ClosedTrades()[0].TotalFees(), 5);
  EXPECT_EQ(builder.ClosedTrades()[1].TotalFees(), 0);
  EXPECT_EQ(builder.ClosedTrades()[0].Id(), "1-2#1");
  EXPECT_EQ(builder.ClosedTrades()[1].Id(), "1-2#2");
}

TEST(TradeBuilderTest, ForgetsTheFeesOfOrdersThatAreAThousandOrdersOld) {
  TradeBuilder builder;
  Fills fills;
  const TradeFill first = fills.Next(1, 10, 5);
  builder.ProcessFill(first);
  for (int i = 0; i < 1000; ++i) builder.ProcessFill(fills.Next(1, 10));
  builder.ProcessFill(first);
  builder.ProcessFill(fills.Next(-1002, 10));
  EXPECT_EQ(builder.ClosedTrades().front().TotalFees(), 5);
  EXPECT_EQ(builder.ClosedTrades().back().TotalFees(), 5);
}

TEST(TradeBuilderTest, ConvertsProfitIntoTheAccountsCurrencyAndRoundsHalfToEven) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(1, 1));
  TradeFill close = fills.Next(-1, 2);
  close.conversion_rate = 1.125_m;
  close.contract_multiplier = 0.2_m;
  builder.ProcessFill(close);
  EXPECT_EQ(builder.ClosedTrades()[0].ProfitLoss().ToString(), "0.22");  // 0.225
}

TEST(TradeBuilderTest, RestatesOpenTradesAfterASplit) {
  TradeBuilder builder;
  Fills fills;
  builder.ProcessFill(fills.Next(10, 600));
  builder.SetMarketPrice(Spy(), 660);
  builder.ApplySplit(Spy(), 0.5_m);
  builder.SetMarketPrice(Spy(), 290);
  builder.ProcessFill(fills.Next(-20, 310));
  const Trade& trade = builder.ClosedTrades().at(0);
  EXPECT_EQ(trade.Quantity(), 20);
  EXPECT_EQ(trade.EntryPrice(), 300);
  EXPECT_EQ(trade.ProfitLoss(), 200);
  EXPECT_EQ(trade.MFE(), 600);
  EXPECT_EQ(trade.MAE(), -200);
  EXPECT_EQ(trade.EndTradeDrawdown(), 800);
  EXPECT_THROW(builder.ApplySplit(Spy(), 0), ArgumentError);
}

TEST(TradeBuilderTest, MakesOneTradeFromFlatToFlat) {
  for (const auto matching : {FillMatchingMethod::FIFO, FillMatchingMethod::LIFO}) {
    TradeBuilder builder(FillGroupingMethod::FlatToFlat, matching);
    Fills fills;
    builder.ProcessFill(fills.Next(100, 10, 1));
    builder.ProcessFill(fills.Next(-50, 12, 1));
    builder.ProcessFill(fills.Next(100, 14, 1));
    EXPECT_TRUE(builder.ClosedTrades().empty());
    builder.ProcessFill(fills.Next(-150, 16, 1));
    const Trade& trade = builder.ClosedTrades().at(0);
    EXPECT_EQ(trade.EntryPrice(), 12);
    EXPECT_EQ(trade.ExitPrice(), 15);
    EXPECT_EQ(trade.Quantity(), 200);
    EXPECT_EQ(trade.ProfitLoss(), 600);
    EXPECT_EQ(trade.TotalFees(), 4);
    EXPECT_EQ(trade.EntryTime(), kOpen.AddMinutes(1));
    EXPECT_EQ(trade.MAE(), 0);
    EXPECT_EQ(trade.MFE(), 0);
    EXPECT_FALSE(builder.HasOpenPosition(Spy()));
  }
}

TEST(TradeBuilderTest, CarriesTheRestOfAReversalIntoTheNextFlatToFlatTrade) {
  TradeBuilder builder(FillGroupingMethod::FlatToFlat);
  Fills fills;
  builder.ProcessFill(fills.Next(100, 10));
  builder.ProcessFill(fills.Next(-150, 11, 7));
  builder.ProcessFill(fills.Next(50, 10));
  ASSERT_EQ(builder.ClosedTrades().size(), 2U);
  EXPECT_EQ(builder.ClosedTrades()[0].TotalFees(), 7);
  EXPECT_EQ(builder.ClosedTrades()[1].Direction(), TradeDirection::Short);
  EXPECT_EQ(builder.ClosedTrades()[1].Quantity(), 50);
  EXPECT_EQ(builder.ClosedTrades()[1].ProfitLoss(), 50);
  EXPECT_EQ(builder.ClosedTrades()[1].TotalFees(), 0);
}

TEST(TradeBuilderTest, ClosesATradeWithEachReducingFill) {
  TradeBuilder builder(FillGroupingMethod::FlatToReduced);
  Fills fills;
  builder.ProcessFill(fills.Next(100, 10, 1));
  builder.ProcessFill(fills.Next(100, 14, 1));
  builder.ProcessFill(fills.Next(-150, 16, 1));
  builder.ProcessFill(fills.Next(-100, 13, 1));
  builder.ProcessFill(fills.Next(50, 12, 1));
  const std::vector<Trade>& trades = builder.ClosedTrades();
  ASSERT_EQ(trades.size(), 3U);
  // 100 at 10 and 50 at 14.
  EXPECT_EQ(Math::Round(trades[0].EntryPrice(), 6), 11.333333_m);
  EXPECT_EQ(trades[0].ProfitLoss(), 700);
  EXPECT_EQ(trades[0].TotalFees(), 3);
  EXPECT_EQ(trades[0].OrderIds(), (std::vector{3, 1, 2}));
  EXPECT_EQ(trades[1].EntryPrice(), 14);
  EXPECT_EQ(trades[1].Quantity(), 50);
  EXPECT_EQ(trades[1].ProfitLoss(), -50);
  EXPECT_EQ(trades[2].Direction(), TradeDirection::Short);
  EXPECT_EQ(trades[2].ProfitLoss(), 50);
}

TEST(TradeBuilderTest, ReducesTheNewestFillFirstUnderLifo) {
  TradeBuilder builder(FillGroupingMethod::FlatToReduced, FillMatchingMethod::LIFO);
  Fills fills;
  builder.ProcessFill(fills.Next(100, 10));
  builder.ProcessFill(fills.Next(100, 14));
  builder.ProcessFill(fills.Next(-150, 16));
  const Trade& trade = builder.ClosedTrades().at(0);
  // 100 at 14 and 50 at 10.
  EXPECT_EQ(trade.ProfitLoss(), 500);
  EXPECT_EQ(trade.EntryTime(), kOpen.AddMinutes(2));
}

TEST(TradeBuilderTest, CountsAnExercisedOptionByItsOwnRule) {
  const OptionExercise in_the_money{.is_in_the_money = true, .in_the_money_amount = 500};
  EXPECT_TRUE(IsWinningFill(-1, -300, in_the_money));
  EXPECT_FALSE(IsWinningFill(-1, -600, in_the_money));
  EXPECT_FALSE(IsWinningFill(-1, 300, OptionExercise{}));
  EXPECT_FALSE(IsWinningFill(1, 300, in_the_money));
  EXPECT_TRUE(IsWinningFill(1, -600, in_the_money));
  EXPECT_TRUE(IsWinningFill(1, 300, OptionExercise{}));
  EXPECT_TRUE(IsWinningFill(1, 1, std::nullopt));
  EXPECT_FALSE(IsWinningFill(1, 0, std::nullopt));
}

// LEAN's fills give LEAN's trades. Excursions and drawdown need the prices in between and are left
// to the parity cases; so are runs with splits, other currencies and derivatives.
class TradeBuilderOnLeanTest : public testing::Test {
 protected:
  static bool IsPlain(const tests::LeanCase& lean) {
    const Json result = lean.Result();
    if (result["algorithmConfiguration"]["accountCurrency"].Text() != "USD") {
      return false;
    }
    for (const Json event : lean.OrderEvents().Items()) {
      if (event["symbol"].Text().find('|') != std::string::npos) return false;
    }
    for (const Json order : result["orders"].Members()) {
      // An equity whose prices are adjusted.
      if (order["securityType"].Text() != "1" || order["priceAdjustmentMode"].Text() == "0") {
        return false;
      }
    }
    return true;
  }

  static TradeFill ToFill(Json event) {
    TradeFill fill;
    fill.symbol = tests::LeanCase::ToSymbol(event["symbol"].Text(), event["symbolValue"].Text());
    fill.utc_time = DateTime::UnixEpoch.AddSeconds(event["time"].Number().ToDouble());
    fill.order_id = event["orderId"].Integer();
    fill.price = event["fillPrice"].Number();
    fill.quantity = event["fillQuantity"].Number();
    if (event.Has("orderFeeAmount")) fill.fee = event["orderFeeAmount"].Number();
    return fill;
  }

  static bool IsFill(Json event) {
    const std::string& status = event["status"].Text();
    return status == "filled" || status == "partiallyFilled";
  }

  // The fills in the order in which LEAN worked them off: those of a combo order at once, though
  // the file may hold what the strategy did on hearing of the first one in between.
  static std::vector<TradeFill> FillsOf(const tests::LeanCase& lean) {
    std::vector<TradeFill> fills;
    std::set<std::string> done;
    const std::vector<Json> events = lean.OrderEvents().Items();
    const auto add = [&](Json event) {
      if (IsFill(event) && done.insert(event["id"].Text()).second) {
        fills.push_back(ToFill(event));
      }
    };
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (!IsFill(events[i])) continue;
      add(events[i]);
      const Json order = lean.Result()["orders"][events[i]["orderId"].Text()];
      if (!order.Has("groupOrderManager")) continue;
      for (std::size_t k = i + 1; k < events.size(); ++k) {
        if (events[k]["time"].Text() != events[i]["time"].Text()) break;
        for (const Json leg : order["groupOrderManager"]["orderIds"].Items()) {
          if (leg.Text() == events[k]["orderId"].Text()) add(events[k]);
        }
      }
    }
    return fills;
  }

  static void ExpectEqual(const Trade& actual, const Trade& expected, const std::string& where) {
    EXPECT_EQ(actual.GetSymbol(), expected.GetSymbol()) << where;
    EXPECT_EQ(actual.EntryTime(), expected.EntryTime()) << where;
    EXPECT_EQ(actual.EntryPrice(), expected.EntryPrice()) << where;
    EXPECT_EQ(actual.Direction(), expected.Direction()) << where;
    EXPECT_EQ(actual.Quantity(), expected.Quantity()) << where;
    EXPECT_EQ(actual.ExitTime(), expected.ExitTime()) << where;
    EXPECT_EQ(actual.ExitPrice(), expected.ExitPrice()) << where;
    EXPECT_EQ(actual.ProfitLoss(), expected.ProfitLoss()) << where;
    EXPECT_EQ(actual.TotalFees(), expected.TotalFees()) << where;
    EXPECT_EQ(actual.IsWin(), expected.IsWin()) << where;
    EXPECT_EQ(actual.OrderIds(), expected.OrderIds()) << where;
  }
};

TEST_F(TradeBuilderOnLeanTest, GivesTheTradesOfLeansFills) {
  if (!tests::ExamDir() || !tests::HasXz()) GTEST_SKIP() << "needs REGIMEN_EXAM_DIR and xz";
  int runs = 0;
  for (const auto& file : tests::AllLeanCases(*tests::ExamDir())) {
    const tests::LeanCase lean(file);
    if (!IsPlain(lean)) continue;
    ++runs;
    TradeBuilder builder;
    for (const TradeFill& fill : FillsOf(lean)) builder.ProcessFill(fill);
    const std::vector<Trade> expected = lean.ClosedTrades();
    ASSERT_EQ(builder.ClosedTrades().size(), expected.size()) << lean.Name();
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ExpectEqual(builder.ClosedTrades()[i], expected[i], lean.Name() + " " + expected[i].Id());
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(runs, 100);
}

}  // namespace
}  // namespace regimen
