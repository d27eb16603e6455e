#include "framework/orders/order_state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace regimen {

namespace {

// What an event does to an order: the order takes the event's status, keeps its own, or the event
// is impossible.
enum class Effect : std::uint8_t { Move, Keep, None };

constexpr Effect kMove = Effect::Move;
constexpr Effect kKeep = Effect::Keep;
constexpr Effect kNever = Effect::None;

constexpr std::size_t kStatuses = 9;

// Rows and columns in this order. LEAN's numbers have a gap at 4.
constexpr std::size_t Position(OrderStatus status) {
  const auto number = static_cast<std::size_t>(status);
  return number < 4 ? number : number - 1;
}

// Row: status of the order. Column: status of the event, in the order
// New, Submitted, PartiallyFilled, Filled, Canceled, None, Invalid, CancelPending, UpdateSubmitted.
// An event of the order's own status reports something (a failed update, a partial fill more).
constexpr std::array<std::array<Effect, kStatuses>, kStatuses> kTable{{
    // New: waits for the broker's word, or for the other legs of its combo.
    {kMove, kMove, kNever, kNever, kMove, kNever, kMove, kNever, kNever},
    // Submitted
    {kNever, kMove, kMove, kMove, kMove, kNever, kMove, kMove, kMove},
    // PartiallyFilled
    {kNever, kNever, kMove, kMove, kMove, kNever, kMove, kMove, kMove},
    // Filled: only the tag may still change.
    {kNever, kNever, kNever, kMove, kNever, kNever, kKeep, kNever, kNever},
    // Canceled
    {kNever, kNever, kNever, kNever, kMove, kNever, kKeep, kNever, kNever},
    // None: not submitted; LEAN delivers its events to nobody.
    {kNever, kMove, kNever, kNever, kNever, kMove, kMove, kNever, kNever},
    // Invalid
    {kNever, kNever, kNever, kNever, kNever, kNever, kMove, kNever, kNever},
    // CancelPending: may still fill; a refused cancel puts the earlier status back.
    {kNever, kMove, kMove, kMove, kMove, kNever, kMove, kMove, kMove},
    // UpdateSubmitted
    {kNever, kNever, kMove, kMove, kMove, kNever, kMove, kMove, kMove},
}};

}  // namespace

std::optional<OrderStatus> NextStatus(OrderStatus from, OrderStatus event) {
  switch (kTable[Position(from)][Position(event)]) {
    case Effect::Move:
      return event;
    case Effect::Keep:
      return from;
    case Effect::None:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace regimen
