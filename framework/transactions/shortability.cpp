#include "framework/transactions/shortability.hpp"

#include "framework/core/math.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/shortable_provider.hpp"
#include "framework/transactions/order_registry.hpp"

namespace regimen {

bool IsShortable(const Security& security, Decimal quantity, const OrderRegistry& orders,
                 std::optional<int> changed_order) {
  ShortableProvider* provider = security.ShortableProvider();
  if (provider == nullptr) return true;
  const auto shortable = provider->ShortableQuantity(security.GetSymbol(), security.LocalTime());
  if (!shortable) return true;
  Decimal position = security.Holdings.Quantity();
  for (const OrderRegistry::Entry* entry : orders.OpenEntries()) {
    const OrderTicket& ticket = entry->ticket;
    if (ticket.GetSymbol() != security.GetSymbol() || ticket.OrderId() == changed_order) continue;
    position += ticket.QuantityRemaining();
  }
  const Decimal lowest = -Decimal(*shortable);
  return position > lowest && position - Math::Abs(quantity) >= lowest;
}

}  // namespace regimen
