#include "framework/orders/order_list_hash.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <md5.h>

#include "framework/core/rounding.hpp"
#include "framework/orders/order.hpp"
#include "framework/orders/order_json.hpp"

namespace regimen {

namespace {

// The limit of a combo's leg or group and the submission prices are not rounded.
Order Rounded(const Order& order) {
  Order rounded = order;
  rounded.SetPrice(SmartRounding(order.Price()));
  if (IsLimitOrder(order.Type())) rounded.SetLimitPrice(SmartRounding(order.LimitPrice()));
  if (IsStopOrder(order.Type())) rounded.SetStopPrice(SmartRounding(order.StopPrice()));
  if (order.Type() == OrderType::TrailingStop) {
    rounded.SetTrailingAmount(SmartRounding(order.TrailingAmount()));
  }
  if (order.Type() == OrderType::LimitIfTouched) {
    rounded.SetTriggerPrice(SmartRounding(order.TriggerPrice()));
  }
  return rounded;
}

}  // namespace

std::string OrderListHash(std::span<const Order* const> orders) {
  MD5_CTX context;
  MD5Init(&context);
  bool first = true;
  const auto update = [&](std::string_view text) {
    std::array<std::uint8_t, 4096> block;
    for (; !text.empty(); text.remove_prefix(std::min(text.size(), block.size()))) {
      const std::size_t size = std::min(text.size(), block.size());
      std::ranges::copy_n(text.begin(), static_cast<std::ptrdiff_t>(size), block.begin());
      MD5Update(&context, block.data(), size);
    }
  };
  for (const Order* order : orders) {
    if (!first) update(",");
    first = false;
    update(OrderToJson(Rounded(*order)));
  }
  std::array<char, MD5_DIGEST_STRING_LENGTH> text{};
  return MD5End(&context, text.data());
}

}  // namespace regimen
