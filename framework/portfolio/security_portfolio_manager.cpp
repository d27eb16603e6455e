#include "framework/portfolio/security_portfolio_manager.hpp"

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/market/dividend.hpp"
#include "framework/market/split.hpp"
#include "framework/orders/order.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/portfolio/default_margin_call_model.hpp"
#include "framework/securities/buying_power_model.hpp"

namespace regimen {

namespace {

constexpr int kDefaultCash = 100'000;

// Adds up one figure of every security of a range.
template <class Range>
Decimal SumOf(const Range& securities, Decimal (SecurityHolding::*figure)() const) {
  Decimal sum;
  for (const Security* security : securities) sum += (security->Holdings.*figure)();
  return sum;
}

}  // namespace

SecurityPortfolioManager::SecurityPortfolioManager(SecurityManager& securities,
                                                   OrderProcessor& transactions,
                                                   const AlgorithmSettings& settings)
    : Securities(securities),
      transactions_(&transactions),
      settings_(&settings),
      model_(*this, transactions),
      margin_call_model_(std::make_shared<DefaultMarginCallModel>(*this, transactions)) {
  AccountCash().SetAmount(kDefaultCash);
  CashBook.Updated = [this] {
    ShareCurrencies();
    InvalidateTotalPortfolioValue();
  };
  UnsettledCashBook.Updated = [this] { InvalidateTotalPortfolioValue(); };
}

void SecurityPortfolioManager::ShareCurrencies() {
  for (const auto& cash : CashBook) {
    regimen::Cash* unsettled = UnsettledCashBook.Find(cash->CurrencyCode());
    if (unsettled == nullptr) {
      UnsettledCashBook.Add(cash->CurrencyCode(), Decimal(), cash->ConversionRate());
    } else if (unsettled->ConversionRate() != cash->ConversionRate()) {
      unsettled->SetConversionRate(cash->ConversionRate());
    }
  }
}

void SecurityPortfolioManager::WatchNewSecurities() const {
  const auto& all = Securities.All();
  for (; watched_ < all.size(); ++watched_) {
    all[watched_]->Holdings.QuantityChanged = [this] { invested_is_current_ = false; };
  }
}

const std::vector<Security*>& SecurityPortfolioManager::InvestedSecurities() const {
  if (securities_version_ != Securities.Version()) {
    securities_version_ = Securities.Version();
    WatchNewSecurities();
    invested_is_current_ = false;
  }
  if (!invested_is_current_) {
    invested_is_current_ = true;
    invested_.clear();
    for (const auto& [symbol, security] : Securities) {
      if (security.Invested()) invested_.push_back(&security);
    }
  }
  return invested_;
}

Decimal SecurityPortfolioManager::ValueInTotal(const Security& security) const {
  switch (security.Type()) {
    case SecurityType::Forex:
    case SecurityType::Crypto:
      // Held as cash of the base currency.
      return Decimal();
    case SecurityType::Cfd:
    case SecurityType::CryptoFuture:
    case SecurityType::Future:
      // Nothing was paid for it but what it gains and loses.
      return security.Holdings.UnrealizedProfit();
    default:
      return security.Holdings.HoldingsValue();
  }
}

Decimal SecurityPortfolioManager::TotalPortfolioValue() const {
  const std::vector<Security*>& invested = InvestedSecurities();
  if (!value_is_current_) {
    Decimal holdings;
    for (const Security* security : invested) holdings += ValueInTotal(*security);
    total_portfolio_value_ = Cash() + UnsettledCash() + holdings;
    value_is_current_ = true;
  }
  return total_portfolio_value_;
}

Decimal SecurityPortfolioManager::TotalPortfolioValueLessFreeBuffer() const {
  const Decimal total = TotalPortfolioValue();
  return total - settings_->FreePortfolioValue().value_or(
                     total * settings_->FreePortfolioValuePercentage());
}

Decimal SecurityPortfolioManager::TotalHoldingsValue() const {
  return SumOf(Securities.Values(), &SecurityHolding::AbsoluteHoldingsValue);
}

Decimal SecurityPortfolioManager::TotalAbsoluteHoldingsCost() const {
  return SumOf(Securities.Values(), &SecurityHolding::AbsoluteHoldingsCost);
}

Decimal SecurityPortfolioManager::TotalUnleveredAbsoluteHoldingsCost() const {
  Decimal sum;
  for (const Security* security : Securities.Values()) {
    sum += Math::Abs(security->Holdings.UnleveredHoldingsCost());
  }
  return sum;
}

Decimal SecurityPortfolioManager::TotalUnrealizedProfit() const {
  return SumOf(Securities.Values(), &SecurityHolding::UnrealizedProfit);
}

Decimal SecurityPortfolioManager::TotalFees() const {
  return SumOf(Securities.All(), &SecurityHolding::TotalFees);
}

Decimal SecurityPortfolioManager::TotalProfit() const {
  return SumOf(Securities.All(), &SecurityHolding::Profit);
}

Decimal SecurityPortfolioManager::TotalNetProfit() const {
  return SumOf(Securities.All(), &SecurityHolding::NetProfit);
}

Decimal SecurityPortfolioManager::TotalSaleVolume() const {
  return SumOf(Securities.All(), &SecurityHolding::TotalSaleVolume);
}

Decimal SecurityPortfolioManager::TotalMarginUsed() const {
  Decimal sum;
  for (const Security* security : InvestedSecurities()) {
    sum += security->BuyingPowerModel().GetMaintenanceMargin(
        MaintenanceMarginParameters::ForCurrentHoldings(*security));
  }
  return sum;
}

Decimal SecurityPortfolioManager::GetMarginRemaining(Decimal total_portfolio_value) const {
  return total_portfolio_value - UnsettledCash() - TotalMarginUsed();
}

Decimal SecurityPortfolioManager::GetMarginRemaining(const Symbol& symbol,
                                                     OrderDirection direction) const {
  const Security& security = Securities[symbol];
  const SecurityHolding& holdings = security.Holdings;
  const bool closes = holdings.Invested() &&
                      direction == (holdings.IsLong() ? OrderDirection::Sell : OrderDirection::Buy);
  if (!closes) return MarginRemaining();
  regimen::BuyingPowerModel& model = security.BuyingPowerModel();
  return MarginRemaining() +
         model.GetMaintenanceMargin(MaintenanceMarginParameters::ForCurrentHoldings(security)) +
         Math::Abs(model.GetInitialMarginRequirement({security, holdings.Quantity()}));
}

HasSufficientBuyingPowerForOrderResult SecurityPortfolioManager::HasSufficientBuyingPowerForOrder(
    std::span<const OrderAndSecurity> orders) const {
  for (const auto& [order, security] : orders) {
    auto result =
        security.BuyingPowerModel().HasSufficientBuyingPowerForOrder({*this, security, order});
    if (!result.IsSufficient()) return result;
  }
  return HasSufficientBuyingPowerForOrderResult(true);
}

bool SecurityPortfolioManager::TryGetValue(const Symbol& symbol, SecurityHolding*& value) const {
  Security* security = Securities.Find(symbol);
  value = security == nullptr ? nullptr : &security->Holdings;
  return value != nullptr;
}

std::vector<SecurityHolding*> SecurityPortfolioManager::Values() const {
  std::vector<SecurityHolding*> values;
  for (const auto& [symbol, security] : Securities) values.push_back(&security.Holdings);
  return values;
}

void SecurityPortfolioManager::SetCash(Decimal amount) {
  cash_currency_.reset();
  AccountCash().SetAmount(amount);
}

void SecurityPortfolioManager::SetCash(const std::string& currency, Decimal amount,
                                       Decimal conversion_rate) {
  cash_currency_ = currency;
  if (regimen::Cash* cash = CashBook.Find(currency)) {
    cash->SetAmount(amount);
    cash->SetConversionRate(conversion_rate);
  } else {
    CashBook.Add(currency, amount, conversion_rate);
  }
}

void SecurityPortfolioManager::SetAccountCurrency(const std::string& currency,
                                                  std::optional<Decimal> starting_cash) {
  if (account_currency_set_) return;
  account_currency_set_ = true;
  if (Securities.Count() > 0) {
    throw InvalidOperationError(
        "SetAccountCurrency(" + currency +
        ") came after a security was added: call it at the start of Initialize");
  }
  const std::string previous = CashBook.AccountCurrency();
  const Decimal amount = AccountCash().Amount();
  const Decimal rate = AccountCash().ConversionRate();
  UnsettledCashBook.SetAccountCurrency(currency);
  CashBook.SetAccountCurrency(currency);
  if (cash_currency_ == previous && previous != currency) {
    // The strategy said that this money is of the old currency: it stays so.
    AccountCash().SetAmount(Decimal());
    CashBook.Add(previous, amount, rate);
  }
  if (starting_cash) SetCash(*starting_cash);
}

void SecurityPortfolioManager::ProcessFill(const OrderEvent& fill) {
  InvalidateTotalPortfolioValue();
  model_.ProcessFill(Securities[fill.GetSymbol()], fill);
}

void SecurityPortfolioManager::ApplyDividend(const Dividend& dividend, DataNormalizationMode mode) {
  if (mode != DataNormalizationMode::Raw && mode != DataNormalizationMode::SplitAdjusted) return;
  Security& security = Securities[dividend.GetSymbol()];
  const Decimal total = security.Holdings.Quantity() * dividend.Distribution() *
                        security.QuoteCurrency().ConversionRate();
  AccountCash().AddAmount(total);
  security.Holdings.AddNewDividend(total);
}

void SecurityPortfolioManager::ApplySplit(const Split& split, Security& security,
                                          DataNormalizationMode mode) {
  if (security.Type() != SecurityType::Equity || mode != DataNormalizationMode::Raw) return;
  const Decimal quantity = security.Holdings.Quantity() / split.SplitFactor();
  const Decimal whole = quantity.ToInt64();
  const Decimal fraction = quantity - whole;
  security.Holdings.SetHoldings(security.Holdings.AveragePrice() * split.SplitFactor(), whole);
  if (security.GetLastData() == nullptr) {
    AccountCash().AddAmount(fraction * split.ReferencePrice() * split.SplitFactor());
    return;
  }
  security.Cache.ApplySplit(split.SplitFactor());
  AccountCash().AddAmount(fraction * security.GetLastData()->Price());
  InvalidateTotalPortfolioValue();
}

const OrderTicket* SecurityPortfolioManager::FindOrderTicket(int order_id) const {
  return transactions_->GetOrderTicket(order_id);
}

}  // namespace regimen
