// The sums of the feature kernel's E-step, one instruction set at a time (see vector_math.inl for
// the guard).
#if defined(REGIMEN_HMM_FEATURE_SUMS) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_FEATURE_SUMS
#undef REGIMEN_HMM_FEATURE_SUMS
#else
#define REGIMEN_HMM_FEATURE_SUMS
#endif

#include <algorithm>

#include "regime/model/internal/feature_lanes.hpp"
#include "regime/model/internal/lane_vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

// Times in one go: their posteriors stay in the first cache while all products pass over them.
constexpr std::size_t kBlock = 32;

template <std::size_t K>
HWY_INLINE void AddTo(LaneArray& array, std::size_t stride, std::size_t offset, const V* sums) {
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
    Put(hn::Add(At(array, k * stride + offset), sums[k]), array, k * stride + offset);
  }
}

// Sums of weights in [begin, end); turns posteriors into the weights of first and second moments.
template <std::size_t K>
HWY_INLINE void SumWeights(FeatureLanes& lanes, std::size_t begin, std::size_t end) {
  V weight[K];
  V scaled[K];
  V tail[K];
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
    weight[k] = scaled[k] = tail[k] = hn::Zero(Doubles());
  }
  for (std::size_t t = begin; t < end; ++t) {
    const V w = At(lanes.observation_weight, t);
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      V gamma = hn::Mul(At(lanes.alpha, t * K + k), w);
      weight[k] = hn::Add(weight[k], gamma);
      if (lanes.IsStudent()) {
        tail[k] = hn::MulAdd(gamma, At(lanes.student_tail, t * K + k), tail[k]);
        gamma = hn::Mul(gamma, At(lanes.student_weight, t * K + k));
      }
      scaled[k] = hn::Add(scaled[k], gamma);
      Put(gamma, lanes.alpha, t * K + k);
    }
  }
  AddTo<K>(lanes.weight, 1, 0, weight);
  AddTo<K>(lanes.scaled, 1, 0, scaled);
  AddTo<K>(lanes.tail, 1, 0, tail);
}

// A range of times.
struct Sweep {
  std::size_t begin, end;
};

// Sums of z_d, and of its square, which is number `at` among the products.
template <std::size_t K>
HWY_INLINE void SumDimension(FeatureLanes& lanes, Sweep sweep, std::size_t d, std::size_t at) {
  V first[K];
  V second[K];
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) first[k] = second[k] = hn::Zero(Doubles());
  for (std::size_t t = sweep.begin; t < sweep.end; ++t) {
    const V z = At(lanes.z, t * lanes.Dimensions() + d);
    const V square = hn::Mul(z, z);
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      const V gamma = At(lanes.alpha, t * K + k);
      first[k] = hn::MulAdd(gamma, z, first[k]);
      second[k] = hn::MulAdd(gamma, square, second[k]);
    }
  }
  AddTo<K>(lanes.first, lanes.Dimensions(), d, first);
  AddTo<K>(lanes.second, lanes.Products(), at, second);
}

// Sums of z_d z_e for an e below d.
template <std::size_t K>
HWY_INLINE void SumProduct(FeatureLanes& lanes, Sweep sweep, std::size_t d, std::size_t e) {
  V sums[K];
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) sums[k] = hn::Zero(Doubles());
  const std::size_t dimensions = lanes.Dimensions();
  for (std::size_t t = sweep.begin; t < sweep.end; ++t) {
    const V product = hn::Mul(At(lanes.z, t * dimensions + d), At(lanes.z, t * dimensions + e));
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      sums[k] = hn::MulAdd(At(lanes.alpha, t * K + k), product, sums[k]);
    }
  }
  AddTo<K>(lanes.second, lanes.Products(), d * (d + 1) / 2 + e, sums);
}

template <std::size_t K>
HWY_INLINE void SetToZero(FeatureLanes& lanes) {
  for (LaneArray* array : {&lanes.weight, &lanes.scaled, &lanes.tail}) {
    std::fill_n(array->Data(), K * kLanes, 0.0);
  }
  std::fill_n(lanes.first.Data(), K * lanes.Dimensions() * kLanes, 0.0);
  std::fill_n(lanes.second.Data(), K * lanes.Products() * kLanes, 0.0);
}

template <std::size_t K>
HWY_NOINLINE void FeatureSums(FeatureLanes& lanes) {
  SetToZero<K>(lanes);
  const std::size_t length = lanes.Length();
  for (std::size_t begin = 0; begin < length; begin += kBlock) {
    const std::size_t end = std::min(begin + kBlock, length);
    SumWeights<K>(lanes, begin, end);
    for (std::size_t d = 0; d < lanes.Dimensions(); ++d) {
      SumDimension<K>(lanes, {begin, end}, d, lanes.IsTriangle() ? d * (d + 3) / 2 : d);
      for (std::size_t e = 0; lanes.IsTriangle() && e < d; ++e) {
        SumProduct<K>(lanes, {begin, end}, d, e);
      }
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
