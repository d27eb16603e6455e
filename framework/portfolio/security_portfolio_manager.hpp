#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/orders/order_direction.hpp"
#include "framework/portfolio/margin_call_model.hpp"
#include "framework/portfolio/security_portfolio_model.hpp"
#include "framework/securities/algorithm_settings.hpp"
#include "framework/securities/buying_power_parameters.hpp"
#include "framework/securities/fill_model_parameters.hpp"
#include "framework/securities/portfolio_account.hpp"
#include "framework/securities/security_holding.hpp"
#include "framework/securities/security_manager.hpp"

namespace regimen {

class Dividend;
class OrderProcessor;
class Split;

// The account of a run: cash, positions and what they are worth (LEAN's SecurityPortfolioManager).
// In a strategy: Portfolio.TotalPortfolioValue(), Portfolio["SPY"].Quantity(),
// Portfolio.Invested().
//
// Money is in the account currency. Holdings belong to the securities; totals of profit, fees and
// volume run over every security ever added, totals of holdings over those in the run. Starts with
// 100,000 USD. Not thread-safe.
class SecurityPortfolioManager final : public PortfolioAccount {
 public:
  SecurityPortfolioManager(SecurityManager& securities, OrderProcessor& transactions,
                           const AlgorithmSettings& settings);

  SecurityManager& Securities;

  // ---- What there is
  // ------------------------------------------------------------------------------

  // Settled cash, and sales that are not settled yet, of all currencies.
  Decimal Cash() const { return CashBook.TotalValueInAccountCurrency(); }
  Decimal UnsettledCash() const { return UnsettledCashBook.TotalValueInAccountCurrency(); }
  // Cash and positions. Kept until something changes: a fill, cash, a rate, or new prices.
  Decimal TotalPortfolioValue() const override;
  // Less what percentage targets leave free.
  Decimal TotalPortfolioValueLessFreeBuffer() const;
  Decimal TotalHoldingsValue() const;
  Decimal TotalAbsoluteHoldingsCost() const;
  Decimal TotalUnleveredAbsoluteHoldingsCost() const;
  // Profit of closing everything now, less the fees of doing so.
  Decimal TotalUnrealizedProfit() const;
  Decimal TotalUnrealisedProfit() const { return TotalUnrealizedProfit(); }
  Decimal TotalFees() const;
  Decimal TotalProfit() const;
  Decimal TotalNetProfit() const;
  Decimal TotalSaleVolume() const;
  bool HoldStock() const { return !InvestedSecurities().empty(); }
  bool Invested() const { return HoldStock(); }

  // ---- Margin
  // -------------------------------------------------------------------------------------

  Decimal TotalMarginUsed() const;
  Decimal GetMarginRemaining(Decimal total_portfolio_value) const override;
  // What an order in one security may use: an order against the position also the position's
  // margin.
  Decimal GetMarginRemaining(const Symbol& symbol,
                             OrderDirection direction = OrderDirection::Buy) const;
  Decimal GetBuyingPower(const Symbol& symbol,
                         OrderDirection direction = OrderDirection::Buy) const {
    return GetMarginRemaining(symbol, direction);
  }
  // Whether the account can bear the order or, for a combo, each of its legs.
  HasSufficientBuyingPowerForOrderResult HasSufficientBuyingPowerForOrder(
      std::span<const OrderAndSecurity> orders) const;
  regimen::MarginCallModel& MarginCallModel() const { return *margin_call_model_; }
  void SetMarginCallModel(std::shared_ptr<regimen::MarginCallModel> model) {
    margin_call_model_ = std::move(model);
  }

  // ---- Positions by symbol or ticker, in the order of Securities
  // ------------------------------------

  // Throw ArgumentError for an unknown security.
  SecurityHolding& operator[](const Symbol& symbol) const { return Securities[symbol].Holdings; }
  SecurityHolding& operator[](std::string_view ticker) const { return Securities[ticker].Holdings; }
  bool ContainsKey(const Symbol& symbol) const { return Securities.ContainsKey(symbol); }
  bool ContainsKey(std::string_view ticker) const { return Securities.ContainsKey(ticker); }
  bool TryGetValue(const Symbol& symbol, SecurityHolding*& value) const;
  std::size_t Count() const { return Securities.Count(); }
  std::vector<Symbol> Keys() const { return Securities.Keys(); }
  std::vector<SecurityHolding*> Values() const;
  // The securities of the run that are held, in the order of Securities. The reference is valid
  // until a position or the list of securities changes.
  const std::vector<Security*>& InvestedSecurities() const;

  // Iterates over pairs of symbol and holding.
  class Iterator {
   public:
    explicit Iterator(SecurityManager::Iterator at) : at_(at) {}
    std::pair<const Symbol&, SecurityHolding&> operator*() const {
      const auto [symbol, security] = *at_;
      return {symbol, security.Holdings};
    }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    SecurityManager::Iterator at_;
  };
  Iterator begin() const { return Iterator(Securities.begin()); }
  Iterator end() const { return Iterator(Securities.end()); }

  // ---- The engine's side
  // ----------------------------------------------------------------------------

  void SetCash(Decimal amount);
  void SetCash(const std::string& currency, Decimal amount, Decimal conversion_rate);
  // Once, before securities are added; later calls change nothing, as in LEAN.
  void SetAccountCurrency(const std::string& currency, std::optional<Decimal> starting_cash = {});
  // Prices, rates or positions may have changed.
  void InvalidateTotalPortfolioValue() { value_is_current_ = false; }
  void ProcessFill(const OrderEvent& fill);
  // In Raw and SplitAdjusted mode a dividend is paid in cash; the other modes have it in the
  // prices.
  void ApplyDividend(const Dividend& dividend, DataNormalizationMode mode);
  // In Raw mode an equity's position and cached prices are restated and what is left of a share is
  // paid in cash; the other modes have it in the prices.
  void ApplySplit(const Split& split, Security& security, DataNormalizationMode mode);
  const OrderTicket* FindOrderTicket(int order_id) const override;

 private:
  void ShareCurrencies();
  void WatchNewSecurities() const;
  regimen::Cash& AccountCash() const { return CashBook[CashBook.AccountCurrency()]; }
  Decimal ValueInTotal(const Security& security) const;

  OrderProcessor* transactions_;
  const AlgorithmSettings* settings_;
  SecurityPortfolioModel model_;
  std::shared_ptr<regimen::MarginCallModel> margin_call_model_;
  bool account_currency_set_ = false;
  // The currency that SetCash named explicitly.
  std::optional<std::string> cash_currency_;

  mutable bool value_is_current_ = false;
  mutable Decimal total_portfolio_value_;
  // Positions change far less often than prices: the list of those held is kept.
  mutable bool invested_is_current_ = false;
  mutable std::uint64_t securities_version_ = 0;
  mutable std::size_t watched_ = 0;
  mutable std::vector<Security*> invested_;
};

}  // namespace regimen
