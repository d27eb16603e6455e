#include "tests/parity/cases/combo_orders_fill_model_algorithm.hpp"

#include <memory>
#include <string>
#include <vector>

#include "tests/parity/cases/expect.hpp"
#include "tests/parity/cases/sliced_fill_model.hpp"

namespace regimen::parity {

namespace {

// Shares that a leg fills with each look at it.
constexpr int kMarketSlice = 50;
constexpr int kLimitSlice = 20;
constexpr int kLegLimitSlice = 10;

}  // namespace

void ComboOrdersFillModelAlgorithm::Initialize() {
  SetStartDate(2019, 1, 1);
  SetEndDate(2019, 1, 20);
  spy_ = &AddEquity("SPY", Resolution::Hour);
  ibm_ = &AddEquity("IBM", Resolution::Hour);
  const SlicedFillModel::Slices slices{kMarketSlice, kLimitSlice, kLegLimitSlice};
  spy_->SetFillModel(std::make_shared<SlicedFillModel>(slices));
  ibm_->SetFillModel(std::make_shared<SlicedFillModel>(slices));
}

void ComboOrdersFillModelAlgorithm::OnData(const Slice& /*slice*/) {
  if (Portfolio.Invested()) return;
  const Symbol spy = spy_->GetSymbol();
  const Symbol ibm = ibm_->GetSymbol();
  const Decimal spy_bid = Math::Round(spy_->BidPrice());
  const Decimal ibm_bid = Math::Round(ibm_->BidPrice());
  const std::vector<Leg> legs = {Leg::Create(spy, 1), Leg::Create(ibm, -1)};
  ComboMarketOrder(legs, 100);
  ComboLimitOrder(legs, 100, spy_bid);
  ComboLegLimitOrder({Leg::Create(spy, 1, spy_bid + 1), Leg::Create(ibm, -1, ibm_bid + 1)}, 100);
}

void ComboOrdersFillModelAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  if (order_event.Status() != OrderStatus::Filled) return;
  const OrderType type = order_event.Ticket()->OrderType();
  const int expected = type == OrderType::ComboMarket  ? kMarketSlice
                       : type == OrderType::ComboLimit ? kLimitSlice
                                                       : kLegLimitSlice;
  Expect(order_event.AbsoluteFillQuantity() == expected,
         "the last slice of order " + std::to_string(order_event.OrderId()) + " has " +
             order_event.AbsoluteFillQuantity().ToString() + " shares, expected " +
             std::to_string(expected));
  filled_types_.insert(type);
}

void ComboOrdersFillModelAlgorithm::OnEndOfAlgorithm() {
  const std::set<OrderType> expected = {OrderType::ComboMarket, OrderType::ComboLimit,
                                        OrderType::ComboLegLimit};
  Expect(filled_types_ == expected, "not every kind of combo order filled");
}

}  // namespace regimen::parity
