#pragma once

#include <map>
#include <vector>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Fills combo orders in slices of so many shares a leg, at the prices of the base model.
class SlicedFillModel : public FillModel {
 public:
  // Shares of a leg that fill at a time.
  struct Slices {
    int market = 0;
    int limit = 0;
    int leg_limit = 0;
  };

  explicit SlicedFillModel(Slices slices) : slices_(slices) {}

  std::vector<OrderEvent> ComboMarketFill(const Order& order,
                                          const FillModelParameters& parameters) override;
  std::vector<OrderEvent> ComboLimitFill(const Order& order,
                                         const FillModelParameters& parameters) override;
  std::vector<OrderEvent> ComboLegLimitFill(const Order& order,
                                            const FillModelParameters& parameters) override;

 private:
  std::vector<OrderEvent> Sliced(std::vector<OrderEvent> fills,
                                 const FillModelParameters& parameters, int slice);
  void CutToSlice(OrderEvent& fill, const Order& order, int slice);

  Slices slices_;
  // Shares that a leg has yet to fill, by order id.
  std::map<int, Decimal> remaining_;
};

}  // namespace regimen::parity
