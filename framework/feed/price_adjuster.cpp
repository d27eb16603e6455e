#include "framework/feed/price_adjuster.hpp"

namespace regimen {

DateTime PriceAdjuster::DateOf(const BaseData& bar) {
  const DateTime end = bar.EndTime();
  const bool spans_midnight = bar.Time().Date() != end.Date() && end != end.Date();
  return spans_midnight ? end.Date() : bar.Time().Date();
}

void PriceAdjuster::OnEvent(const CorporateEvent& event) {
  const auto* dividend = std::get_if<Dividend>(&event);
  if (dividend == nullptr || mode_ != DataNormalizationMode::TotalReturn) return;
  sum_of_dividends_ += dividend->Distribution();
  date_ = DateTime();
}

void PriceAdjuster::UpdateTo(DateTime date) {
  if (current_ != nullptr && date == date_) return;
  date_ = date;
  Decimal factor = 1;
  if (mode_ == DataNormalizationMode::Adjusted || mode_ == DataNormalizationMode::ScaledRaw) {
    factor = factors_->PriceScaleFactor(date);
  } else if (mode_ != DataNormalizationMode::Raw) {
    factor = factors_->SplitFactor(date);
  }
  const bool unchanged = current_ != nullptr && current_->Factor() == factor &&
                         current_->SumOfDividends() == sum_of_dividends_;
  if (!unchanged) current_ = &pool_->emplace_back(factor, sum_of_dividends_);
}

}  // namespace regimen
