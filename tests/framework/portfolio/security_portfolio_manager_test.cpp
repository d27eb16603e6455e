#include "framework/portfolio/security_portfolio_manager.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/market/dividend.hpp"
#include "framework/market/split.hpp"
#include "framework/models/settlement/delayed_settlement_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;

class SecurityPortfolioManagerTest : public testing::Test {
 protected:
  void SetUp() override { world_.Trade(spy_, 100); }
  // A market order that fills at `price`.
  void Fill(Decimal quantity, Decimal price) {
    world_.Quote(spy_, price, price);
    world_.trading.MarketOrder(Spy(), quantity);
  }
  const SecurityHolding& Held() const { return world_.portfolio["SPY"]; }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(SecurityPortfolioManagerTest, StartsWithOneHundredThousandDollars) {
  EXPECT_EQ(world_.portfolio.Cash(), 100'000);
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), 100'000);
  EXPECT_FALSE(world_.portfolio.Invested());
}

TEST_F(SecurityPortfolioManagerTest, AveragesThePriceOfWhatIsAdded) {
  Fill(100, 100);
  Fill(300, 104);
  EXPECT_EQ(Held().Quantity(), 400);
  EXPECT_EQ(Held().AveragePrice(), 103);
  EXPECT_EQ(world_.portfolio.Cash(), 100'000 - 10'000 - 31'200 - 1 - 1.5_m);
}

TEST_F(SecurityPortfolioManagerTest, KeepsTheAverageWhenItShrinksAndForgetsItWhenFlat) {
  Fill(100, 100);
  Fill(-40, 110);
  EXPECT_EQ(Held().AveragePrice(), 100);
  EXPECT_EQ(Held().Profit(), 400);
  Fill(-60, 90);
  EXPECT_EQ(Held().AveragePrice(), 0);
  EXPECT_EQ(Held().Profit(), -200);
  EXPECT_EQ(Held().NetProfit(), -203);
}

TEST_F(SecurityPortfolioManagerTest, AFillThroughZeroOpensTheOtherSideAtItsPrice) {
  Fill(100, 100);
  Fill(-150, 110);
  EXPECT_EQ(Held().Quantity(), -50);
  EXPECT_EQ(Held().AveragePrice(), 110);
  EXPECT_EQ(Held().LastTradeProfit(), 1000);
}

TEST_F(SecurityPortfolioManagerTest, AShortPositionEarnsWhenThePriceFalls) {
  Fill(-100, 100);
  Fill(100, 90);
  EXPECT_EQ(Held().Profit(), 1000);
}

// The ledger takes the closing fee for both fees (spec lean-orders-and-portfolio 6.2).
TEST_F(SecurityPortfolioManagerTest, TheRecordOfATradeIsLessTwiceItsClosingFee) {
  Fill(1000, 100);
  Fill(-1000, 101);
  const auto records = world_.transactions.TransactionRecord();
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records.begin()->first, DateTime(2013, 10, 7, 14, 0, 0));
  EXPECT_EQ(records.begin()->second, 1000 - 2 * 5);
  EXPECT_EQ(world_.transactions.WinCount(), 1);
}

TEST_F(SecurityPortfolioManagerTest, RecordsOfOneInstantAreAMillisecondApart) {
  Fill(100, 100);
  Fill(-50, 101);
  Fill(-50, 99);
  const auto records = world_.transactions.TransactionRecord();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records.rbegin()->first, DateTime(2013, 10, 7, 14, 0, 0, 1));
  EXPECT_EQ(world_.transactions.LossCount(), 1);
}

TEST_F(SecurityPortfolioManagerTest, KeepsItsValueUntilItIsToldThatPricesChanged) {
  Fill(100, 100);
  const Decimal value = world_.portfolio.TotalPortfolioValue();
  spy_.Cache.Store(TradeBar(spy_.LocalTime(), Spy(), Bar(200, 200, 200, 200), 1, TimeSpan()));
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), value);
  world_.portfolio.InvalidateTotalPortfolioValue();
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), value + 100 * 100);
}

TEST_F(SecurityPortfolioManagerTest, NewCashIsSeenAtOnce) {
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), 100'000);
  world_.portfolio.CashBook["USD"].AddAmount(5);
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), 100'005);
  world_.portfolio.CashBook.Add("EUR", 10, 2);
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), 100'025);
}

TEST_F(SecurityPortfolioManagerTest, TheUnsettledBookHasTheSameCurrencies) {
  world_.portfolio.CashBook.Add("EUR", 10, 2);
  world_.portfolio.CashBook["EUR"].SetConversionRate(3);
  world_.portfolio.UnsettledCashBook["EUR"].AddAmount(1);
  EXPECT_EQ(world_.portfolio.UnsettledCash(), 3);
}

TEST_F(SecurityPortfolioManagerTest, TotalsRunOverRemovedSecuritiesToo) {
  Fill(100, 100);
  world_.securities.Remove(Spy());
  EXPECT_EQ(world_.portfolio.TotalFees(), 1);
  EXPECT_EQ(world_.portfolio.TotalSaleVolume(), 10'000);
  EXPECT_EQ(world_.portfolio.TotalHoldingsValue(), 0);
  EXPECT_FALSE(world_.portfolio.Invested());
}

TEST_F(SecurityPortfolioManagerTest, UnrealizedProfitIsLessTheFeeOfClosing) {
  Fill(100, 100);
  world_.Quote(spy_, 102, 104);
  EXPECT_EQ(Held().UnrealizedProfit(), 199);
  EXPECT_EQ(Held().UnrealizedProfitPercent(), 0.0199_m);
}

TEST_F(SecurityPortfolioManagerTest, MarginIsHalfThePositionAtLeverageTwo) {
  Fill(100, 100);
  EXPECT_EQ(world_.portfolio.TotalMarginUsed(), 5000);
  EXPECT_EQ(world_.portfolio.MarginRemaining(), 99'999 - 5000);
  // Against the position: its margin twice more.
  EXPECT_EQ(world_.portfolio.GetBuyingPower(Spy(), OrderDirection::Sell), 99'999 + 5000);
}

TEST_F(SecurityPortfolioManagerTest, IteratesOverSymbolsAndHoldings) {
  world_.AddEquity(Ibm());
  std::vector<Symbol> symbols;
  for (const auto& [symbol, holding] : world_.portfolio) {
    EXPECT_EQ(holding.Quantity(), 0);
    symbols.push_back(symbol);
  }
  EXPECT_EQ(symbols, (std::vector<Symbol>{Spy(), Ibm()}));
  EXPECT_THROW(world_.portfolio["MSFT"], ArgumentError);
}

TEST_F(SecurityPortfolioManagerTest, DividendsArePaidInRawAndSplitAdjustedModeOnly) {
  Fill(100, 100);
  const Decimal cash = world_.portfolio.Cash();
  const Dividend dividend(Spy(), DateTime(2013, 10, 8), 100, 0.99_m);
  world_.portfolio.ApplyDividend(dividend, DataNormalizationMode::Adjusted);
  EXPECT_EQ(world_.portfolio.Cash(), cash);
  world_.portfolio.ApplyDividend(dividend, DataNormalizationMode::Raw);
  EXPECT_EQ(world_.portfolio.Cash(), cash + 100);
  EXPECT_EQ(Held().TotalDividends(), 100);
  EXPECT_EQ(Held().Profit(), 100);
}

// AAPL 2014 with the file's rounded factor: 53 shares become 370 and cash (observed on LEAN); -154
// become -1077 (spec 6.7).
TEST_F(SecurityPortfolioManagerTest, ASplitCutsTheFractionTowardsZeroAndPaysIt) {
  Fill(-154, 100);
  const Decimal cash = world_.portfolio.Cash();
  const Split split(Spy(), DateTime(2014, 6, 9), 100, 0.1428572_m, SplitType::SplitOccurred);
  world_.portfolio.ApplySplit(split, spy_, DataNormalizationMode::Adjusted);
  EXPECT_EQ(Held().Quantity(), -154);
  world_.portfolio.ApplySplit(split, spy_, DataNormalizationMode::Raw);
  EXPECT_EQ(Held().Quantity(), -1077);
  EXPECT_EQ(Held().AveragePrice(), 14.28572_m);
  EXPECT_EQ(spy_.Price(), 14.28572_m);
  const Decimal fraction = -154 / 0.1428572_m + 1077;
  EXPECT_EQ(world_.portfolio.Cash(), cash + fraction * 14.28572_m);

  Fill(1077 + 53, 14);
  world_.portfolio.ApplySplit(split, spy_, DataNormalizationMode::Raw);
  EXPECT_EQ(Held().Quantity(), 370);
}

TEST_F(SecurityPortfolioManagerTest, ProceedsOfADelayedSettlementCountInTheValueButNotInTheMargin) {
  spy_.SetSettlementModel(std::make_shared<DelayedSettlementModel>());
  Fill(100, 100);
  Fill(-100, 100);
  EXPECT_EQ(world_.portfolio.UnsettledCash(), 10'000);
  EXPECT_EQ(world_.portfolio.Cash(), 89'998);
  EXPECT_EQ(world_.portfolio.TotalPortfolioValue(), 99'998);
  EXPECT_EQ(world_.portfolio.MarginRemaining(), 89'998);
}

TEST_F(SecurityPortfolioManagerTest, TheAccountCurrencyIsSetBeforeSecurities) {
  EXPECT_THROW(world_.portfolio.SetAccountCurrency("EUR"), InvalidOperationError);
}

TEST(AccountCurrencyTest, TakesTheCashAlong) {
  TradingWorld world(DateTime(2013, 10, 7, 14, 0, 0));
  world.portfolio.SetAccountCurrency("EUR", 5000);
  EXPECT_EQ(world.portfolio.CashBook.AccountCurrency(), "EUR");
  EXPECT_EQ(world.portfolio.UnsettledCashBook.AccountCurrency(), "EUR");
  EXPECT_EQ(world.portfolio.TotalPortfolioValue(), 5000);
}

}  // namespace
}  // namespace regimen
