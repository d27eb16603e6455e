#include "tests/parity/cases/random_trader.hpp"

#include <string>
#include <utility>

namespace regimen::parity {

namespace {

// The generator's first state, and how far apart the states of two seeds are.
constexpr std::uint64_t kFirstState = 88172645463325252U;
constexpr std::uint64_t kSeedStride = 1000003U;

std::string Tag(const char* prefix, int step) { return prefix + std::to_string(step); }

}  // namespace

int RandomTrader::Next(int n) {
  state_ ^= state_ << 13;
  state_ ^= state_ >> 7;
  state_ ^= state_ << 17;
  return static_cast<int>((state_ >> 11) % static_cast<std::uint64_t>(n));
}

void RandomTrader::Initialize() {
  const int seed = GetParameter("seed", 1);
  state_ = kFirstState + kSeedStride * static_cast<std::uint64_t>(seed);
  for (int i = 0; i < 10; ++i) Next(2);
  mode_ = seed % 6;
  SetDates();
  SetCash(10000 + 5000 * Next(40));
  SetModels();
  AddSecurities();
  const int minutes = 15 * (1 + Next(24));
  Schedule.On(DateRules.EveryDay("SPY"), TimeRules.AfterMarketOpen("SPY", minutes), [this] {
    if (Next(3) == 0) Act();
  });
  Schedule.On(DateRules.WeekStart("SPY"), TimeRules.BeforeMarketClose("SPY", 30),
              [this] { Act(); });
}

void RandomTrader::SetDates() {
  switch (mode_) {
    case 2:
      SetStartDate(2013, 10, 1);
      SetEndDate(2014, 6, 30);
      one_in_ = 12;
      break;
    case 3:
      SetStartDate(2004, 11, 1);
      SetEndDate(2007, 11, 30);
      one_in_ = 6;
      break;
    case 4:
      SetStartDate(2013, 10, 7);
      SetEndDate(2013, 10, 8);
      one_in_ = 500;
      break;
    default:
      SetStartDate(2013, 10, 7);
      SetEndDate(2013, 10, 11);
      one_in_ = 18;
      break;
  }
}

void RandomTrader::SetModels() {
  if (mode_ == 1) {
    SetBrokerageModel(BrokerageName::InteractiveBrokersBrokerage, AccountType::Margin);
    SetTimeZone(TimeZones::Chicago());
  }
  if (mode_ == 5) SetBrokerageModel(BrokerageName::Default, AccountType::Cash);
}

void RandomTrader::AddSecurities() {
  const bool five = mode_ == 2 || mode_ == 3;
  const std::vector<const char*> names = five ? std::vector{"SPY", "AAPL", "IBM", "AIG", "BAC"}
                                              : std::vector{"SPY", "IBM", "AIG", "BAC"};
  const Resolution resolution = mode_ == 2   ? Resolution::Hour
                                : mode_ == 3 ? Resolution::Daily
                                : mode_ == 4 ? Resolution::Second
                                             : Resolution::Minute;
  const auto mode =
      mode_ == 1 || mode_ == 3 ? DataNormalizationMode::Raw : DataNormalizationMode::Adjusted;
  for (const std::string name : names) {
    const bool extended = mode_ == 1 && name == "SPY";
    const bool fill_forward = !(mode_ == 0 && name == "BAC");
    const Decimal leverage = mode_ == 0 && Next(2) == 1 ? 10 : 0;
    Equity& security = AddEquity(name, resolution, "usa", fill_forward, leverage, extended, mode);
    if (mode_ == 4) {
      security.SetSlippageModel(std::make_shared<ConstantSlippageModel>(0.0005_m));
      security.SetFeeModel(std::make_shared<ConstantFeeModel>(1.5_m));
    }
    symbols_.push_back(security.GetSymbol());
  }
}

void RandomTrader::OnData(const Slice& /*slice*/) {
  if (Next(one_in_) == 0) Act();
}

void RandomTrader::OnOrderEvent(const OrderEvent& order_event) {
  if (order_event.Status() != OrderStatus::Filled || acting_ > 0 || Next(4) != 0) return;
  ++acting_;
  const Symbol symbol = order_event.GetSymbol();
  const Decimal quantity = Math::Truncate(-order_event.FillQuantity());
  const bool sells = quantity < 0;
  if (Flip()) Keep(LimitOrder(symbol, quantity, Price(symbol, sells ? 6 : -6), false, "take"));
  if (Flip()) Keep(StopMarketOrder(symbol, quantity, Price(symbol, sells ? -6 : 6), false, "stop"));
  if (Next(6) == 0) Act();
  --acting_;
}

Decimal RandomTrader::Price(const Symbol& symbol, int steps) const {
  return Math::Round(Securities[symbol].Price() * (1_m + steps * 0.0005_m), 2);
}

void RandomTrader::Keep(const std::vector<OrderTicket*>& tickets) {
  tickets_.insert(tickets_.end(), tickets.begin(), tickets.end());
}

OrderProperties RandomTrader::DrawProperties() {
  OrderProperties properties;
  switch (Next(6)) {
    case 0:
      properties.SetTimeInForce(TimeInForce::Day);
      break;
    case 1:
      properties.SetTimeInForce(TimeInForce::GoodTilDate(Time().Date().AddDays(1 + Next(3))));
      break;
    default:
      break;
  }
  return properties;
}

void RandomTrader::Act() {
  const int action = Next(22);
  const Symbol symbol = symbols_[static_cast<std::size_t>(Next(static_cast<int>(symbols_.size())))];
  const int size = 1 + Next(40);
  const Decimal quantity = size * (Flip() ? 5 : -5);
  const int step = Next(21) - 10;
  properties_ = DrawProperties();
  Place(action, symbol, quantity, step);
}

void RandomTrader::Place(int action, const Symbol& symbol, Decimal quantity, int step) {
  switch (action) {
    case 0:
    case 1:
      Keep(MarketOrder(symbol, quantity, false, Tag("m", step)));
      break;
    case 9:
      Keep(MarketOnOpenOrder(symbol, quantity, false, "moo"));
      break;
    case 10:
      Keep(MarketOnCloseOrder(symbol, quantity, false, "moc"));
      break;
    case 11:
    case 12:
      SetHoldings(symbol, (Next(19) - 6) * 0.1_m);
      break;
    case 13:
      SetTargets();
      break;
    case 14:
      if (Next(3) == 0) {
        Liquidate(Symbol(), false, "all");
      } else {
        Liquidate(symbol, false, "one");
      }
      break;
    case 15:
    case 16:
      ChangeOne();
      break;
    case 17:
    case 18:
      CancelOne();
      break;
    case 19:
    case 20:
      PlaceCombo(step, action == 20);
      break;
    case 21:
      RemoveAndAdd(symbol, quantity);
      break;
    default:
      PlaceResting(action, symbol, quantity, step);
      break;
  }
}

void RandomTrader::PlaceResting(int action, const Symbol& symbol, Decimal quantity, int step) {
  const Decimal price = Price(symbol, step);
  const int beyond = quantity > 0 ? 1 : -1;
  switch (action) {
    case 2:
    case 3:
      Keep(LimitOrder(symbol, quantity, price, false, Tag("l", step), properties_));
      break;
    case 4:
      Keep(StopMarketOrder(symbol, quantity, price, false, Tag("s", step), properties_));
      break;
    case 5:
      Keep(StopLimitOrder(symbol, quantity, price, Price(symbol, step + 2 * beyond), false,
                          Tag("sl", step), properties_));
      break;
    case 6:
      Keep(TrailingStopOrder(symbol, quantity, (1 + Next(8)) * 0.002_m, true, false, "tp",
                             properties_));
      break;
    case 7:
      Keep(TrailingStopOrder(symbol, quantity, (1 + Next(8)) * 0.1_m, false, false, "ta",
                             properties_));
      break;
    default:
      Keep(LimitIfTouchedOrder(symbol, quantity, price, Price(symbol, step + beyond), false,
                               Tag("lit", step), properties_));
      break;
  }
}

void RandomTrader::SetTargets() {
  std::vector<PortfolioTarget> targets;
  targets.reserve(symbols_.size());
  for (const Symbol& symbol : symbols_) targets.emplace_back(symbol, (Next(7) - 2) * 0.1_m);
  const bool liquidate = Flip();
  SetHoldings(targets, liquidate);
}

std::vector<Leg> RandomTrader::DrawLegs() {
  const int count = static_cast<int>(symbols_.size());
  const int first = Next(count);
  const int second = (first + 1 + Next(count - 1)) % count;
  const int ratio = 1 + Next(3);
  return {Leg::Create(symbols_[static_cast<std::size_t>(first)], ratio),
          Leg::Create(symbols_[static_cast<std::size_t>(second)], -1)};
}

void RandomTrader::PlaceCombo(int step, bool limit) {
  const std::vector<Leg> legs = DrawLegs();
  if (!limit) {
    Keep(ComboMarketOrder(legs, 1 + Next(5), false, "cm"));
    return;
  }
  Decimal net;
  for (const Leg& leg : legs) net += leg.Quantity * Securities[leg.Symbol].Price();
  Decimal price = Math::Round(net * (1_m + step * 0.0005_m), 2);
  if (price.IsZero()) price = 0.01_m;  // a limit of zero is an error
  Keep(ComboLimitOrder(legs, 1 + Next(5), price, false, "cl", properties_));
}

void RandomTrader::RemoveAndAdd(const Symbol& symbol, Decimal quantity) {
  if (mode_ == 2 || mode_ == 3 || Flip()) {
    Keep(MarketOrder(symbol, -quantity, false, "x"));
    return;
  }
  RemoveSecurity(symbol);
  AddEquity(symbol.Value(), mode_ == 4 ? Resolution::Second : Resolution::Minute, "usa", true, 0,
            false, mode_ == 1 ? DataNormalizationMode::Raw : DataNormalizationMode::Adjusted);
}

OrderTicket* RandomTrader::OneOpen() {
  std::vector<OrderTicket*> open;
  for (OrderTicket* ticket : tickets_) {
    const OrderStatus status = ticket->Status();
    const bool closed = status == OrderStatus::Filled || status == OrderStatus::Canceled ||
                        status == OrderStatus::Invalid;
    if (!closed) open.push_back(ticket);
  }
  if (open.empty()) return nullptr;
  return open[static_cast<std::size_t>(Next(static_cast<int>(open.size())))];
}

void RandomTrader::ChangeOne() {
  OrderTicket* ticket = OneOpen();
  if (ticket == nullptr) return;
  UpdateOrderFields fields;
  const int step = Next(21) - 10;
  const Symbol symbol = ticket->GetSymbol();
  if (Next(3) == 0) fields.Tag = Tag("u", step);
  switch (ticket->OrderType()) {
    case OrderType::Limit:
      fields.LimitPrice = Price(symbol, step);
      break;
    case OrderType::StopMarket:
      fields.StopPrice = Price(symbol, step);
      break;
    case OrderType::StopLimit:
      fields.StopPrice = Price(symbol, step);
      fields.LimitPrice = Price(symbol, step + 2);
      break;
    case OrderType::LimitIfTouched:
      fields.TriggerPrice = Price(symbol, step);
      fields.LimitPrice = Price(symbol, step + 1);
      break;
    case OrderType::TrailingStop:
      fields.StopPrice = Price(symbol, ticket->Quantity() > 0 ? 10 : -10);
      break;
    default:
      fields.Tag = Tag("v", step);
      break;
  }
  const bool combo =
      ticket->OrderType() == OrderType::ComboLimit || ticket->OrderType() == OrderType::ComboMarket;
  if (Next(3) == 0 && !combo) {
    fields.Quantity = ticket->Quantity() + (ticket->Quantity() > 0 ? 5 : -5);
  }
  ticket->Update(fields);
}

void RandomTrader::CancelOne() {
  OrderTicket* ticket = OneOpen();
  if (ticket == nullptr) return;
  if (Flip()) {
    ticket->Cancel();
  } else {
    ticket->Cancel("gone");
  }
}

}  // namespace regimen::parity
