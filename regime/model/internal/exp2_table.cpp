#include "regime/model/internal/exp2_table.hpp"

#include <bit>
#include <cstdint>

namespace regimen::hmm::internal {
namespace {

constexpr double WithoutIndex(double power, std::uint64_t index) {
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(power) - (index << 49U));
}

}  // namespace

alignas(64) constinit const double kExp2Table[8] = {
    WithoutIndex(0x1.0000000000000p+0, 0), WithoutIndex(0x1.172b83c7d517bp+0, 1),
    WithoutIndex(0x1.306fe0a31b715p+0, 2), WithoutIndex(0x1.4bfdad5362a27p+0, 3),
    WithoutIndex(0x1.6a09e667f3bcdp+0, 4), WithoutIndex(0x1.8ace5422aa0dbp+0, 5),
    WithoutIndex(0x1.ae89f995ad3adp+0, 6), WithoutIndex(0x1.d5818dcfba487p+0, 7)};

}  // namespace regimen::hmm::internal
