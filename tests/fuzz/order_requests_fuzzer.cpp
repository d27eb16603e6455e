// Any bytes as what a strategy does with its orders while prices move: orders of every type, the
// calls of a ticket, liquidations, margin calls, from the step and from inside OnOrderEvent, on the
// real transaction handler, brokerage and portfolio. Whatever is asked for:
// - the events of an order follow the table of order_state.cpp, and a closed order stays closed;
// - no order fills against its sign or beyond its quantity, and a filled one is filled whole;
// - cash and positions are what there was at first plus the fills, less the fees.
// A call may be refused by an ArgumentError or InvalidOperationError, and the run goes on. Numbers
// beyond a decimal end it; then only what happened to the orders until there is checked.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/models/fills/equity_fill_model.hpp"
#include "framework/models/slippage/constant_slippage_model.hpp"
#include "framework/portfolio/default_margin_call_model.hpp"
#include "framework/securities/settlement_model.hpp"
#include "tests/fuzz/order_audit.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::CheckOrderEvents;
using tests::CheckTickets;
using tests::Require;

// The input, byte by byte; zeros behind its end.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : left_(data, size) {}

  bool Empty() const { return left_.empty(); }
  unsigned Byte() {
    if (left_.empty()) return 0;
    const unsigned byte = left_.front();
    left_ = left_.subspan(1);
    return byte;
  }
  unsigned Below(unsigned limit) { return Byte() % limit; }
  bool Flag() { return (Byte() & 1) != 0; }
  template <typename T, std::size_t kCount>
  const T& OneOf(const std::array<T, kCount>& values) {
    return values[Below(static_cast<unsigned>(kCount))];
  }

 private:
  std::span<const std::uint8_t> left_;
};

// Fills what another model would fill in parts of so many shares.
class PartialFillModel : public EquityFillModel {
 public:
  explicit PartialFillModel(int part) : part_(part) {}

  std::vector<OrderEvent> Fill(const FillModelParameters& parameters) override {
    std::vector<OrderEvent> fills = EquityFillModel::Fill(parameters);
    if (parameters.SecuritiesForOrders.size() > 1) return fills;
    for (OrderEvent& fill : fills) {
      if (fill.FillQuantity().IsZero()) continue;
      Decimal& done = done_[fill.OrderId()];
      const Decimal left = fill.FillQuantity() - done;
      // An update may have cut the order to less than it has filled.
      if (left.Sign() != fill.FillQuantity().Sign()) {
        fill.SetFillQuantity(0);
        fill.SetStatus(parameters.Order.Status());
        continue;
      }
      const Decimal part = Math::Min(Math::Abs(left), part_) * left.Sign();
      fill.SetFillQuantity(part);
      fill.SetStatus(part == left ? OrderStatus::Filled : OrderStatus::PartiallyFilled);
      done += part;
    }
    return fills;
  }

 private:
  int part_;
  std::map<int, Decimal> done_;
};

// ---- What is asked for ----------------------------------------------------------------------

const std::array<Decimal, 16>& Quantities() {
  static const std::array<Decimal, 16> values{1,
                                              -1,
                                              7,
                                              -7,
                                              100,
                                              -100,
                                              333,
                                              -1000,
                                              0,
                                              Decimal::Parse("0.5"),
                                              Decimal::Parse("-12.75"),
                                              100'000,
                                              -2'147'483'648LL,
                                              Decimal::Parse("0.0000000000000000000000000001"),
                                              Decimal::MaxValue(),
                                              Decimal::MinValue()};
  return values;
}

constexpr std::array<int, 16> kLegQuantities{
    1, -1, 2, -3, 1, -1, 5, 1, -1, 2, 3, 1, -1, 0, 2'147'483'647, -2'147'483'647};

const std::array<Decimal, 12>& Extremes() {
  static const std::array<Decimal, 12> values{0,
                                              -1,
                                              Decimal::Parse("0.0001"),
                                              Decimal::Parse("0.00001"),
                                              Decimal::Parse("0.01"),
                                              1,
                                              Decimal::Parse("123.456789"),
                                              1'000'000,
                                              Decimal::Parse("1000000000000"),
                                              Decimal::Parse("0.0000000000000000000000000001"),
                                              Decimal::MaxValue(),
                                              Decimal::MinValue()};
  return values;
}

class Play {
 public:
  explicit Play(Bytes bytes)
      : bytes_(bytes),
        world_(DateTime(2013, 10, 7, 13, 31, 0), Brokerage(bytes_)),
        spy_(world_.AddEquity(tests::Spy())),
        ibm_(world_.AddEquity(tests::Ibm(),
                              bytes_.Flag() ? Resolution::Daily : Resolution::Minute)) {
    if (bytes_.Flag()) {
      spy_.SetFillModel(std::make_shared<PartialFillModel>(static_cast<int>(1 + bytes_.Byte())));
    }
    if (bytes_.Flag()) {
      spy_.SetSlippageModel(std::make_shared<ConstantSlippageModel>(Decimal::Parse("0.001")));
    }
    world_.portfolio.SetMarginCallModel(
        std::make_shared<DefaultMarginCallModel>(world_.portfolio, world_.transactions));
    world_.on_order_event = [this](const OrderEvent& event) { OnOrderEvent(event); };
    Move();
  }

  void Run() {
    constexpr int kMostSteps = 400;
    try {
      for (int step = 0; step < kMostSteps && !bytes_.Empty() && !over_; ++step) {
        Move();
        world_.handler.ProcessSynchronousEvents();
        Try([this] { Act(); });
        world_.handler.ProcessSynchronousEvents();
        CheckStep();
      }
    } catch (const OverflowError&) {
      return CheckOrderEvents(world_.events);
    }
    CheckOrderEvents(world_.events);
    CheckTickets(world_.events, world_.transactions);
  }

 private:
  // A strategy may catch what refuses a call and go on. Numbers beyond a decimal end its run.
  template <class Call>
  void Try(Call call) {
    try {
      call();
    } catch (const ArgumentError& error) {
      RequireOwnFault(error.what());
    } catch (const InvalidOperationError& error) {
      RequireOwnFault(error.what());
    }
  }

  static std::shared_ptr<BrokerageModel> Brokerage(Bytes& bytes) {
    const unsigned kind = bytes.Byte();
    return CreateBrokerageModel(
        (kind & 1) != 0 ? BrokerageName::InteractiveBrokersBrokerage : BrokerageName::Default,
        (kind & 2) != 0 ? AccountType::Cash : AccountType::Margin);
  }

  const Symbol& AnySymbol() { return (bytes_.Flag() ? ibm_ : spy_).GetSymbol(); }
  // Mostly what the account can bear.
  Decimal Quantity() {
    const unsigned kind = bytes_.Byte();
    if (kind % 16 == 15) return bytes_.OneOf(Quantities());
    return (static_cast<int>(kind) - 128) * 3;
  }
  // Mostly near the market.
  Decimal Price() {
    const unsigned kind = bytes_.Byte();
    if (kind % 16 == 15) return bytes_.OneOf(Extremes());
    return spy_.Price() + Decimal::FromScaled(static_cast<std::int64_t>(kind) - 128, 2);
  }
  OrderOptions Options() {
    static const std::array<std::string, 4> kTags{"", "a tag", "\xff\x80\"\\\n",
                                                  std::string(300, 'x')};
    OrderOptions options{.asynchronous = bytes_.Flag(), .tag = bytes_.OneOf(kTags)};
    switch (bytes_.Below(4)) {
      case 0:
        options.properties = OrderProperties(TimeInForce::Day);
        break;
      case 1:
        options.properties = OrderProperties(
            TimeInForce::GoodTilDate(DateTime(2013, 10, static_cast<int>(1 + bytes_.Below(28)))));
        break;
      default:
        break;
    }
    return options;
  }
  OrderTicket* AnyTicket() {
    const auto tickets = world_.transactions.GetOrderTickets();
    if (tickets.empty()) return nullptr;
    return tickets[bytes_.Byte() % tickets.size()];
  }

  void Act() {
    switch (bytes_.Below(6)) {
      case 0:
      case 1:
        return PlaceSingle();
      case 2:
        return PlaceCombo();
      case 3:
        return UseTicket();
      case 4:
        return UseAccount();
      default:
        return;
    }
  }

  void PlaceSingle() {
    AlgorithmTrading& trading = world_.trading;
    const Symbol symbol = AnySymbol();
    const Decimal quantity = Quantity();
    const Decimal price = Price();
    switch (bytes_.Below(9)) {
      case 0:
        trading.MarketOrder(symbol, quantity, Options());
        return;
      case 1:
        trading.MarketOnOpenOrder(symbol, quantity, Options());
        return;
      case 2:
        trading.MarketOnCloseOrder(symbol, quantity, Options());
        return;
      case 3:
        trading.LimitOrder(symbol, quantity, price, Options());
        return;
      case 4:
        trading.StopMarketOrder(symbol, quantity, price, Options());
        return;
      case 5:
        trading.StopLimitOrder(symbol, quantity, price, Price(), Options());
        return;
      case 6:
        trading.LimitIfTouchedOrder(symbol, quantity, price, Price(), Options());
        return;
      case 7: {
        AlgorithmTrading::Trailing trailing{.amount = Price(), .as_percentage = bytes_.Flag()};
        if (bytes_.Flag()) trailing.stop_price = price;
        trading.TrailingStopOrder(symbol, quantity, trailing, Options());
        return;
      }
      default:
        return SubmitRequest(symbol, quantity, price);
    }
  }

  // A request that the strategy made itself, of any type, past the checks or through them.
  void SubmitRequest(const Symbol& symbol, Decimal quantity, Decimal price) {
    SubmitOrderRequest request({.order_type = static_cast<OrderType>(bytes_.Below(12)),
                                .symbol = symbol,
                                .quantity = quantity,
                                .time = world_.clock.UtcTime(),
                                .tag = "own",
                                .stop_price = price,
                                .limit_price = price,
                                .trigger_price = price,
                                .trailing_amount = price});
    if (bytes_.Flag()) {
      world_.trading.SubmitOrderRequest(std::move(request));
    } else {
      world_.transactions.AddOrder(std::move(request));
    }
  }

  void PlaceCombo() {
    std::vector<Leg> legs;
    const unsigned type = bytes_.Below(3);
    for (unsigned count = bytes_.Below(4); count > 0; --count) {
      Leg leg{AnySymbol(), bytes_.OneOf(kLegQuantities), {}};
      if (type == 2 || bytes_.Below(16) == 15) leg.OrderPrice = Price();
      legs.push_back(leg);
    }
    const int quantity = bytes_.OneOf(kLegQuantities);
    if (type == 0) world_.trading.ComboMarketOrder(legs, quantity, Options());
    if (type == 1) world_.trading.ComboLimitOrder(legs, quantity, Price(), Options());
    if (type == 2) world_.trading.ComboLegLimitOrder(legs, quantity, Options());
  }

  void UseTicket() {
    OrderTicket* ticket = AnyTicket();
    if (ticket == nullptr) return;
    switch (bytes_.Below(9)) {
      case 0:
        ticket->UpdateQuantity(Quantity());
        return;
      case 1:
        ticket->UpdateLimitPrice(Price(), "limit");
        return;
      case 2:
        ticket->UpdateStopPrice(Price());
        return;
      case 3:
        ticket->UpdateTriggerPrice(Price());
        return;
      case 4:
        ticket->UpdateStopTrailingAmount(Price());
        return;
      case 5:
        ticket->UpdateTag("new tag");
        return;
      case 6:
        ticket->Update({.Quantity = Quantity(), .LimitPrice = Price(), .StopPrice = Price()});
        return;
      case 7:
        world_.transactions.CancelOrder(static_cast<int>(bytes_.Byte()) - 1);
        return;
      default:
        ticket->Cancel(bytes_.Flag() ? std::optional<std::string>("gone") : std::nullopt);
    }
  }

  void UseAccount() {
    const auto others = bytes_.Flag() ? AlgorithmTrading::ExistingHoldings::Liquidate
                                      : AlgorithmTrading::ExistingHoldings::Keep;
    const auto share = [&] { return Decimal::FromScaled(std::int64_t{bytes_.Byte()} - 128, 1); };
    switch (bytes_.Below(7)) {
      case 0:
        world_.trading.SetHoldings(AnySymbol(), share() / 5, others, Options());
        return;
      case 1:
        world_.trading.SetHoldings(
            {{spy_.GetSymbol(), share() / 10}, {ibm_.GetSymbol(), share() / 10}}, others,
            Options());
        return;
      case 2:
        world_.trading.Liquidate(Options());
        return;
      case 3:
        world_.trading.Liquidate(AnySymbol(), Options());
        return;
      case 4:
        world_.transactions.CancelOpenOrders();
        return;
      case 5: {
        MarginCallModel& model = world_.portfolio.MarginCallModel();
        model.ExecuteMarginCall(model.GetMarginCallOrders().orders);
        return;
      }
      default:
        // Only new requests are refused; the clock goes on.
        world_.warming_up = !world_.warming_up && bytes_.Below(4) == 3;
    }
  }

  // Time passes and new prices come.
  void Move() {
    static constexpr std::array<int, 5> kMinutes{1, 5, 60, 390, 24 * 60};
    world_.MoveTo(world_.clock.UtcTime().AddMinutes(bytes_.OneOf(kMinutes)));
    for (Security* security : {&spy_, &ibm_}) {
      Decimal price = security->HasData() ? security->Price() : Decimal(100);
      const unsigned step = bytes_.Byte();
      price += Decimal::FromScaled(static_cast<std::int64_t>(step) - 128, 2);
      if (step >= 252) price *= step == 252 ? 50 : Decimal::FromScaled(5, 1);
      price = Math::Max(price, Decimal::FromScaled(1, 4));
      if (step == 251) price = 0;
      world_.Trade(*security, Bar(price, price + 1, price - price / 50, price),
                   TimeSpan::FromMinutes(1));
      if (step % 4 != 0) world_.Quote(*security, price, price + Decimal::FromScaled(2, 2));
      security->SettlementModel().Scan({world_.portfolio, *security, world_.clock.UtcTime()});
    }
  }

  // Now and then the strategy acts inside the event.
  void OnOrderEvent(const OrderEvent& event) {
    cash_ -= event.FillQuantity() * event.FillPrice() + event.OrderFee().Value().Amount();
    held_[event.GetSymbol()] += event.FillQuantity();
    constexpr int kDeepest = 3;
    if (depth_ == kDeepest || bytes_.Below(4) != 3) return;
    ++depth_;
    // As in the engine: what a handler throws does not go through the transaction handler.
    try {
      Try([this] { Act(); });
    } catch (const OverflowError&) {
      over_ = true;
    }
    --depth_;
  }

  // ---- What must hold ---------------------------------------------------------------------------

  static void RequireOwnFault(const std::string& message) {
    for (const char* engine : {"cannot follow", "fill model ", "there is no such order"}) {
      Require(message.find(engine) == std::string::npos, "the engine failed:", message);
    }
  }

  void CheckStep() {
    for (const std::string& error : world_.errors) {
      Require(!error.starts_with("Fill error"), "a fill was not booked:", error);
    }
    world_.errors.clear();
    const auto& portfolio = world_.portfolio;
    Require(
        portfolio.Cash() + portfolio.UnsettledCash() == cash_, "cash is off:",
        (portfolio.Cash() + portfolio.UnsettledCash()).ToString() + ", not " + cash_.ToString());
    Decimal value = cash_;
    for (const Security* security : {&spy_, &ibm_}) {
      const Decimal held = held_[security->GetSymbol()];
      Require(security->Holdings.Quantity() == held, "a position is off, should be", held);
      value += held * security->Price();
    }
    Require(portfolio.TotalPortfolioValue() == value, "the portfolio is off: is, should be",
            portfolio.TotalPortfolioValue(), value);
    for (const OrderTicket* ticket : world_.transactions.GetOrderTickets()) {
      const auto [known, is_new] = closed_as_.try_emplace(ticket->OrderId(), OrderStatus::New);
      if (IsClosed(known->second)) {
        Require(ticket->Status() == known->second, "a closed order changed:", *ticket);
      }
      known->second = ticket->Status();
    }
  }

  Bytes bytes_;
  tests::TradingWorld world_;
  Security& spy_;
  Security& ibm_;
  Decimal cash_ = 100'000;
  std::map<Symbol, Decimal> held_;
  std::map<int, OrderStatus> closed_as_;
  int depth_ = 0;
  bool over_ = false;
};

}  // namespace
}  // namespace regimen

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  regimen::Play(regimen::Bytes(data, size)).Run();
  return 0;
}
