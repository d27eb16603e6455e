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

// Adds a coefficient of each state times a term of each time.
template <std::size_t K, std::size_t N>
HWY_INLINE void AddTerm(const LaneArray& coefficient, std::size_t stride, std::size_t at,
                        const V* term, V* value) {
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
    const V factor = At(coefficient, k * stride + at);
    REGIMEN_UNROLL for (std::size_t n = 0; n < N; ++n) {
      value[n * K + k] = hn::MulAdd(factor, term[n], value[n * K + k]);
    }
  }
}

// value[n * K + k] = constant + linear . z + product . (z z') of state k at time t + n, for N times
// at once: each coefficient is loaded once for all.
template <std::size_t K, std::size_t N>
HWY_INLINE void EvaluateForms(const FeatureLanes& lanes, std::size_t t, V* value) {
  const std::size_t dimensions = lanes.Dimensions();
  const std::size_t products = lanes.Products();
  REGIMEN_UNROLL for (std::size_t n = 0; n < N; ++n) LoadAll<K>(lanes.constant, 0, value + n * K);
  std::size_t at = 0;
  for (std::size_t d = 0; d < dimensions; ++d) {
    V z[N];
    REGIMEN_UNROLL for (std::size_t n = 0; n < N; ++n) z[n] = At(lanes.z, (t + n) * dimensions + d);
    AddTerm<K, N>(lanes.linear, dimensions, d, z, value);
    for (std::size_t e = lanes.IsTriangle() ? 0 : d; e <= d; ++e, ++at) {
      V square[N];
      REGIMEN_UNROLL for (std::size_t n = 0; n < N; ++n) {
        square[n] = hn::Mul(z[n], At(lanes.z, (t + n) * dimensions + e));
      }
      AddTerm<K, N>(lanes.product, products, at, square, value);
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

// Writes the densities at time t, relative to the largest, and the logarithm of that.
template <std::size_t K, bool kStudent>
HWY_INLINE void WriteDensities(FeatureLanes& lanes, std::size_t t, V* value) {
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

template <std::size_t K, bool kStudent>
HWY_NOINLINE void FeatureDensities(FeatureLanes& lanes) {
  const std::size_t length = lanes.Length();
  V value[2 * K];
  std::size_t t = 0;
  for (; t + 1 < length; t += 2) {
    EvaluateForms<K, 2>(lanes, t, value);
    WriteDensities<K, kStudent>(lanes, t, value);
    WriteDensities<K, kStudent>(lanes, t + 1, value + K);
  }
  if (t < length) {
    EvaluateForms<K, 1>(lanes, t, value);
    WriteDensities<K, kStudent>(lanes, t, value);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
