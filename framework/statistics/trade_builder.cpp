#include "framework/statistics/trade_builder.hpp"

#include <algorithm>
#include <utility>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"

namespace regimen {
namespace {

constexpr std::size_t kOrdersRemembered = 1000;
constexpr int kMoneyDigits = 2;

}  // namespace

int TradeBuilder::Side(TradeDirection direction) {
  return direction == TradeDirection::Long ? 1 : -1;
}

Decimal TradeBuilder::Money(Decimal amount, const TradeFill& fill) {
  return Math::Round(amount * fill.conversion_rate * fill.contract_multiplier, kMoneyDigits);
}

void TradeBuilder::AddOnce(std::vector<int>& order_ids, int order_id) {
  if (std::find(order_ids.begin(), order_ids.end(), order_id) == order_ids.end()) {
    order_ids.push_back(order_id);
  }
}

void TradeBuilder::PendingTrade::SetMarketPrice(Decimal price) {
  const Decimal profit = trade.direction == TradeDirection::Long ? price - trade.entry_price
                                                                 : trade.entry_price - price;
  if (profit < max_profit) {
    max_drawdown = Math::Max(max_drawdown, max_profit - profit);
  } else {
    max_profit = profit;
  }
}

void TradeBuilder::Position::SetMarketPrice(Decimal price) {
  if (last_price == price) return;
  last_price = price;
  if (price > max_price) {
    max_price = price;
  } else if (price < min_price) {
    min_price = price;
  }
  for (PendingTrade& pending : pending_trades) pending.SetMarketPrice(price);
}

bool TradeBuilder::HasOpenPosition(const Symbol& symbol) const {
  const Position* position = Find(symbol);
  return position != nullptr &&
         !(position->pending_trades.empty() && position->pending_fills.empty());
}

void TradeBuilder::ProcessFill(const TradeFill& fill) {
  TradeFill owned = fill;
  owned.fee = FeeOfFirstFill(fill);
  switch (grouping_) {
    case FillGroupingMethod::FillToFill:
      return FillToFill(owned);
    case FillGroupingMethod::FlatToFlat:
      return FlatToFlat(owned);
    case FillGroupingMethod::FlatToReduced:
      return FlatToReduced(owned);
  }
}

void TradeBuilder::ApplySplit(const Symbol& symbol, Decimal factor) {
  if (factor.IsZero()) {
    throw ArgumentError("A split of " + symbol.Value() + " by 0: expected the factor of its file.");
  }
  Position* position = Find(symbol);
  if (position == nullptr) return;
  position->min_price *= factor;
  position->max_price *= factor;
  position->last_price.reset();
  for (PendingTrade& pending : position->pending_trades) {
    pending.trade.quantity /= factor;
    pending.trade.entry_price *= factor;
    pending.max_profit *= factor;
    pending.max_drawdown *= factor;
  }
  for (TradeFill& fill : position->pending_fills) {
    fill.quantity /= factor;
    fill.price *= factor;
  }
}

TradeBuilder::Position* TradeBuilder::OpenIfFlat(const TradeFill& fill) {
  const std::size_t index = fill.symbol.Index();
  if (index >= positions_.size()) positions_.resize(index + 1);
  if (positions_[index] != nullptr) return nullptr;
  positions_[index] = std::make_unique<Position>();
  Position& position = *positions_[index];
  position.total_fees = fill.fee;
  position.min_price = fill.price;
  position.max_price = fill.price;
  return &position;
}

Decimal TradeBuilder::FeeOfFirstFill(const TradeFill& fill) {
  if (!orders_with_fee_set_.insert(fill.order_id).second) return 0;
  orders_with_fee_.push_back(fill.order_id);
  if (orders_with_fee_.size() > kOrdersRemembered) {
    orders_with_fee_set_.erase(orders_with_fee_.front());
    orders_with_fee_.pop_front();
  }
  return fill.fee;
}

TradeBuilder::PendingTrade TradeBuilder::MakePending(const TradeFill& fill) {
  PendingTrade pending;
  pending.trade.symbol = fill.symbol;
  pending.trade.entry_time = fill.utc_time;
  pending.trade.entry_price = fill.price;
  pending.trade.direction = fill.quantity > 0 ? TradeDirection::Long : TradeDirection::Short;
  pending.trade.quantity = Math::Abs(fill.quantity);
  pending.trade.total_fees = fill.fee;
  pending.trade.order_ids = {fill.order_id};
  return pending;
}

void TradeBuilder::FillToFill(TradeFill fill) {
  if (Position* opened = OpenIfFlat(fill); opened != nullptr) {
    opened->pending_trades.push_back(MakePending(fill));
    return;
  }
  Position& position = *Find(fill.symbol);
  position.SetMarketPrice(fill.price);
  position.last_price.reset();

  const bool fifo = matching_ == FillMatchingMethod::FIFO;
  std::deque<PendingTrade>& trades = position.pending_trades;
  const PendingTrade& first = fifo ? trades.front() : trades.back();
  if (fill.quantity.Sign() == Side(first.trade.direction)) {
    trades.push_back(MakePending(fill));
    return;
  }

  Decimal open = Math::Abs(fill.quantity);
  while (!trades.empty() && open > 0) {
    const Decimal pending = (fifo ? trades.front() : trades.back()).trade.quantity;
    if (open >= pending) {
      AddClosed(CloseWhole(position, fill), fill);
      open -= pending;
    } else {
      AddClosed(CloseInPart(position, fill, open), fill);
      open = 0;
    }
    // A fee is paid once, whatever the number of trades that the fill closes.
    fill.fee = 0;
  }
  if (open > 0) {
    fill.quantity = fill.quantity > 0 ? open : -open;
    trades.push_back(MakePending(fill));
    position.min_price = fill.price;
    position.max_price = fill.price;
  } else if (trades.empty()) {
    Remove(fill.symbol);
  }
}

Trade::Fields TradeBuilder::CloseWhole(Position& position, const TradeFill& fill) {
  std::deque<PendingTrade>& trades = position.pending_trades;
  const bool fifo = matching_ == FillMatchingMethod::FIFO;
  Trade::Fields trade =
      CloseInPart(position, fill, (fifo ? trades.front() : trades.back()).trade.quantity);
  if (fifo) {
    trades.pop_front();
  } else {
    trades.pop_back();
  }
  return trade;
}

Trade::Fields TradeBuilder::CloseInPart(Position& position, const TradeFill& fill,
                                        Decimal quantity) {
  std::deque<PendingTrade>& trades = position.pending_trades;
  PendingTrade& pending = matching_ == FillMatchingMethod::FIFO ? trades.front() : trades.back();
  Trade::Fields trade = pending.trade;
  pending.trade.quantity -= quantity;
  pending.trade.total_fees = 0;

  const bool is_long = trade.direction == TradeDirection::Long;
  const Decimal worst =
      is_long ? position.min_price - trade.entry_price : trade.entry_price - position.max_price;
  const Decimal best =
      is_long ? position.max_price - trade.entry_price : trade.entry_price - position.min_price;
  trade.quantity = quantity;
  trade.exit_time = fill.utc_time;
  trade.exit_price = fill.price;
  trade.profit_loss =
      Money((fill.price - trade.entry_price) * quantity * Side(trade.direction), fill);
  trade.total_fees += fill.fee;
  trade.maximum_adverse_excursion = Money(worst * quantity, fill);
  trade.maximum_favorable_excursion = Money(best * quantity, fill);
  trade.end_trade_drawdown = Money(pending.max_drawdown * quantity, fill);
  AddOnce(trade.order_ids, fill.order_id);
  return trade;
}

void TradeBuilder::AddClosed(Trade::Fields trade, const TradeFill& fill) {
  trade.is_win = IsWinningFill(fill.quantity, trade.profit_loss, fill.exercise);
  trade.number = static_cast<int>(closed_trades_.size()) + 1;
  closed_trades_.emplace_back(std::move(trade));
}

}  // namespace regimen
