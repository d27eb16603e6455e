#include "framework/core/symbol.hpp"

#include <set>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include <gtest/gtest.h>

namespace regimen {
namespace {

Symbol Equity(const std::string& sid, const std::string& ticker) {
  return {SecurityIdentifier::Parse(sid), ticker};
}

TEST(SymbolTest, CarriesTickerAndIdentifier) {
  const Symbol spy = Equity("SPY R735QTJ8XC9X", "spy");
  EXPECT_EQ(spy.Value(), "SPY");
  EXPECT_EQ(spy.ToString(), "SPY");
  EXPECT_EQ(spy.ID().ToString(), "SPY R735QTJ8XC9X");
  EXPECT_EQ(spy.Market(), "usa");
  EXPECT_EQ(spy.SecurityType(), SecurityType::Equity);
  EXPECT_TRUE(spy);
}

TEST(SymbolTest, TheDefaultIsNoSymbol) {
  const Symbol none;
  EXPECT_FALSE(none);
  EXPECT_EQ(none.Value(), "");
  EXPECT_EQ(none.Index(), 0U);
  EXPECT_EQ(none, Symbol());
  EXPECT_NE(none, Equity("SPY R735QTJ8XC9X", "SPY"));
  EXPECT_FALSE(Symbol(SecurityIdentifier(), "SPY"));
}

TEST(SymbolTest, IsEqualUnderAnotherTicker) {
  const Symbol old_name = Equity("NWSA T3MO1488O0H1", "NWSA");
  const Symbol new_name = old_name.WithValue("FOXA");
  EXPECT_EQ(new_name.Value(), "FOXA");
  EXPECT_EQ(old_name.Value(), "NWSA");
  EXPECT_EQ(old_name, new_name);
  EXPECT_EQ(old_name.Index(), new_name.Index());
  EXPECT_EQ(std::hash<Symbol>()(old_name), std::hash<Symbol>()(new_name));
  EXPECT_EQ((std::unordered_set<Symbol>{old_name, new_name}.size()), 1U);
}

TEST(SymbolTest, DiffersByIdentifierUnderOneTicker) {
  const Symbol old_aaa = Equity("AAA SEVKGI6HF885", "AAA");
  const Symbol new_aaa = Equity("AAA 2T", "AAA");
  EXPECT_NE(old_aaa, new_aaa);
  EXPECT_NE(old_aaa.Index(), new_aaa.Index());
  EXPECT_EQ((std::set<Symbol>{old_aaa, new_aaa}.size()), 2U);
}

TEST(SymbolTest, SortsByTicker) {
  const Symbol aig = Equity("AIG R735QTJ8XC9X", "aig");
  const Symbol bac = Equity("NB R735QTJ8XC9X", "BAC");
  const Symbol spy = Equity("SPY R735QTJ8XC9X", "spy");
  EXPECT_LT(aig, bac);
  EXPECT_LT(bac, spy);
  EXPECT_GT(spy, aig);
  EXPECT_LT(Symbol(), aig);
}

TEST(SymbolTest, IndexesAreDense) {
  const Symbol first = Equity("DENSEA 2T", "DENSEA");
  const Symbol again = Equity("DENSEA 2T", "OTHER");
  const Symbol second = Equity("DENSEB 2T", "DENSEB");
  EXPECT_EQ(again.Index(), first.Index());
  EXPECT_EQ(second.Index(), first.Index() + 1);
}

TEST(SymbolTest, ThreadsAgreeOnWhatIsEqual) {
  constexpr int kThreads = 8;
  constexpr int kSymbols = 200;
  std::vector<std::vector<Symbol>> made(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&symbols = made[static_cast<std::size_t>(t)]] {
      for (int i = 0; i < kSymbols; ++i) {
        const std::string ticker = "THREAD" + std::to_string(i);
        symbols.push_back(Equity(ticker + " 2T", ticker));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& symbols : made) EXPECT_EQ(symbols, made.front());
}

}  // namespace
}  // namespace regimen
