#pragma once

#include "framework/consolidators/data_consolidator.hpp"

namespace regimen {

// Hands every point on as it is (LEAN's IdentityDataConsolidator), but only one bar of each end
// time: copies of a bar that the feed repeats are left out.
class IdentityDataConsolidator final : public DataConsolidator {
 public:
  void Update(const BaseData& data) override {
    if (data.EndTime() == last_end_ && data.DataType() != MarketDataType::Tick) return;
    last_end_ = data.EndTime();
    DataConsolidated(*this, data);
  }

 private:
  DateTime last_end_;
};

}  // namespace regimen
