#include "framework/engine/result_recorder.hpp"

#include <algorithm>
#include <utility>

#include "framework/core/currencies.hpp"
#include "framework/core/math.hpp"
#include "framework/securities/buying_power_model.hpp"

namespace regimen {

ResultRecorder::ResultRecorder(AlgorithmState& state, Options options)
    : state_(&state),
      options_(std::move(options)),
      charts_(options_.limits),
      equity_(state.start_date, state.end_date),
      daily_(state.portfolio.Cash(), state.start_date,
             CurrencySymbol(state.portfolio.CashBook.AccountCurrency())),
      capacity_(*this, state.start_date, state.end_date) {
  charts_.SetWarmingUp(state.IsWarmingUp());
}

void ResultRecorder::EndStep() {
  const DateTime now = state_->UtcTime();
  capacity_.Update(now);
  if (equity_.EndStep(now, state_->portfolio.TotalPortfolioValue(), charts_)) MergeCharts();
}

void ResultRecorder::ForceStep() {
  const DateTime now = state_->UtcTime();
  capacity_.ForceSnapshot(now);
  equity_.ForceStep(now, state_->portfolio.TotalPortfolioValue(), charts_);
  MergeCharts();
}

void ResultRecorder::MergeCharts() {
  for (Chart& chart : state_->charts.Charts()) {
    for (const std::string& message : charts_.Merge(chart.TakeUpdates())) {
      state_->SendMessage(LogLevel::Debug, message);
    }
  }
}

void ResultRecorder::SampleAtEnd() {
  ForceStep();
  SampleDay(state_->UtcTime());
}

void ResultRecorder::Close() { ForceStep(); }

void ResultRecorder::SampleDay(DateTime utc_time) {
  daily_.Sample(Snapshot(utc_time), equity_, charts_);
}

void ResultRecorder::OnFill(const OrderEvent& fill) {
  const Security& security = state_->securities[fill.GetSymbol()];
  capacity_.OnFill({.symbol = fill.GetSymbol(),
                    .utc_time = fill.UtcTime(),
                    .price = fill.FillPrice(),
                    .quantity = fill.FillQuantity(),
                    .conversion_rate = security.QuoteCurrency().ConversionRate(),
                    .contract_multiplier = security.SymbolProperties().ContractMultiplier()});
}

PortfolioSnapshot ResultRecorder::Snapshot(DateTime utc_time) const {
  const SecurityPortfolioManager& portfolio = state_->portfolio;
  PortfolioSnapshot snapshot;
  snapshot.utc_time = utc_time;
  snapshot.local_time = ConvertFromUtc(utc_time, state_->TimeZone());
  snapshot.portfolio_value = portfolio.TotalPortfolioValue();
  snapshot.benchmark = options_.benchmark(utc_time);
  snapshot.total_sale_volume = portfolio.TotalSaleVolume();
  snapshot.capacity = capacity_.Capacity();
  snapshot.holdings.reserve(state_->securities.Count());
  for (const auto& [symbol, security] : state_->securities) {
    snapshot.holdings.push_back(
        {symbol, security.Holdings.HoldingsValue(), security.Holdings.TotalSaleVolume()});
  }
  for (Security* security : portfolio.InvestedSecurities()) {
    snapshot.margin_groups.push_back(
        {security->GetSymbol().Value(),
         security->BuyingPowerModel().GetReservedBuyingPowerForPosition(*security)});
  }
  return snapshot;
}

std::optional<CapacityBar> ResultRecorder::Bar(const Symbol& symbol) const {
  const Security& security = state_->securities[symbol];
  std::optional<CapacityBar> bar;
  if (const TradeBar* trades = slice_->slice.Bars().Find(symbol)) {
    bar = ToCapacityBar(*trades);
  } else if (const QuoteBar* quotes = slice_->slice.QuoteBars().Find(symbol)) {
    bar = ToCapacityBar(*quotes, security.Type());
  }
  if (bar) {
    bar->conversion_rate = security.QuoteCurrency().ConversionRate();
    bar->contract_multiplier = security.SymbolProperties().ContractMultiplier();
  }
  return bar;
}

Decimal ResultRecorder::TotalPortfolioValue() const {
  return state_->portfolio.TotalPortfolioValue();
}

Decimal ResultRecorder::LeveragedBuyingPower(const Symbol& symbol) const {
  Security& security = state_->securities[symbol];
  return Math::Abs(security.BuyingPowerModel().GetReservedBuyingPowerForPosition(security) *
                   security.Leverage());
}

bool ResultRecorder::IsInvested(const Symbol& symbol) const {
  return state_->securities[symbol].Invested();
}

}  // namespace regimen
