#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/statistics/fill_grouping_method.hpp"
#include "framework/statistics/fill_matching_method.hpp"
#include "framework/statistics/trade.hpp"
#include "framework/statistics/trade_fill.hpp"

namespace regimen {

// Turns fills and market prices into closed trades (LEAN Common/Statistics/TradeBuilder.cs).
//
// Fed by the engine in this order: every security update and every fill in the order they happen.
// Profit, excursions and drawdown are rounded to two places, half to even. An order's fee goes to
// its first fill only (of the last 1000 orders). Excursions use the extreme prices since the
// position was opened, not since the trade was; with FlatToFlat and FlatToReduced they are 0.
//
// Not thread-safe. SetMarketPrice is one array lookup for a symbol without open position, O(pending
// trades) otherwise; ProcessFill is O(trades it closes).
class TradeBuilder {
 public:
  explicit TradeBuilder(FillGroupingMethod grouping = FillGroupingMethod::FillToFill,
                        FillMatchingMethod matching = FillMatchingMethod::FIFO)
      : grouping_(grouping), matching_(matching) {}

  // In the order in which they were closed.
  const std::vector<Trade>& ClosedTrades() const { return closed_trades_; }
  bool HasOpenPosition(const Symbol& symbol) const;

  void SetMarketPrice(const Symbol& symbol, Decimal price) {
    if (Position* position = Find(symbol); position != nullptr) position->SetMarketPrice(price);
  }
  void ProcessFill(const TradeFill& fill);
  // Restates what is open after a split: quantities / factor, prices x factor. To be called for
  // equities with raw prices only: adjusted prices do not jump. Requires: factor is not 0.
  void ApplySplit(const Symbol& symbol, Decimal factor);

 private:
  struct PendingTrade {
    Trade::Fields trade;
    // Per unit, since the trade was opened.
    Decimal max_profit;
    Decimal max_drawdown;

    void SetMarketPrice(Decimal price);
  };

  struct Position {
    std::deque<PendingTrade> pending_trades;
    std::deque<TradeFill> pending_fills;
    Decimal total_fees;
    Decimal min_price;
    Decimal max_price;
    // The last price all pending trades have seen: seeing it again changes nothing.
    std::optional<Decimal> last_price;

    void SetMarketPrice(Decimal price);
  };

  Position* Find(const Symbol& symbol) const {
    const std::size_t index = symbol.Index();
    return index < positions_.size() ? positions_[index].get() : nullptr;
  }
  // Returns the position, opened by `fill` if there was none; nullptr if it was there before.
  Position* OpenIfFlat(const TradeFill& fill);
  void Remove(const Symbol& symbol) { positions_[symbol.Index()].reset(); }

  Decimal FeeOfFirstFill(const TradeFill& fill);
  static PendingTrade MakePending(const TradeFill& fill);

  void FillToFill(TradeFill fill);
  Trade::Fields CloseWhole(Position& position, const TradeFill& fill);
  Trade::Fields CloseInPart(Position& position, const TradeFill& fill, Decimal quantity);

  void FlatToFlat(TradeFill fill);
  void CloseToFlat(Position& position, const TradeFill& fill);
  void FlatToReduced(TradeFill fill);
  Decimal CloseReduced(Position& position, const TradeFill& fill);

  void AddClosed(Trade::Fields trade, const TradeFill& fill);
  static int Side(TradeDirection direction);
  // `amount` of the quote currency in the account's, rounded.
  static Decimal Money(Decimal amount, const TradeFill& fill);
  static void AddOnce(std::vector<int>& order_ids, int order_id);

  FillGroupingMethod grouping_;
  FillMatchingMethod matching_;
  std::vector<Trade> closed_trades_;
  // By Symbol::Index; null where no position is open.
  std::vector<std::unique_ptr<Position>> positions_;
  std::deque<int> orders_with_fee_;
  std::unordered_set<int> orders_with_fee_set_;
};

}  // namespace regimen
