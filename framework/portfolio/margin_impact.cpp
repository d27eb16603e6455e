#include "framework/portfolio/margin_impact.hpp"

#include <algorithm>

#include "framework/core/math.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/portfolio/order_sizing.hpp"
#include "framework/securities/security_manager.hpp"

namespace regimen {

namespace {

struct RankedTarget {
  const PortfolioTarget* target;
  Decimal order_value;
  bool reduces_position;
};

}  // namespace

std::vector<PortfolioTarget> OrderTargetsByMarginImpact(const std::vector<PortfolioTarget>& targets,
                                                        const SecurityManager& securities,
                                                        const OrderProcessor& orders,
                                                        TargetQuantity meaning) {
  std::vector<RankedTarget> ranked;
  for (const PortfolioTarget& target : targets) {
    const Security& security = securities[target.GetSymbol()];
    const Decimal quantity = AdjustByLotSize(security, target.Quantity());
    const Decimal existing =
        security.Holdings.Quantity() + orders.GetOpenOrdersRemainingQuantity(target.GetSymbol());
    const bool is_delta = meaning == TargetQuantity::Delta;
    const Decimal change = is_delta ? quantity : quantity - existing;
    const Decimal position = is_delta ? quantity + existing : quantity;
    if (!security.HasData() || !security.IsTradable() ||
        Math::Abs(change) < security.SymbolProperties().LotSize()) {
      continue;
    }
    ranked.push_back({&target, Math::Abs(change * security.Price()),
                      !existing.IsZero() && Math::Abs(position) < Math::Abs(existing)});
  }
  std::ranges::stable_sort(ranked, [](const RankedTarget& a, const RankedTarget& b) {
    if (a.reduces_position != b.reduces_position) return a.reduces_position;
    return a.order_value > b.order_value;
  });
  std::vector<PortfolioTarget> sorted;
  sorted.reserve(ranked.size());
  for (const RankedTarget& entry : ranked) sorted.push_back(*entry.target);
  return sorted;
}

}  // namespace regimen
