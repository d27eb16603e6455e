// Vectors in lane arrays, one instruction set at a time (see vector_math.inl for the guard).
#if defined(REGIMEN_HMM_LANE_VECTORS) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_LANE_VECTORS
#undef REGIMEN_HMM_LANE_VECTORS
#else
#define REGIMEN_HMM_LANE_VECTORS
#endif

#include "regime/model/internal/lane_array.hpp"
#include "regime/model/internal/vector_math.inl"

// Loops over the states must vanish, so that their vectors stay in registers.
#ifndef REGIMEN_UNROLL
#define REGIMEN_UNROLL _Pragma("GCC unroll 64")
#endif

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

constexpr std::size_t kLanes = HWY_LANES(double);

HWY_INLINE V At(const LaneArray& array, std::size_t index) {
  return hn::Load(Doubles(), array.Data() + index * kLanes);
}

HWY_INLINE void Put(V value, LaneArray& array, std::size_t index) {
  hn::Store(value, Doubles(), array.Data() + index * kLanes);
}

template <std::size_t N>
HWY_INLINE void LoadAll(const LaneArray& array, std::size_t index, V* values) {
  REGIMEN_UNROLL for (std::size_t i = 0; i < N; ++i) values[i] = At(array, index + i);
}

template <std::size_t N>
HWY_INLINE void StoreAll(const V* values, LaneArray& array, std::size_t index) {
  REGIMEN_UNROLL for (std::size_t i = 0; i < N; ++i) Put(values[i], array, index + i);
}

template <std::size_t N>
HWY_INLINE V Sum(const V* values) {
  V sum = values[0];
  REGIMEN_UNROLL for (std::size_t i = 1; i < N; ++i) sum = hn::Add(sum, values[i]);
  return sum;
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
