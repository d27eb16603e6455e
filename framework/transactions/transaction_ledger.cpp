#include "framework/transactions/transaction_ledger.hpp"

namespace regimen {

void TransactionLedger::Add(DateTime utc_time, Decimal profit_loss, bool is_win) {
  while (records_.contains(utc_time)) utc_time = utc_time.AddMilliseconds(1);
  records_.emplace(utc_time, Record{profit_loss, is_win});
  if (is_win) ++wins_;
}

}  // namespace regimen
