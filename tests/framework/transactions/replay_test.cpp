// Strategies of LEAN's regression suite on LEAN's data, driven bar by bar without an engine: the
// order list must have LEAN's hash and the account LEAN's end equity.
#include "tests/support/replay.hpp"

#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "framework/core/math.hpp"
#include "framework/core/rounding.hpp"
#include "framework/orders/order_event_json.hpp"
#include "framework/securities/fill_model.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/lean_results.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Replay;
using tests::TradingWorld;

const std::vector<std::string> kOctoberWeek = {"20131007", "20131008", "20131009", "20131010",
                                               "20131011"};
const Decimal kSpyFactor = Decimal::FromScaled(8646266, 7);

class ReplayTest : public testing::Test {
 protected:
  void SetUp() override {
    data_ = tests::LeanDataDir();
    if (!data_) GTEST_SKIP() << "LEAN's data is not here: set REGIMEN_LEAN_DATA";
  }

  void RunSpyWeek(const std::function<void()>& on_data) {
    world_.AddEquity(tests::Spy());
    // The security's last bars refer to the replay's adjustment: it outlives the run.
    replay_.emplace(*data_).AddMinutes(tests::Spy(), kOctoberWeek, kSpyFactor);
    replay_->Run(world_, on_data);
  }
  // Holds every order event against LEAN's order events file of the case, letter by letter.
  static void ExpectLeansEvents(const TradingWorld& world, const std::string& name) {
    const auto exam = tests::ExamDir();
    if (!exam || !tests::HasXz()) return;
    const std::string text = tests::ReadXz(*exam / "cases" / "lean-results" / (name + ".json.xz"));
    std::size_t at = text.find("\"orderEvents\":[");
    ASSERT_NE(at, std::string::npos);
    at += std::string_view("\"orderEvents\":[").size();
    for (const OrderEvent& event : world.events) {
      const std::string json = OrderEventToJson(event, name);
      ASSERT_EQ(text.substr(at, json.size()), json);
      at += json.size() + 1;
    }
    EXPECT_EQ(text[at - 1], ']') << "LEAN has further events: " << text.substr(at, 200);
  }
  std::string EndEquity() const {
    return Math::Round(world_.portfolio.TotalPortfolioValue(), 2).ToString();
  }

  std::optional<std::filesystem::path> data_;
  std::optional<Replay> replay_;
  TradingWorld world_{DateTime(2013, 10, 7, 4, 0, 0)};
};

TEST_F(ReplayTest, BasicTemplateAlgorithmBuysOnceWithTheWholePortfolio) {
  RunSpyWeek([&] {
    if (!world_.portfolio.Invested()) world_.trading.SetHoldings(tests::Spy(), 1);
  });
  EXPECT_EQ(world_.Hash(), "3da9fa60bf95b9ed148b95e02e0cfc9e");
  ExpectLeansEvents(world_, "BasicTemplateAlgorithm");
  EXPECT_EQ(EndEquity(), "101691.92");
}

// OrderTicketDemoAlgorithm: every single-order type with updates and one-cancels-other cancels.
class TicketDemo {
 public:
  explicit TicketDemo(TradingWorld& world) : world_(world) {}

  void OnData() {
    const DateTime now = world_.LocalTime();
    const auto is = [&](int day, int hour, int minute) {
      return now == DateTime(2013, 10, day, hour, minute, 0);
    };
    Market(is(7, 9, 31));
    Limit(is(7, 12, 0));
    StopMarket(is(7, 16, 0));
    StopLimit(is(8, 12, 1));
    Trailing(is(7, 12, 0));
    OnOpen(is(8, 16, 0));
    OnClose(is(9, 12, 0));
    if (is(11, 15, 45)) world_.trading.MarketOnCloseOrder(tests::Spy(), 1);
  }

 private:
  using Pair = std::vector<OrderTicket*>;

  Decimal Close() const { return world_.securities[tests::Spy()].Close(); }
  static std::string Tag(const OrderTicket& ticket) {
    return "Update #" + std::to_string(ticket.UpdateRequests().size() + 1);
  }
  // Whether one of the pair was filled; then the other one is cancelled.
  static bool Settled(Pair& pair) {
    if (pair[0]->Status() == OrderStatus::Filled) {
      pair[1]->Cancel("Long filled.");
    } else if (pair[1]->Status() == OrderStatus::Filled) {
      pair[0]->Cancel("Short filled");
    } else {
      return false;
    }
    pair.clear();
    return true;
  }

  void Market(bool now) {
    if (!now) return;
    world_.trading.MarketOrder(tests::Spy(), 10);
    OrderTicket& second = world_.trading.MarketOrder(tests::Spy(), 10, {.asynchronous = true});
    second.Cancel("Attempt to cancel async order");
  }

  void Limit(bool now) {
    if (now) {
      const Decimal close = Close();
      limit_ = {&world_.trading.LimitOrder(tests::Spy(), 10, close * 0.999_m),
                &world_.trading.LimitOrder(tests::Spy(), -10, close * 1.001_m)};
    }
    if (limit_.size() != 2 || Settled(limit_)) return;
    const Decimal prices[] = {limit_[0]->Get(OrderField::LimitPrice) + 0.01_m,
                              limit_[1]->Get(OrderField::LimitPrice) - 0.01_m};
    for (std::size_t i = 0; i < 2; ++i) {
      limit_[i]->Update({.LimitPrice = prices[i], .Tag = Tag(*limit_[i])});
    }
  }

  void StopMarket(bool now) {
    if (now) {
      const Decimal close = Close();
      stop_ = {&world_.trading.StopMarketOrder(tests::Spy(), 10, close * 1.0025_m),
               &world_.trading.StopMarketOrder(tests::Spy(), -10, close * 0.9975_m)};
    }
    if (stop_.size() != 2 || Settled(stop_)) return;
    const Decimal prices[] = {stop_[0]->Get(OrderField::StopPrice) - 0.01_m,
                              stop_[1]->Get(OrderField::StopPrice) + 0.01_m};
    for (std::size_t i = 0; i < 2; ++i) {
      stop_[i]->Update({.StopPrice = prices[i], .Tag = Tag(*stop_[i])});
    }
  }

  void StopLimit(bool now) {
    if (now) {
      const Decimal close = Close();
      stop_limit_ = {
          &world_.trading.StopLimitOrder(tests::Spy(), 10, close * 1.001_m, close - 0.03_m),
          &world_.trading.StopLimitOrder(tests::Spy(), -10, close * 0.999_m, close + 0.03_m)};
    }
    if (stop_limit_.size() != 2 || Settled(stop_limit_)) return;
    const Decimal step[] = {-0.01_m, 0.01_m};
    for (std::size_t i = 0; i < 2; ++i) {
      OrderTicket& ticket = *stop_limit_[i];
      ticket.Update({.LimitPrice = ticket.Get(OrderField::LimitPrice) - step[i],
                     .StopPrice = ticket.Get(OrderField::StopPrice) + step[i],
                     .Tag = Tag(ticket)});
    }
  }

  void Trailing(bool now) {
    if (now) {
      const Decimal close = Close();
      const Decimal amount = 0.0025_m;
      trailing_ = {
          &world_.trading.TrailingStopOrder(tests::Spy(), 10, {amount, true, close * 1.0025_m}),
          &world_.trading.TrailingStopOrder(tests::Spy(), -10, {amount, true, close * 0.9975_m})};
      return;
    }
    if (trailing_.size() != 2 || Settled(trailing_)) return;
    const double minutes = (world_.clock.UtcTime() - trailing_[0]->Time()).TotalMinutes();
    if (std::fmod(minutes, 5) != 0) return;
    for (OrderTicket* ticket : trailing_) {
      const Decimal amount =
          Math::Max(ticket->Get(OrderField::TrailingAmount) - 0.0001_m, 0.0001_m);
      ticket->Update({.TrailingAmount = amount, .Tag = Tag(*ticket)});
    }
  }

  void GrowAtTheHour(OrderTicket*& ticket) {
    if (ticket == nullptr || world_.LocalTime().Minute() != 59) return;
    if (ticket->Status() == OrderStatus::Filled) {
      ticket = nullptr;
      return;
    }
    ticket->Update({.Quantity = ticket->Quantity() + 1, .Tag = Tag(*ticket)});
  }

  void OnOpen(bool now) {
    if (now) on_open_ = &world_.trading.MarketOnOpenOrder(tests::Spy(), 50);
    GrowAtTheHour(on_open_);
  }

  void OnClose(bool now) {
    if (now) {
      const Decimal held = world_.portfolio[tests::Spy()].Quantity();
      on_close_ =
          &world_.trading.MarketOnCloseOrder(tests::Spy(), held.IsZero() ? Decimal(100) : 2 * held);
    }
    GrowAtTheHour(on_close_);
  }

  TradingWorld& world_;
  Pair limit_;
  Pair stop_;
  Pair stop_limit_;
  Pair trailing_;
  OrderTicket* on_open_ = nullptr;
  OrderTicket* on_close_ = nullptr;
};

TEST_F(ReplayTest, OrderTicketDemoAlgorithmUpdatesAndCancelsEveryOrderType) {
  TicketDemo demo(world_);
  RunSpyWeek([&] { demo.OnData(); });
  EXPECT_EQ(world_.Hash(), "236df5da8408fdd11445a88425ea9ab7");
  ExpectLeansEvents(world_, "OrderTicketDemoAlgorithm");
  EXPECT_EQ(EndEquity(), "100709.93");
  EXPECT_EQ(world_.transactions.OrdersCount(), 12);
}

TEST_F(ReplayTest, TimeInForceAlgorithmLetsDayAndDatedOrdersExpire) {
  bool placed = false;
  RunSpyWeek([&] {
    if (std::exchange(placed, true)) return;
    const OrderProperties day(TimeInForce::Day);
    const OrderProperties dated(TimeInForce::GoodTilDate(DateTime(2013, 10, 10)));
    const auto limit = [&](Decimal price, const OrderProperties& properties) {
      world_.trading.LimitOrder(tests::Spy(), 10, price, {.properties = properties});
    };
    limit(100, OrderProperties());
    limit(160, OrderProperties());
    limit(140, day);
    limit(180, day);
    limit(100, dated);
    limit(160, dated);
  });
  EXPECT_EQ(world_.Hash(), "a0588650916ed396fb5793375118e7b3");
  ExpectLeansEvents(world_, "TimeInForceAlgorithm");
  EXPECT_EQ(EndEquity(), "100070.41");
}

// LimitIfTouchedRegressionAlgorithm: one order at a time, made smaller on every bar.
class ShrinkingLimitIfTouched {
 public:
  explicit ShrinkingLimitIfTouched(TradingWorld& world) : world_(world) {}

  void OnData() {
    if (world_.transactions.GetOpenOrders().empty()) {
      Place();
    } else if (ticket_ != nullptr) {
      Shrink();
    }
  }

 private:
  static std::string Tag(Decimal quantity) { return "LIT - Quantity: " + quantity.ToString(); }

  void Place() {
    sign_ = world_.LocalTime().Day() < 9 ? 1 : -1;
    const Decimal quantity = sign_ * 10;
    const Decimal price = world_.securities[tests::Spy()].Price();
    ticket_ = &world_.trading.LimitIfTouchedOrder(tests::Spy(), quantity, price - 0.25_m * sign_,
                                                  price - sign_, {.tag = Tag(quantity)});
  }

  void Shrink() {
    if (ticket_->Quantity() == 1) {
      world_.transactions.CancelOpenOrders();
      ticket_ = nullptr;
      return;
    }
    const Decimal quantity = ticket_->Quantity() - sign_;
    ticket_->UpdateQuantity(quantity, Tag(quantity));
    ticket_->UpdateTriggerPrice(
        RoundToSignificantDigits(ticket_->Get(OrderField::TriggerPrice), 5));
  }

  TradingWorld& world_;
  OrderTicket* ticket_ = nullptr;
  int sign_ = 1;
};

TEST_F(ReplayTest, LimitIfTouchedRegressionAlgorithmShrinksItsOrderOnEveryBar) {
  ShrinkingLimitIfTouched strategy(world_);
  RunSpyWeek([&] { strategy.OnData(); });
  EXPECT_EQ(world_.Hash(), "70e29c5d9168728385ee48b92f2ef56c");
  ExpectLeansEvents(world_, "LimitIfTouchedRegressionAlgorithm");
  EXPECT_EQ(EndEquity(), "99992.29");
  EXPECT_EQ(world_.transactions.OrdersCount(), 75);
}

TEST_F(ReplayTest, EquityMarginCallAlgorithmIsCalledSixTimes) {
  ExchangeSchedule schedule = tests::UsEquityHours()->Schedule();
  schedule.holidays.insert(DateTime(2015, 12, 25));
  schedule.early_closes[DateTime(2015, 12, 24)] = TimeSpan(13, 0, 0);
  TradingWorld world(DateTime(2015, 12, 23, 5, 0, 0));
  world.hours = std::make_shared<SecurityExchangeHours>(std::move(schedule));
  const Symbol goog = tests::SymbolOf("GOOCV VP83T1ZUHROL", "GOOG");
  Security& security = world.AddEquity(goog);
  security.SetLeverage(100);
  Replay replay(*data_);
  replay.AddMinutes(goog, {"20151223", "20151224", "20151228", "20151229", "20151230"}, 1);
  DateTime next_check;
  const auto check_margin = [&] {
    if (world.clock.UtcTime() < next_check) return;
    next_check = world.clock.UtcTime().AddMinutes(5);
    MarginCall call = world.portfolio.MarginCallModel().GetMarginCallOrders();
    if (!call.orders.empty() && security.Exchange.ExchangeOpen()) {
      world.portfolio.MarginCallModel().ExecuteMarginCall(std::move(call.orders));
    }
  };
  replay.Run(
      world,
      [&] {
        if (!world.portfolio.Invested()) world.trading.SetHoldings(goog, 86);
      },
      check_margin);
  EXPECT_EQ(world.Hash(), "80d456f6613030d3ff67b6c59dba5707");
  ExpectLeansEvents(world, "EquityMarginCallAlgorithm");
  EXPECT_EQ(world.portfolio.TotalPortfolioValue(), Decimal::Parse("113866.545"));
  EXPECT_EQ(world.transactions.OrdersCount(), 7);
}

// ComboOrdersFillModelAlgorithm's model: fills the legs in parts of a fixed size.
class PartialFillModel : public FillModel {
 public:
  std::vector<OrderEvent> ComboMarketFill(const Order& order,
                                          const FillModelParameters& parameters) override {
    return InParts(FillModel::ComboMarketFill(order, parameters), parameters, 50);
  }
  std::vector<OrderEvent> ComboLimitFill(const Order& order,
                                         const FillModelParameters& parameters) override {
    return InParts(FillModel::ComboLimitFill(order, parameters), parameters, 20);
  }
  std::vector<OrderEvent> ComboLegLimitFill(const Order& order,
                                            const FillModelParameters& parameters) override {
    return InParts(FillModel::ComboLegLimitFill(order, parameters), parameters, 10);
  }

 private:
  std::vector<OrderEvent> InParts(std::vector<OrderEvent> fills,
                                  const FillModelParameters& parameters, Decimal part) {
    if (fills.empty()) return fills;
    for (std::size_t i = 0; i < fills.size(); ++i) {
      const Order& order = parameters.SecuritiesForOrders[i].Order;
      const int sign = Math::Sign(order.Quantity());
      Decimal& remaining =
          remaining_.try_emplace(order.Id(), order.AbsoluteQuantity()).first->second;
      const Decimal size = Math::Min(part, remaining);
      fills[i].SetFillQuantity(sign * size);
      fills[i].SetStatus(size == remaining ? OrderStatus::Filled : OrderStatus::PartiallyFilled);
      remaining -= size;
      if (remaining.IsZero()) remaining_.erase(order.Id());
    }
    return fills;
  }

  std::map<int, Decimal> remaining_;
};

TEST_F(ReplayTest, ComboOrdersFillModelAlgorithmFillsCombosInParts) {
  TradingWorld world(DateTime(2019, 1, 1, 5, 0, 0));
  Security& spy = world.AddEquity(tests::Spy(), Resolution::Hour);
  Security& ibm = world.AddEquity(tests::Ibm(), Resolution::Hour);
  spy.SetFillModel(std::make_shared<PartialFillModel>());
  ibm.SetFillModel(std::make_shared<PartialFillModel>());
  Replay replay(*data_);
  replay.AddHours(tests::Spy(), "20190101", "20190120", 0.9602821_m);
  replay.AddHours(tests::Ibm(), "20190101", "20190120", 0.8947264_m);
  replay.Run(world, [&] {
    if (world.portfolio.Invested()) return;
    std::vector<Leg> legs = {Leg::Create(tests::Spy(), 1), Leg::Create(tests::Ibm(), -1)};
    world.trading.ComboMarketOrder(legs, 100);
    world.trading.ComboLimitOrder(legs, 100, Math::Round(spy.BidPrice()));
    legs[0].OrderPrice = Math::Round(spy.BidPrice()) + 1;
    legs[1].OrderPrice = Math::Round(ibm.BidPrice()) + 1;
    world.trading.ComboLegLimitOrder(legs, 100);
  });
  EXPECT_EQ(world.Hash(), "397d4e81b8c7fa9258e18c4bcf4154e1");
  ExpectLeansEvents(world, "ComboOrdersFillModelAlgorithm");
  EXPECT_EQ(Math::Round(world.portfolio.TotalPortfolioValue(), 2).ToString(), "104781.43");
}

}  // namespace
}  // namespace regimen
