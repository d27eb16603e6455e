// Which calls of a strategy compile: a tag in a flag's place is no flag.
#include "framework/algorithm/qc_algorithm.hpp"

#include <concepts>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

// Whether a call of a strategy with these arguments compiles.
#define REGIMEN_TEST_CALL(Method)                                                     \
  template <class... Arguments>                                                       \
  concept Takes##Method = requires(QCAlgorithm & algorithm, Arguments... arguments) { \
    algorithm.Method(arguments...);                                                   \
  }

REGIMEN_TEST_CALL(MarketOrder);
REGIMEN_TEST_CALL(MarketOnOpenOrder);
REGIMEN_TEST_CALL(MarketOnCloseOrder);
REGIMEN_TEST_CALL(LimitOrder);
REGIMEN_TEST_CALL(StopMarketOrder);
REGIMEN_TEST_CALL(StopLimitOrder);
REGIMEN_TEST_CALL(LimitIfTouchedOrder);
REGIMEN_TEST_CALL(TrailingStopOrder);
REGIMEN_TEST_CALL(SetHoldings);
REGIMEN_TEST_CALL(Order);
REGIMEN_TEST_CALL(ComboMarketOrder);
REGIMEN_TEST_CALL(ComboLimitOrder);
REGIMEN_TEST_CALL(ComboLegLimitOrder);
REGIMEN_TEST_CALL(AddEquity);
#undef REGIMEN_TEST_CALL

using Text = const char*;
using Legs = std::vector<Leg>;

static_assert(TakesMarketOrder<Text, int>);
static_assert(TakesMarketOrder<Text, int, bool, Text>);
static_assert(TakesMarketOrder<Symbol, double, bool, std::string, OrderProperties>);
static_assert(!TakesMarketOrder<Text, int, Text>);
static_assert(!TakesMarketOrder<Text, int, std::string>);
static_assert(!TakesMarketOrder<Text, int, int>);
static_assert(!TakesMarketOnOpenOrder<Text, int, Text>);
static_assert(!TakesMarketOnCloseOrder<Text, int, Text>);
static_assert(TakesLimitOrder<Text, int, Decimal, bool, Text>);
static_assert(!TakesLimitOrder<Text, int, Decimal, Text>);
static_assert(!TakesLimitOrder<Text, int, Decimal, int>);
static_assert(!TakesStopMarketOrder<Text, int, Decimal, Text>);
static_assert(TakesStopLimitOrder<Text, int, Decimal, double, bool, Text>);
static_assert(!TakesStopLimitOrder<Text, int, Decimal, Decimal, Text>);
static_assert(!TakesLimitIfTouchedOrder<Text, int, Decimal, Decimal, Text>);
static_assert(TakesTrailingStopOrder<Text, int, double, bool>);
static_assert(TakesTrailingStopOrder<Text, int, double, double, bool>);
static_assert(TakesTrailingStopOrder<Text, int, double, bool, bool, Text>);
static_assert(!TakesTrailingStopOrder<Text, int, double, bool, Text>);
static_assert(!TakesTrailingStopOrder<Text, int, double, double, bool, Text>);
static_assert(TakesSetHoldings<Text, double, bool, bool, Text>);
static_assert(!TakesSetHoldings<Text, double, Text>);
static_assert(!TakesSetHoldings<Text, double, bool, Text>);
static_assert(!TakesSetHoldings<std::vector<PortfolioTarget>, Text>);
static_assert(TakesOrder<Text, int, bool, Text>);
static_assert(!TakesOrder<Text, int, Text>);
static_assert(!TakesComboMarketOrder<Legs, int, Text>);
static_assert(!TakesComboLimitOrder<Legs, int, Decimal, Text>);
static_assert(!TakesComboLegLimitOrder<Legs, int, Text>);
static_assert(!TakesAddEquity<Text, Resolution, Text, double>);

// LEAN's Liquidate(Symbol, string) returns the orders' ids, Liquidate(Symbol, bool, string) their
// tickets.
template <class... Arguments>
using Liquidated = decltype(std::declval<QCAlgorithm&>().Liquidate(std::declval<Arguments>()...));
static_assert(std::same_as<Liquidated<Text, Text>, std::vector<int>>);
static_assert(std::same_as<Liquidated<Symbol, std::string>, std::vector<int>>);
static_assert(std::same_as<Liquidated<Symbol, bool, Text>, std::vector<OrderTicket*>>);
static_assert(std::same_as<Liquidated<Text>, std::vector<OrderTicket*>>);

// Calls in a constructor come before there is a run.
class InConstructor : public QCAlgorithm {
 public:
  template <class Call>
  explicit InConstructor(Call call) {
    call(*this);
  }
  void Initialize() override {}
};

template <class Call>
std::string Refusal(Call call) {
  try {
    const InConstructor algorithm(call);
  } catch (const InvalidOperationError& error) {
    return error.what();
  }
  return "(no refusal)";
}

TEST(QCAlgorithmTest, RefusesCallsInAConstructor) {
  const std::string advice = "move it from the strategy's constructor to Initialize";
  const auto contains = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  std::string text = Refusal([](QCAlgorithm& self) { self.SetCash(1000); });
  EXPECT_TRUE(contains(text, "SetCash") && contains(text, advice)) << text;
  text = Refusal([](QCAlgorithm& self) { self.SetStartDate(2020, 1, 1); });
  EXPECT_TRUE(contains(text, "SetStartDate") && contains(text, advice)) << text;
  text = Refusal([](QCAlgorithm& self) { self.AddEquity("SPY"); });
  EXPECT_TRUE(contains(text, "'SPY'") && contains(text, advice)) << text;
  text = Refusal([](QCAlgorithm& self) { self.AddSecurity(SecurityType::Equity, "SPY"); });
  EXPECT_TRUE(contains(text, "'SPY'") && contains(text, advice)) << text;
  text = Refusal([](QCAlgorithm& self) { self.MarketOrder("SPY", 1); });
  EXPECT_TRUE(contains(text, "'SPY'") && contains(text, advice)) << text;
  text = Refusal([](QCAlgorithm& self) { self.Log("hello"); });
  EXPECT_TRUE(contains(text, "message") && contains(text, advice)) << text;
  text = Refusal([](QCAlgorithm& self) { self.ActiveSecurities(); });
  EXPECT_TRUE(contains(text, "ActiveSecurities") && contains(text, advice)) << text;
  const Symbol ibm(SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), "IBM", "usa"), "IBM");
  text = Refusal([&](QCAlgorithm& self) { self.MarketOrder(ibm, 1); });
  EXPECT_TRUE(contains(text, "IBM") && contains(text, advice)) << text;
  text = Refusal([&](QCAlgorithm& self) { self.IsMarketOpen(ibm); });
  EXPECT_TRUE(contains(text, "IBM") && contains(text, advice)) << text;
}

}  // namespace
}  // namespace regimen
