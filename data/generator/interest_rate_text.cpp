#include <algorithm>

#include <fmt/format.h>

#include "data/generator/date_text.hpp"
#include "data/generator/reference_files.hpp"

namespace regimen::generator {
namespace {

constexpr std::size_t kDaysBetweenDecisions = 30;  // six weeks
constexpr int kStart = 225;                        // hundredths of a percent
constexpr int kRaise = 25;

struct Policy {
  int target;
  int cut;
};

Policy PolicyIn(MarketRegime regime) {
  switch (regime) {
    case MarketRegime::Crisis:
      return {25, 75};
    case MarketRegime::Bear:
      return {100, 25};
    case MarketRegime::Sideways:
      return {200, 25};
    case MarketRegime::Bull:
      return {325, 25};
  }
  return {kStart, kRaise};
}

int NextRate(int rate, MarketRegime regime) {
  const Policy policy = PolicyIn(regime);
  return rate + std::clamp(policy.target - rate, -policy.cut, kRaise);
}

}  // namespace

std::string InterestRateText(std::span<const TradingDay> sessions,
                             std::span<const MarketDay> market) {
  std::string text = "DATE,PCREDIT8\n";
  int rate = kStart;
  int written = -1;
  for (std::size_t i = 0; i < sessions.size(); i += kDaysBetweenDecisions) {
    if (i > 0) rate = NextRate(rate, market[i].regime);
    if (rate == written) continue;
    written = rate;
    text += fmt::format("{},{}.{:02}\n", DashedDate(sessions[i].date), rate / 100, rate % 100);
  }
  return text;
}

}  // namespace regimen::generator
