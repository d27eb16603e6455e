#include "framework/securities/security.hpp"

#include <algorithm>

#include "framework/core/error.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/orders/cash_amount.hpp"
#include "framework/securities/buying_power_model.hpp"
#include "framework/securities/fee_model.hpp"
#include "framework/securities/fill_model.hpp"
#include "framework/securities/margin_interest_rate_model.hpp"
#include "framework/securities/settlement_model.hpp"
#include "framework/securities/shortable_provider.hpp"
#include "framework/securities/slippage_model.hpp"

namespace regimen {

namespace {

// Quote bars leave an equity's price alone.
bool QuotesMovePrice(const Symbol& symbol) { return symbol.SecurityType() != SecurityType::Equity; }

}  // namespace

Security::Security(const regimen::Symbol& symbol, Parts parts)
    : Cache(QuotesMovePrice(symbol)),
      Exchange(std::move(parts.hours), *parts.clock),
      Holdings(*this),
      symbol_(symbol),
      properties_(std::move(parts.properties)),
      quote_currency_(parts.quote_currency),
      cash_book_(parts.cash_book),
      primary_exchange_(std::move(parts.primary_exchange)) {}

Security::~Security() = default;

DateTime Security::UtcTime() const { return ConvertToUtc(LocalTime(), Exchange.TimeZone()); }

Decimal Security::Leverage() const { return buying_power_model_->GetLeverage(*this); }

void Security::SetLeverage(Decimal leverage) { buying_power_model_->SetLeverage(*this, leverage); }

Decimal Security::ToAccountCurrency(const CashAmount& money) const {
  if (cash_book_ == nullptr || money.Currency().empty()) return money.Amount();
  return cash_book_->ConvertToAccountCurrency(money.Amount(), money.Currency());
}

Resolution Security::Resolution() const {
  if (subscriptions_.empty()) return regimen::Resolution::Daily;
  return std::ranges::min(subscriptions_, {}, &SubscriptionDataConfig::resolution).resolution;
}

DataNormalizationMode Security::NormalizationMode() const {
  return subscriptions_.empty() ? DataNormalizationMode::Adjusted
                                : subscriptions_.front().normalization;
}

void Security::SetDataNormalizationMode(DataNormalizationMode mode) {
  for (SubscriptionDataConfig& config : subscriptions_) config.normalization = mode;
}

}  // namespace regimen
