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
  until_ = DateTime::MinValue;
}

void PriceAdjuster::UpdateTo(DateTime date) {
  const lean::FactorRow* row =
      mode_ == DataNormalizationMode::Raw ? nullptr : factors_->RowFor(date);
  from_ = date;
  until_ = row == nullptr ? DateTime::MaxValue : row->date;
  Decimal factor = 1;
  if (row != nullptr) {
    const bool by_price =
        mode_ == DataNormalizationMode::Adjusted || mode_ == DataNormalizationMode::ScaledRaw;
    factor = by_price ? row->price_scale_factor : row->split_factor;
  }
  const bool unchanged = current_ != nullptr && current_->Factor() == factor &&
                         current_->SumOfDividends() == sum_of_dividends_;
  if (!unchanged) current_ = &pool_->emplace_back(factor, sum_of_dividends_);
}

}  // namespace regimen
