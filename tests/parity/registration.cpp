// The plugin of the parity suite: every strategy that the exam runs, under LEAN's name.
#include "framework/plugin/plugin.hpp"
#include "tests/parity/bench/ema_cross100.hpp"
#include "tests/parity/bench/empty_daily500.hpp"
#include "tests/parity/bench/empty_minute.hpp"
#include "tests/parity/bench/touch_minute100.hpp"
#include "tests/parity/cases/add_remove_security_regression_algorithm.hpp"
#include "tests/parity/cases/basic_template_algorithm.hpp"
#include "tests/parity/cases/basic_template_daily_algorithm.hpp"
#include "tests/parity/cases/combo_orders_fill_model_algorithm.hpp"
#include "tests/parity/cases/daily_resolution_market_order_conversion_regression_algorithm.hpp"
#include "tests/parity/cases/extended_market_trading_regression_algorithm.hpp"
#include "tests/parity/cases/fill_forward_enumerator_out_of_order_bar_regression_algorithm.hpp"
#include "tests/parity/cases/fill_outside_hours_minute_resolution_algorithm.hpp"
#include "tests/parity/cases/limit_fill_regression_algorithm.hpp"
#include "tests/parity/cases/limit_if_touched_regression_algorithm.hpp"
#include "tests/parity/cases/liquidate_regression_algorithm.hpp"
#include "tests/parity/cases/market_on_close_order_buffer_check_regression_algorithm.hpp"
#include "tests/parity/cases/market_on_close_order_buffer_regression_algorithm.hpp"
#include "tests/parity/cases/market_on_close_order_regression_algorithm.hpp"
#include "tests/parity/cases/market_on_open_order_regression_algorithm.hpp"
#include "tests/parity/cases/market_order_stale_data_fill_regression_algorithm.hpp"
#include "tests/parity/cases/order_ticket_demo_algorithm.hpp"
#include "tests/parity/cases/random_trader.hpp"
#include "tests/parity/cases/security_to_symbol_regression_algorithm.hpp"
#include "tests/parity/cases/set_holdings_multiple_targets_regression_algorithm.hpp"
#include "tests/parity/cases/stop_limit_order_regression_algorithm.hpp"
#include "tests/parity/cases/stop_loss_on_order_event_regression_algorithm.hpp"
#include "tests/parity/cases/time_in_force_algorithm.hpp"
#include "tests/parity/cases/total_portfolio_value_regression_algorithm.hpp"
#include "tests/parity/traces/t01_minute_order_of_callbacks.hpp"
#include "tests/parity/traces/t02_hour_daily_dividends.hpp"
#include "tests/parity/traces/t03_half_days_precise.hpp"
#include "tests/parity/traces/t05_second.hpp"
#include "tests/parity/traces/t06_tick.hpp"
#include "tests/parity/traces/t07_gaps_dst.hpp"
#include "tests/parity/traces/t08_extended_hours.hpp"
#include "tests/parity/traces/t16_add_remove.hpp"
#include "tests/parity/traces/t17_schedules.hpp"
#include "tests/parity/traces/t18_order_types.hpp"
#include "tests/parity/traces/t19_london_time.hpp"
#include "tests/parity/traces/t27_margin_calls.hpp"
#include "tests/parity/traces/t28_mixed_resolutions.hpp"
#include "tests/parity/traces/t31_cash_settlement.hpp"
#include "tests/parity/traces/t33_one_symbol_three_resolutions.hpp"

namespace regimen::parity {

namespace {

// LEAN's exam, tier T0: buy and hold, targets, add and remove.
void AddTierT0(AlgorithmRegistry& registry) {
  registry.Add<BasicTemplateAlgorithm>("BasicTemplateAlgorithm");
  registry.Add<BasicTemplateDailyAlgorithm>("BasicTemplateDailyAlgorithm");
  registry.Add<SecurityToSymbolRegressionAlgorithm>("SecurityToSymbolRegressionAlgorithm");
  registry.Add<SetHoldingsMultipleTargetsRegressionAlgorithm>(
      "SetHoldingsMultipleTargetsRegressionAlgorithm");
  registry.Add<FillForwardEnumeratorOutOfOrderBarRegressionAlgorithm>(
      "FillForwardEnumeratorOutOfOrderBarRegressionAlgorithm");
  registry.Add<AddRemoveSecurityRegressionAlgorithm>("AddRemoveSecurityRegressionAlgorithm");
  registry.Add<TotalPortfolioValueRegressionAlgorithm>("TotalPortfolioValueRegressionAlgorithm");
}

// LEAN's exam, tier T1: order types and fills.
void AddTierT1(AlgorithmRegistry& registry) {
  registry.Add<MarketOnOpenOrderRegressionAlgorithm>("MarketOnOpenOrderRegressionAlgorithm");
  registry.Add<MarketOnCloseOrderRegressionAlgorithm>("MarketOnCloseOrderRegressionAlgorithm");
  registry.Add<MarketOnCloseOrderBufferRegressionAlgorithm>(
      "MarketOnCloseOrderBufferRegressionAlgorithm");
  registry.Add<MarketOnCloseOrderBufferCheckRegressionAlgorithm>(
      "MarketOnCloseOrderBufferCheckRegressionAlgorithm");
  registry.Add<LimitFillRegressionAlgorithm>("LimitFillRegressionAlgorithm");
  registry.Add<LimitIfTouchedRegressionAlgorithm>("LimitIfTouchedRegressionAlgorithm");
  registry.Add<StopLossOnOrderEventRegressionAlgorithm>("StopLossOnOrderEventRegressionAlgorithm");
  registry.Add<StopLimitOrderRegressionAlgorithm>("StopLimitOrderRegressionAlgorithm");
  registry.Add<OrderTicketDemoAlgorithm>("OrderTicketDemoAlgorithm");
  registry.Add<TimeInForceAlgorithm>("TimeInForceAlgorithm");
  registry.Add<ExtendedMarketTradingRegressionAlgorithm>(
      "ExtendedMarketTradingRegressionAlgorithm");
  registry.Add<DailyResolutionMarketOrderConversionRegressionAlgorithm>(
      "DailyResolutionMarketOrderConversionRegressionAlgorithm");
  registry.Add<MarketOrderStaleDataFillRegressionAlgorithm>(
      "MarketOrderStaleDataFillRegressionAlgorithm");
  registry.Add<FillOutsideHoursMinuteResolutionAlgorithm>(
      "FillOutsideHoursMinuteResolutionAlgorithm");
  registry.Add<LiquidateRegressionAlgorithm>("LiquidateRegressionAlgorithm");
  registry.Add<ComboOrdersFillModelAlgorithm>("ComboOrdersFillModelAlgorithm");
}

// Trades at random by seed: cases/random of the exam.
void AddRandomTrader(AlgorithmRegistry& registry) { registry.Add<RandomTrader>("RandomTrader"); }

// Loop traces.
void AddLoopTraces(AlgorithmRegistry& registry) {
  registry.Add<T01MinuteOrderOfCallbacks>("T01_MinuteOrderOfCallbacks");
  registry.Add<T02HourDailyDividends>("T02_HourDailyDividends");
  registry.Add<T03HalfDaysPrecise>("T03_HalfDaysPrecise");
  registry.Add<T04DailyLegacyEnd>("T04_DailyLegacyEnd");
  registry.Add<T05Second>("T05_Second");
  registry.Add<T06Tick>("T06_Tick");
  registry.Add<T07GapsDst>("T07_GapsDst");
  registry.Add<T08ExtendedHours>("T08_ExtendedHours");
  registry.Add<T16AddRemove>("T16_AddRemove");
  registry.Add<T17Schedules>("T17_Schedules");
  registry.Add<T18OrderTypes>("T18_OrderTypes");
  registry.Add<T19LondonTime>("T19_LondonTime");
  registry.Add<T20TokyoTime>("T20_TokyoTime");
  registry.Add<T27MarginCalls>("T27_MarginCalls");
  registry.Add<T28MixedResolutions>("T28_MixedResolutions");
  registry.Add<T31CashSettlement>("T31_CashSettlement");
  registry.Add<T33OneSymbolThreeResolutions>("T33_OneSymbolThreeResolutions");
}

// Speed cases.
void AddSpeedCases(AlgorithmRegistry& registry) {
  registry.Add<EmptyMinute1>("EmptyMinute1");
  registry.Add<EmptyMinute100>("EmptyMinute100");
  registry.Add<TouchMinute100>("TouchMinute100");
  registry.Add<EmaCross100>("EmaCross100");
  registry.Add<EmptyDaily500>("EmptyDaily500");
}

}  // namespace

}  // namespace regimen::parity

REGIMEN_PLUGIN(registry) {
  using namespace regimen::parity;
  AddTierT0(registry);
  AddTierT1(registry);
  AddRandomTrader(registry);
  AddLoopTraces(registry);
  AddSpeedCases(registry);
}
