#pragma once

#include <memory>
#include <string>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_keeper.hpp"
#include "framework/securities/cash.hpp"
#include "framework/securities/cash_book.hpp"
#include "framework/securities/security_cache.hpp"
#include "framework/securities/security_exchange.hpp"
#include "framework/securities/security_holding.hpp"
#include "framework/securities/subscription_data_config.hpp"
#include "framework/securities/symbol_properties.hpp"

namespace regimen {

class BuyingPowerModel;
class CashAmount;
class FeeModel;
class FillModel;
class MarginInterestRateModel;
class SettlementModel;
class ShortableProvider;
class SlippageModel;

// One instrument of a run: prices, position, exchange and the models that decide how it trades
// (LEAN's Security).
//
// Owned by the engine for the whole run and never copied: keep a reference or a pointer. Not
// thread-safe; only the algorithm's thread touches it.
class Security {
 public:
  struct Parts {
    std::shared_ptr<const SecurityExchangeHours> hours;
    std::shared_ptr<const regimen::SymbolProperties> properties;
    // The cash of the quote currency.
    Cash* quote_currency = nullptr;
    const LocalTimeKeeper* clock = nullptr;
    // Converts fees; without one they count as account currency.
    const CashBook* cash_book = nullptr;
    // Letter of the exchange that lists it; empty when not known.
    std::string primary_exchange = {};
  };

  Security(const regimen::Symbol& symbol, Parts parts);
  Security(const Security&) = delete;
  Security& operator=(const Security&) = delete;
  virtual ~Security();

  // LEAN's property Security.Symbol.
  const regimen::Symbol& GetSymbol() const { return symbol_; }
  SecurityType Type() const { return symbol_.SecurityType(); }
  // The letter of the exchange that lists the security, as in Tick::ExchangeCode; may be empty.
  const std::string& PrimaryExchange() const { return primary_exchange_; }

  Decimal Price() const { return Cache.Price(); }
  Decimal Open() const { return Cache.Open(); }
  Decimal High() const { return Cache.High(); }
  Decimal Low() const { return Cache.Low(); }
  Decimal Close() const { return Cache.Close(); }
  Decimal Volume() const { return Cache.Volume(); }
  Decimal BidPrice() const { return Cache.BidPrice(); }
  Decimal AskPrice() const { return Cache.AskPrice(); }
  Decimal BidSize() const { return Cache.BidSize(); }
  Decimal AskSize() const { return Cache.AskSize(); }
  bool HasData() const { return Cache.HasData(); }
  const BaseData* GetLastData() const { return Cache.LastData(); }

  DateTime LocalTime() const { return Exchange.LocalTime(); }
  DateTime UtcTime() const;
  bool IsTradable() const { return tradable_; }
  void SetIsTradable(bool tradable) { tradable_ = tradable; }
  bool IsDelisted() const { return delisted_; }
  void SetIsDelisted(bool delisted) { delisted_ = delisted; }
  bool HoldStock() const { return Holdings.HoldStock(); }
  bool Invested() const { return Holdings.Invested(); }

  const regimen::SymbolProperties& SymbolProperties() const { return *properties_; }
  Cash& QuoteCurrency() const { return *quote_currency_; }
  // An amount of money, e.g. a fee, in the account currency.
  Decimal ToAccountCurrency(const CashAmount& money) const;
  Decimal Leverage() const;
  void SetLeverage(Decimal leverage);

  // Every feed of the symbol, internal ones included, in the order they were added.
  const std::vector<SubscriptionDataConfig>& Subscriptions() const { return subscriptions_; }
  void AddSubscription(const SubscriptionDataConfig& config) {
    subscriptions_.push_back(config);
    extended_market_hours_ |= config.extended_market_hours;
  }
  void RemoveSubscriptions() { subscriptions_.clear(); }
  // The finest resolution among the feeds.
  regimen::Resolution Resolution() const;
  // Whether the strategy asked for extended hours when it last added the security; a feed of an
  // earlier addition may still bring them.
  bool IsExtendedMarketHours() const { return extended_market_hours_; }
  void ResetExtendedMarketHours() { extended_market_hours_ = false; }
  DataNormalizationMode NormalizationMode() const;
  void SetDataNormalizationMode(DataNormalizationMode mode);

  void SetFeeModel(std::shared_ptr<regimen::FeeModel> model) { fee_model_ = std::move(model); }
  void SetFillModel(std::shared_ptr<regimen::FillModel> model) { fill_model_ = std::move(model); }
  void SetSlippageModel(std::shared_ptr<regimen::SlippageModel> model) {
    slippage_model_ = std::move(model);
  }
  void SetBuyingPowerModel(std::shared_ptr<regimen::BuyingPowerModel> model) {
    buying_power_model_ = std::move(model);
  }
  void SetSettlementModel(std::shared_ptr<regimen::SettlementModel> model) {
    settlement_model_ = std::move(model);
  }
  void SetShortableProvider(std::shared_ptr<regimen::ShortableProvider> provider) {
    shortable_provider_ = std::move(provider);
  }
  void SetMarginInterestRateModel(std::shared_ptr<regimen::MarginInterestRateModel> model) {
    margin_interest_rate_model_ = std::move(model);
  }
  regimen::FeeModel& FeeModel() const { return *fee_model_; }
  regimen::FillModel& FillModel() const { return *fill_model_; }
  regimen::SlippageModel& SlippageModel() const { return *slippage_model_; }
  regimen::BuyingPowerModel& BuyingPowerModel() const { return *buying_power_model_; }
  regimen::SettlementModel& SettlementModel() const { return *settlement_model_; }
  // nullptr where none is set: any amount may be sold short, no interest is paid.
  regimen::ShortableProvider* ShortableProvider() const { return shortable_provider_.get(); }
  regimen::MarginInterestRateModel* MarginInterestRateModel() const {
    return margin_interest_rate_model_.get();
  }

  SecurityCache Cache;
  SecurityExchange Exchange;
  SecurityHolding Holdings;

 private:
  regimen::Symbol symbol_;
  std::shared_ptr<const regimen::SymbolProperties> properties_;
  Cash* quote_currency_;
  const CashBook* cash_book_;
  std::string primary_exchange_;
  std::vector<SubscriptionDataConfig> subscriptions_;
  std::shared_ptr<regimen::FeeModel> fee_model_;
  std::shared_ptr<regimen::FillModel> fill_model_;
  std::shared_ptr<regimen::SlippageModel> slippage_model_;
  std::shared_ptr<regimen::BuyingPowerModel> buying_power_model_;
  std::shared_ptr<regimen::SettlementModel> settlement_model_;
  std::shared_ptr<regimen::ShortableProvider> shortable_provider_;
  std::shared_ptr<regimen::MarginInterestRateModel> margin_interest_rate_model_;
  bool tradable_ = true;
  bool delisted_ = false;
  bool extended_market_hours_ = false;
};

}  // namespace regimen
