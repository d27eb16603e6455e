// The two groupings that average over fills: FlatToFlat and FlatToReduced.
#include <algorithm>
#include <utility>

#include "framework/core/math.hpp"
#include "framework/statistics/trade_builder.hpp"

namespace regimen {
namespace {

// The quantity-weighted mean price of fills, updated fill by fill as LEAN does.
struct AveragePrice {
  Decimal quantity;
  Decimal price;

  void Add(Decimal fill_price, Decimal fill_quantity) {
    quantity += fill_quantity;
    price += (fill_price - price) * fill_quantity / quantity;
  }
};

Decimal TotalQuantity(const std::deque<TradeFill>& fills) {
  Decimal total;
  for (const TradeFill& fill : fills) total += fill.quantity;
  return total;
}

}  // namespace

void TradeBuilder::FlatToFlat(TradeFill fill) {
  if (Position* opened = OpenIfFlat(fill); opened != nullptr) {
    opened->pending_fills.push_back(fill);
    return;
  }
  Position& position = *Find(fill.symbol);
  position.SetMarketPrice(fill.price);
  const bool opposite = position.pending_fills.front().quantity.Sign() != fill.quantity.Sign();
  const Decimal held = TotalQuantity(position.pending_fills);
  const bool closes =
      opposite && ((held + fill.quantity).IsZero() || Math::Abs(fill.quantity) > Math::Abs(held));
  position.total_fees += fill.fee;
  position.pending_fills.push_back(fill);
  if (!closes) return;

  CloseToFlat(position, fill);
  const Decimal rest = held + fill.quantity;
  Remove(fill.symbol);
  if (rest.IsZero()) return;
  fill.quantity = rest;
  fill.fee = 0;
  OpenIfFlat(fill)->pending_fills.push_back(fill);
}

// Requires: the last of the position's fills is `fill`, and it closes or reverses the position.
void TradeBuilder::CloseToFlat(Position& position, const TradeFill& fill) {
  Trade::Fields trade;
  trade.symbol = fill.symbol;
  trade.entry_time = position.pending_fills.front().utc_time;
  if (matching_ == FillMatchingMethod::LIFO) {
    std::reverse(position.pending_fills.begin(), position.pending_fills.end());
  }
  AveragePrice entry;
  AveragePrice exit;
  for (const TradeFill& each : position.pending_fills) {
    AveragePrice& side = each.quantity.Sign() == fill.quantity.Sign() ? exit : entry;
    side.Add(each.price, each.quantity);
    AddOnce(trade.order_ids, each.order_id);
  }
  trade.direction = fill.quantity < 0 ? TradeDirection::Long : TradeDirection::Short;
  trade.entry_price = entry.price;
  trade.quantity = Math::Abs(entry.quantity);
  trade.exit_time = fill.utc_time;
  trade.exit_price = exit.price;
  trade.profit_loss =
      Money((trade.exit_price - trade.entry_price) * trade.quantity * Side(trade.direction), fill);
  trade.total_fees = position.total_fees;
  AddClosed(std::move(trade), fill);
}

void TradeBuilder::FlatToReduced(TradeFill fill) {
  if (Position* opened = OpenIfFlat(fill); opened != nullptr) {
    opened->pending_fills.push_back(fill);
    return;
  }
  Position& position = *Find(fill.symbol);
  position.SetMarketPrice(fill.price);
  position.total_fees += fill.fee;
  const TradeFill& first = matching_ == FillMatchingMethod::FIFO ? position.pending_fills.front()
                                                                 : position.pending_fills.back();
  if (fill.quantity.Sign() == first.quantity.Sign()) {
    position.pending_fills.push_back(fill);
    return;
  }
  const Decimal rest = fill.quantity - CloseReduced(position, fill);
  position.total_fees = 0;
  if (!rest.IsZero()) {
    fill.quantity = rest;
    position.pending_fills = {fill};
    position.min_price = fill.price;
    position.max_price = fill.price;
  } else if (position.pending_fills.empty()) {
    Remove(fill.symbol);
  }
}

// Closes a trade of as much as `fill` takes from the pending fills. Returns the quantity it took,
// with the sign of `fill`.
Decimal TradeBuilder::CloseReduced(Position& position, const TradeFill& fill) {
  std::deque<TradeFill>& fills = position.pending_fills;
  const bool fifo = matching_ == FillMatchingMethod::FIFO;
  Trade::Fields trade;
  trade.symbol = fill.symbol;
  trade.order_ids = {fill.order_id};
  trade.entry_time = (fifo ? fills.front() : fills.back()).utc_time;
  AveragePrice entry;
  while (!fills.empty() && entry.quantity != fill.quantity) {
    TradeFill& pending = fifo ? fills.front() : fills.back();
    AddOnce(trade.order_ids, pending.order_id);
    const Decimal open = fill.quantity - entry.quantity;
    if (Math::Abs(open) < Math::Abs(pending.quantity)) {
      entry.Add(pending.price, open);
      pending.quantity += open;
      break;
    }
    if (!fifo) trade.entry_time = pending.utc_time;
    entry.Add(pending.price, -pending.quantity);
    if (fifo) {
      fills.pop_front();
    } else {
      fills.pop_back();
    }
  }
  trade.direction = fill.quantity < 0 ? TradeDirection::Long : TradeDirection::Short;
  trade.entry_price = entry.price;
  trade.quantity = Math::Abs(entry.quantity);
  trade.exit_time = fill.utc_time;
  trade.exit_price = fill.price;
  trade.profit_loss =
      Money((trade.exit_price - trade.entry_price) * trade.quantity * Side(trade.direction), fill);
  trade.total_fees = position.total_fees;
  AddClosed(std::move(trade), fill);
  return entry.quantity;
}

}  // namespace regimen
