// The passes of the feature kernel, one instruction set at a time (see vector_math.inl for the
// guard). They scale as those of the plain kernel do.
#if defined(REGIMEN_HMM_FEATURE_PASSES) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_FEATURE_PASSES
#undef REGIMEN_HMM_FEATURE_PASSES
#else
#define REGIMEN_HMM_FEATURE_PASSES
#endif

#include "regime/model/internal/feature_lanes.hpp"
#include "regime/model/internal/exact_expectations.hpp"
#include "regime/model/internal/lane_vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

template <std::size_t N>
HWY_INLINE void LoadProbabilities(const LaneArray& array, V* values) {
  LoadAll<N>(array, 0, values);
  REGIMEN_UNROLL for (std::size_t i = 0; i < N; ++i) {
    values[i] = hn::Max(values[i], Constant(kLeastProbability));
  }
}

HWY_INLINE auto IsTime(const LaneArray& times, std::size_t t) {
  return hn::Eq(Constant(static_cast<double>(t)), At(times, 0));
}

HWY_INLINE auto IsMarked(const LaneArray& marks, std::size_t t) {
  return hn::Gt(At(marks, t), hn::Zero(Doubles()));
}

// One step of the chain from time t - 1 to t, or a new beginning there.
template <std::size_t K>
HWY_INLINE void Step(const FeatureLanes& lanes, const V* start, const V* transition, std::size_t t,
                     V* alpha) {
  V next[K];
  REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) {
    next[j] = hn::Mul(alpha[0], transition[j]);
    REGIMEN_UNROLL for (std::size_t i = 1; i < K; ++i) {
      next[j] = hn::MulAdd(alpha[i], transition[i * K + j], next[j]);
    }
  }
  if (lanes.HasBreaks()) {
    const auto begins = IsMarked(lanes.begins, t);
    const V all = Sum<K>(alpha);
    REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) {
      next[j] = hn::IfThenElse(begins, hn::Mul(all, start[j]), next[j]);
    }
  }
  REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) alpha[j] = next[j];
}

template <std::size_t K>
HWY_INLINE void ScaleDensities(FeatureLanes& lanes, std::size_t t, V scale) {
  REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
    Put(hn::Mul(At(lanes.density, t * K + k), scale), lanes.density, t * K + k);
  }
}

template <std::size_t K>
HWY_NOINLINE void FeatureForward(FeatureLanes& lanes) {
  V start[K];
  V transition[K * K];
  V alpha[K];
  LoadProbabilities<K>(lanes.start, start);
  LoadProbabilities<K>(lanes.start, alpha);
  LoadProbabilities<K * K>(lanes.transition, transition);
  V exponents = hn::Zero(Doubles());
  V shifts = hn::Zero(Doubles());
  V end_sum = Constant(1.0);
  V end_exponent = hn::Zero(Doubles());
  V end_shift = hn::Zero(Doubles());
  for (std::size_t t = 0; t < lanes.Length(); ++t) {
    if (t > 0) {
      if (t % 8 == 0) ScaleDensities<K>(lanes, t, ScaleOut(Sum<K>(alpha), exponents));
      Step<K>(lanes, start, transition, t, alpha);
    }
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      alpha[k] = hn::Mul(alpha[k], At(lanes.density, t * K + k));
    }
    shifts = hn::Add(shifts, At(lanes.shift, t));
    StoreAll<K>(alpha, lanes.alpha, t * K);
    const auto ends = IsTime(lanes.last, t);
    end_sum = hn::IfThenElse(ends, Sum<K>(alpha), end_sum);
    end_exponent = hn::IfThenElse(ends, exponents, end_exponent);
    end_shift = hn::IfThenElse(ends, shifts, end_shift);
  }
  Put(end_sum, lanes.end_sum, 0);
  Put(end_exponent, lanes.end_exponent, 0);
  Put(end_shift, lanes.end_shift, 0);
}

// The backward pass; replaces the alphas by posteriors, which are 0 after the end of a lane's
// series.
template <std::size_t K>
class Backwards {
 public:
  explicit HWY_INLINE Backwards(FeatureLanes& lanes) : lanes_(lanes) {
    LoadProbabilities<K>(lanes.start, start_);
    LoadProbabilities<K * K>(lanes.transition, transition_);
    inverse_ = hn::Div(Constant(1.0), At(lanes.end_sum, 0));
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      beta_[k] = start_gamma_[k] = hn::Zero(Doubles());
    }
    REGIMEN_UNROLL for (std::size_t i = 0; i < K * K; ++i) pair_[i] = hn::Zero(Doubles());
  }

  HWY_INLINE void Run() {
    for (std::size_t t = lanes_.Length(); t-- > 0;) {
      V alpha[K];
      LoadAll<K>(lanes_.alpha, t * K, alpha);
      if (t + 1 < lanes_.Length()) LookAhead(t + 1, alpha);
      const auto ends = IsTime(lanes_.last, t);
      const auto begins = IsMarked(lanes_.begins, t);
      REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
        beta_[k] = hn::IfThenElse(ends, inverse_, beta_[k]);
        const V gamma = hn::Mul(alpha[k], beta_[k]);
        Put(gamma, lanes_.alpha, t * K + k);
        start_gamma_[k] = hn::Add(start_gamma_[k], hn::IfThenElseZero(begins, gamma));
      }
    }
    StoreAll<K * K>(pair_, lanes_.pair, 0);
    StoreAll<K>(start_gamma_, lanes_.start_gamma, 0);
  }

 private:
  // What time t and all after it say of the states one step before, where `alpha` holds the past.
  HWY_INLINE void LookAhead(std::size_t t, const V* alpha) {
    V ahead[K];
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) {
      ahead[k] = hn::Mul(At(lanes_.density, t * K + k), beta_[k]);
    }
    REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
      beta_[i] = hn::Mul(transition_[i * K], ahead[0]);
      REGIMEN_UNROLL for (std::size_t j = 1; j < K; ++j) {
        beta_[i] = hn::MulAdd(transition_[i * K + j], ahead[j], beta_[i]);
      }
    }
    if (lanes_.HasBreaks()) BreakOff(t, ahead);
    REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
      REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) {
        pair_[i * K + j] = hn::MulAdd(alpha[i], ahead[j], pair_[i * K + j]);
      }
    }
  }

  // Where a sequence begins, the past does not matter and no transition is counted.
  HWY_INLINE void BreakOff(std::size_t t, V* ahead) {
    const auto begins = IsMarked(lanes_.begins, t);
    V all = hn::Mul(start_[0], ahead[0]);
    REGIMEN_UNROLL for (std::size_t j = 1; j < K; ++j) all = hn::MulAdd(start_[j], ahead[j], all);
    REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
      beta_[i] = hn::IfThenElse(begins, all, beta_[i]);
      ahead[i] = hn::IfThenZeroElse(begins, ahead[i]);
    }
  }

  FeatureLanes& lanes_;
  V start_[K];
  V transition_[K * K];
  V inverse_;  // 1 / likelihood, scaled
  V beta_[K];
  V start_gamma_[K];
  V pair_[K * K];  // sums of alpha_t(i) times what lies ahead of j
};

template <std::size_t K>
HWY_NOINLINE void FeatureBackward(FeatureLanes& lanes) {
  Backwards<K>(lanes).Run();
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
