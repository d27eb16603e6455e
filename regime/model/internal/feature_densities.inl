// Densities of the feature kernel, one instruction set at a time (see vector_math.inl for the
// guard).
#if defined(REGIMEN_HMM_FEATURE_DENSITIES) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_FEATURE_DENSITIES
#undef REGIMEN_HMM_FEATURE_DENSITIES
#else
#define REGIMEN_HMM_FEATURE_DENSITIES
#endif

#include "regime/model/internal/feature_lanes.hpp"
#include "regime/model/internal/lane_vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

constexpr double kLeastDensity = -250 * 8;  // in eighths of a power of two

// value[k] = constant + linear . z + product . (z z') at time t.
template <std::size_t K>
HWY_INLINE void EvaluateForms(const FeatureLanes& lanes, std::size_t t, V* value) {
  const std::size_t dimensions = lanes.Dimensions();
  const std::size_t products = lanes.Products();
  LoadAll<K>(lanes.constant, 0, value);
  std::size_t at = 0;
  for (std::size_t d = 0; d < dimensions; ++d) {
    const V z = At(lanes.z, t * dimensions + d);
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      value[k] = hn::MulAdd(At(lanes.linear, k * dimensions + d), z, value[k]);
    }
    for (std::size_t e = lanes.IsTriangle() ? 0 : d; e <= d; ++e, ++at) {
      const V square = hn::Mul(z, At(lanes.z, t * dimensions + e));
      REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
        value[k] = hn::MulAdd(At(lanes.product, k * products + at), square, value[k]);
      }
    }
  }
}

// Turns squared distances into logarithms of Student-t densities and keeps what their M-step needs.
template <std::size_t K>
HWY_INLINE void StudentDensities(FeatureLanes& lanes, std::size_t t, V* value) {
  const V width = Constant(static_cast<double>(lanes.Dimensions()));
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
    const V nu = At(lanes.nu, k);
    const V distance = hn::Max(value[k], hn::Zero(Doubles()));
    const V log = Log(hn::Add(Constant(1.0), hn::Div(distance, nu)));
    const V u = hn::Div(hn::Add(nu, width), hn::Add(nu, distance));
    Put(u, lanes.student_weight, t * K + k);
    Put(hn::Sub(Log(u), u), lanes.student_tail, t * K + k);
    value[k] = hn::NegMulAdd(At(lanes.power, k), log, At(lanes.peak, k));
  }
}

// Writes the densities of all times, relative to the largest of each time, and the logarithms of
// those.
template <std::size_t K, bool kStudent>
HWY_NOINLINE void FeatureDensities(FeatureLanes& lanes) {
  for (std::size_t t = 0; t < lanes.Length(); ++t) {
    V value[K];
    EvaluateForms<K>(lanes, t, value);
    if constexpr (kStudent) StudentDensities<K>(lanes, t, value);
    const V weight = At(lanes.observation_weight, t);
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) value[k] = hn::Mul(value[k], weight);
    V highest = value[0];
    REGIMEN_UNROLL for (std::size_t k = 1; k < K; ++k) highest = hn::Max(highest, value[k]);
    Put(highest, lanes.shift, t);
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      const V relative = hn::Max(hn::Sub(value[k], highest), Constant(kLeastDensity));
      Put(Exp2OfEighths(relative), lanes.density, t * K + k);
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
