#include "tests/parity/cases/total_portfolio_value_regression_algorithm.hpp"

#include <stdexcept>

namespace regimen::parity {

void TotalPortfolioValueRegressionAlgorithm::Initialize() {
  SetStartDate(2016, 1, 1);
  SetEndDate(2017, 1, 1);
  SetCash(100000);
  for (const char* ticker : {"SPY", "AAPL", "AAA", "GOOG", "GOOGL", "IBM", "QQQ", "FB", "WM", "WMI",
                             "BAC", "USO", "IWM", "EEM", "BNO", "AIG"}) {
    Equity& equity = AddEquity(ticker, Resolution::Daily);
    equity.SetLeverage(100);
    symbols_.push_back(equity.GetSymbol());
  }
}

void TotalPortfolioValueRegressionAlgorithm::OnData(const Slice& /*slice*/) {
  if (Portfolio.Invested()) {
    Liquidate();
  } else {
    BuyBasket();
    EditCashBook();
  }
}

void TotalPortfolioValueRegressionAlgorithm::BuyBasket() {
  for (const Symbol& symbol : symbols_) SetHoldings(symbol, Decimal(10) / symbols_.size());
}

void TotalPortfolioValueRegressionAlgorithm::EditCashBook() {
  const Decimal total = Portfolio.TotalPortfolioValue();
  const Decimal cash = Portfolio.CashBook[AccountCurrency()].Amount();

  Portfolio.CashBook.Add(AccountCurrency(), cash * 1.1_m, 1);
  ExpectTotalPortfolioValue(total * 1.1_m);

  Portfolio.CashBook[AccountCurrency()].AddAmount(-cash * 0.05_m);
  ExpectTotalPortfolioValue(total * 1.05_m);

  Portfolio.CashBook[AccountCurrency()].SetAmount(cash);
  ExpectTotalPortfolioValue(total);
}

void TotalPortfolioValueRegressionAlgorithm::ExpectTotalPortfolioValue(Decimal expected) const {
  const Decimal value = Portfolio.TotalPortfolioValue();
  if (value != expected) {
    throw std::runtime_error("the portfolio is worth " + value.ToString() + ", expected " +
                             expected.ToString());
  }
}

}  // namespace regimen::parity
