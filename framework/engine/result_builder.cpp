#include "framework/engine/result_builder.hpp"

#include <utility>

#include "framework/algorithm/algorithm_state.hpp"
#include "framework/core/currencies.hpp"
#include "framework/engine/result_recorder.hpp"
#include "framework/orders/order_json.hpp"
#include "framework/orders/order_list_hash.hpp"
#include "framework/results/runtime_statistics.hpp"
#include "framework/statistics/trade_builder.hpp"

namespace regimen {

int ResultBuilder::TradingDaysPerYear() const {
  return sources_.state.settings.TradingDaysPerYear().value_or(252);
}

std::vector<ProfitLossRecord> ResultBuilder::Ledger() const {
  std::vector<ProfitLossRecord> ledger;
  for (const auto& [time, record] : sources_.state.transactions.Ledger().Records()) {
    ledger.push_back({time, record.profit_loss, record.is_win});
  }
  return ledger;
}

RunStatistics ResultBuilder::Statistics(const std::vector<ProfitLossRecord>& ledger) const {
  const AlgorithmState& state = sources_.state;
  const CapacityEstimate& capacity = sources_.recorder->Capacity();
  StatisticsInput input;
  input.ledger = ledger;
  input.trades = sources_.trades.ClosedTrades();
  input.starting_capital = sources_.recorder->StartingCapital();
  input.total_fees = state.portfolio.TotalFees();
  input.total_orders = state.transactions.OrdersCount();
  input.capacity = capacity.Capacity();
  if (capacity.LowestCapacityAsset()) {
    input.lowest_capacity_asset = capacity.LowestCapacityAsset().ID().ToString();
  }
  input.account_currency_symbol = CurrencySymbol(state.portfolio.CashBook.AccountCurrency());
  input.trading_days_per_year = TradingDaysPerYear();
  input.risk_free_rate = &sources_.rates;
  return ComputeRunStatistics(sources_.recorder->Charts(), std::move(input),
                              state.summary_statistics);
}

void ResultBuilder::AddOrders(BacktestResult& result) const {
  std::vector<const Order*> orders;
  for (const Order* order : sources_.state.transactions.AllOrders()) {
    orders.push_back(order);
    result.orders.push_back({order->Id(), OrderToJson(*order)});
  }
  result.profile.order_list_hash = OrderListHash(orders);
  result.state.order_count = static_cast<std::int64_t>(orders.size());
  result.order_events = sources_.order_events;
}

void ResultBuilder::AddConfiguration(BacktestResult& result) const {
  const AlgorithmState& state = sources_.state;
  result.configuration = {.name = state.name,
                          .tags = state.tags,
                          .account_currency = state.portfolio.CashBook.AccountCurrency(),
                          .brokerage = static_cast<int>(state.brokerage_model->Name()),
                          .account_type = state.brokerage_model->AccountType(),
                          .parameters = sources_.config.parameters,
                          .start_date = state.start_date,
                          .end_date = state.end_date,
                          .trading_days_per_year = TradingDaysPerYear()};
}

void ResultBuilder::AddRuntimeStatistics(BacktestResult& result) const {
  const SecurityPortfolioManager& portfolio = sources_.state.portfolio;
  const RuntimeFigures figures{
      .equity = portfolio.TotalPortfolioValue(),
      .starting_capital = sources_.recorder->StartingCapital(),
      .net_profit = portfolio.TotalNetProfit(),
      .unrealized_profit = portfolio.TotalUnrealizedProfit(),
      .fees = portfolio.TotalFees(),
      .holdings_value = portfolio.TotalHoldingsValue(),
      .total_sale_volume = portfolio.TotalSaleVolume(),
      .currency_symbol = CurrencySymbol(portfolio.CashBook.AccountCurrency())};
  result.runtime_statistics = BuildRuntimeStatistics(figures, result.statistics.Summary(),
                                                     sources_.state.runtime_statistics);
}

BacktestResult ResultBuilder::Build(AlgorithmStatus status, const std::string& runtime_error,
                                    std::int64_t data_points) const {
  const AlgorithmState& state = sources_.state;
  BacktestResult result;
  result.algorithm_id = sources_.config.algorithm_id;
  result.ledger = Ledger();
  AddOrders(result);
  AddConfiguration(result);
  if (sources_.recorder != nullptr) {
    result.charts = &sources_.recorder->Charts();
    RunStatistics statistics = Statistics(result.ledger);
    result.statistics = std::move(statistics.results);
    if (!statistics.error.empty()) {
      sources_.state.SendMessage(LogLevel::Error,
                                 "the statistics could not be computed: " + statistics.error);
    }
    AddRuntimeStatistics(result);
  }
  result.state.start_time = ConvertToUtc(state.start_date, state.TimeZone());
  result.state.end_time = state.UtcTime();
  result.state.runtime_error = runtime_error;
  result.state.name = state.name;
  result.state.status = std::string(ToText(status));
  result.profile.status = result.state.status;
  result.profile.data_points = data_points;
  return result;
}

BacktestOutcome ResultBuilder::Outcome(const BacktestResult& result, AlgorithmStatus status,
                                       const std::string& runtime_error) {
  BacktestOutcome outcome;
  outcome.status = status;
  outcome.error = runtime_error;
  outcome.statistics.assign(result.statistics.Summary().begin(), result.statistics.Summary().end());
  outcome.statistics.emplace_back("OrderListHash", result.profile.order_list_hash);
  outcome.data_points = result.profile.data_points;
  outcome.history_data_points = result.profile.history_data_points;
  outcome.order_list_hash = result.profile.order_list_hash;
  outcome.timings = result.profile.timings;
  return outcome;
}

}  // namespace regimen
