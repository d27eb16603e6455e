#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/event.hpp"
#include "framework/market/base_data.hpp"

namespace regimen {

// Makes longer bars of shorter ones, or hands them on (LEAN's IDataConsolidator).
//
// Fed by the engine before OnData with every point of the feeds it was added to, then asked to look
// at the clock. Not thread-safe.
class DataConsolidator {
 public:
  DataConsolidator() = default;
  virtual ~DataConsolidator() = default;
  DataConsolidator(const DataConsolidator&) = delete;
  DataConsolidator& operator=(const DataConsolidator&) = delete;

  virtual void Update(const BaseData& data) = 0;
  // What is due by `local_time`, the exchange's time, although no further point came.
  virtual void Scan(DateTime /*local_time*/) {}

  // Told of each finished bar; it is valid during the call.
  Event<DataConsolidator&, const BaseData&> DataConsolidated;
};

}  // namespace regimen
