// The passes of the plain kernel, one instruction set at a time (see vector_math.inl for the
// guard).
//
// How they go, per time step and lane, all exact or to rounding:
//  - State 0 is the one of the largest variance. Densities are taken relative to its own, as powers
//    of two of a quadratic in x, which saves one exponential; what is left out, the sum of log b_0,
//    follows from two sums over the series.
//  - Every eighth step densities are scaled by the power of two that brings probabilities back to
//    about 1, for both passes alike, so that alpha * beta is the posterior without division.
//    (Scaling densities, not probabilities, stays out of the chain of dependent operations.)
//  - Transitions and starts are lifted to 2^-100, relative densities to 2^-250, so that eight steps
//    never underflow; a lane to which that makes a difference is done again (RepairLanes).
//  - The transition matrix is kept out of the sums over pairs of states and multiplied in at last.
// Ratios above 2^99, and lanes of unequal length, need a second variant, kGuarded. It does the same
// to all lanes that do not need it, bit for bit.
#if defined(REGIMEN_HMM_PLAIN_PASSES) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_PLAIN_PASSES
#undef REGIMEN_HMM_PLAIN_PASSES
#else
#define REGIMEN_HMM_PLAIN_PASSES
#endif

#include "regime/model/internal/exact_expectations.hpp"
#include "regime/model/internal/lane_vectors.inl"
#include "regime/model/internal/plain_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

constexpr double kLeastRatio = -250 * 8;  // in eighths of a power of two
constexpr double kShiftedAbove = 100 * 8;

// The densities of all states at one observation, relative to state 0.
template <std::size_t K, bool kGuarded>
class RelativeDensities {
 public:
  explicit HWY_INLINE RelativeDensities(const PlainLanes& lanes) {
    LoadAll<3 * K>(lanes.quadratic, 0, quadratic_);
  }

  // b[0] is 1, and only guarded anything else: with a ratio above 2^100, all densities are lowered
  // by a power of two whose exponent is added to `shifts`.
  HWY_INLINE void Evaluate(V x, V* b, V& shifts) const {
    V exponent[K];
    exponent[0] = hn::Zero(Doubles());
    REGIMEN_UNROLL for (std::size_t k = 1; k < K; ++k) {
      exponent[k] = Quadratic(quadratic_[3 * k], quadratic_[3 * k + 1], quadratic_[3 * k + 2], x);
    }
    if constexpr (kGuarded) {
      V highest = Constant(kShiftedAbove);
      REGIMEN_UNROLL for (std::size_t k = 1; k < K; ++k) highest = hn::Max(highest, exponent[k]);
      const V shift = hn::Sub(highest, Constant(kShiftedAbove));
      shifts = hn::Add(shifts, shift);
      REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) exponent[k] = hn::Sub(exponent[k], shift);
    }
    b[0] = Constant(1.0);
    REGIMEN_UNROLL for (std::size_t k = kGuarded ? 0 : 1; k < K; ++k) {
      b[k] = Exp2OfEighths(hn::Max(exponent[k], Constant(kLeastRatio)));
    }
  }

 private:
  V quadratic_[3 * K];
};

template <std::size_t N>
HWY_INLINE void LoadLifted(const LaneArray& array, V* values) {
  LoadAll<N>(array, 0, values);
  REGIMEN_UNROLL for (std::size_t i = 0; i < N; ++i) {
    values[i] = hn::Max(values[i], Constant(kLeastProbability));
  }
}

// The forward pass of all lanes.
template <std::size_t K, bool kGuarded>
class Forward {
 public:
  explicit HWY_INLINE Forward(PlainLanes& lanes) : lanes_(lanes), densities_(lanes) {
    LoadLifted<K * K>(lanes.transition, transition_);
    last_ = At(lanes.last, 0);
    exponents_ = shifts_ = end_exponent_ = end_shift_ = hn::Zero(Doubles());
    LoadLifted<K>(lanes.start, alpha_);
    LoadLifted<K>(lanes.start, end_);
  }

  HWY_INLINE void Run() {
    const std::size_t length = lanes_.Length();
    Condition(0);
    for (std::size_t t = 1; t < length; ++t) {
      if (t % 8 == 0) Put(ScaleOut(Sum<K>(alpha_), exponents_), lanes_.scale, t / 8);
      Advance();
      Condition(t);
    }
    if (!kGuarded) NoteEnd();
    StoreAll<K>(end_, lanes_.end, 0);
    Put(Sum<K>(end_), lanes_.end_sum, 0);
    Put(end_exponent_, lanes_.end_exponent, 0);
    Put(end_shift_, lanes_.end_shift, 0);
  }

 private:
  // One step of the chain.
  HWY_INLINE void Advance() {
    V next[K];
    REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) {
      next[j] = hn::Mul(alpha_[0], transition_[j]);
      REGIMEN_UNROLL for (std::size_t i = 1; i < K; ++i) {
        next[j] = hn::MulAdd(alpha_[i], transition_[i * K + j], next[j]);
      }
    }
    REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) alpha_[j] = next[j];
  }

  // Weighs the predicted probabilities with the densities at time t.
  HWY_INLINE void Condition(std::size_t t) {
    V b[K];
    densities_.Evaluate(At(lanes_.x, t), b, shifts_);
    const bool scaled = t > 0 && t % 8 == 0;
    if (scaled) {
      const V scale = At(lanes_.scale, t / 8);
      REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) b[k] = hn::Mul(b[k], scale);
    }
    if (kGuarded || scaled) alpha_[0] = hn::Mul(alpha_[0], b[0]);
    REGIMEN_UNROLL for (std::size_t k = 1; k < K; ++k) alpha_[k] = hn::Mul(alpha_[k], b[k]);
    StoreAll<K>(alpha_, lanes_.alpha, t * K);
    StoreAll<K - 1>(b + 1, lanes_.ratio, t * (K - 1));
    if constexpr (kGuarded) {
      Put(b[0], lanes_.reference, t);
      NoteEndsAt(t);
    }
  }

  HWY_INLINE void NoteEnd() {
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) end_[k] = alpha_[k];
    end_exponent_ = exponents_;
  }

  // Notes what the lanes whose series end at time t hold.
  HWY_INLINE void NoteEndsAt(std::size_t t) {
    const auto ends = hn::Eq(Constant(static_cast<double>(t)), last_);
    REGIMEN_UNROLL for (std::size_t k = 0; k < K; ++k) end_[k] =
        hn::IfThenElse(ends, alpha_[k], end_[k]);
    end_exponent_ = hn::IfThenElse(ends, exponents_, end_exponent_);
    end_shift_ = hn::IfThenElse(ends, shifts_, end_shift_);
  }

  PlainLanes& lanes_;
  RelativeDensities<K, kGuarded> densities_;
  V transition_[K * K];
  V alpha_[K];
  V exponents_;  // of the powers of two taken out
  V shifts_;     // what guarded densities were lowered by
  V last_;
  V end_[K];
  V end_exponent_;
  V end_shift_;
};

// The backward pass of all lanes, with the sums over posteriors.
template <std::size_t K, bool kGuarded>
class Backward {
 public:
  explicit HWY_INLINE Backward(PlainLanes& lanes) : lanes_(lanes) {
    LoadLifted<K * K>(lanes.transition, transition_);
    last_ = At(lanes.last, 0);
    inverse_ = hn::Div(Constant(1.0), At(lanes.end_sum, 0));
    REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
      beta_[i] = kGuarded ? hn::Zero(Doubles()) : inverse_;
      first_[i] = second_[i] = gamma_[i] = end_gamma_[i] = hn::Zero(Doubles());
    }
    REGIMEN_UNROLL for (std::size_t i = 0; i < K * K; ++i) pair_[i] = hn::Zero(Doubles());
  }

  HWY_INLINE void Run() {
    const std::size_t length = lanes_.Length();
    V alpha[K];
    LoadAll<K>(lanes_.alpha, (length - 1) * K, alpha);
    Visit(length - 1, alpha);
    REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
      if (!kGuarded) end_gamma_[i] = gamma_[i];
    }
    for (std::size_t t = length - 1; t-- > 0;) {
      V ahead[K];
      LookAhead(t + 1, ahead);
      LoadAll<K>(lanes_.alpha, t * K, alpha);
      REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
        beta_[i] = hn::Mul(transition_[i * K], ahead[0]);
        REGIMEN_UNROLL for (std::size_t j = 1; j < K; ++j) {
          beta_[i] = hn::MulAdd(transition_[i * K + j], ahead[j], beta_[i]);
        }
        REGIMEN_UNROLL for (std::size_t j = 0; j < K; ++j) {
          pair_[i * K + j] = hn::MulAdd(alpha[i], ahead[j], pair_[i * K + j]);
        }
      }
      Visit(t, alpha);
    }
    StoreAll<K * K>(pair_, lanes_.pair, 0);
    StoreAll<K>(first_, lanes_.first, 0);
    StoreAll<K>(second_, lanes_.second, 0);
    StoreAll<K>(gamma_, lanes_.start_gamma, 0);
    StoreAll<K>(end_gamma_, lanes_.end_gamma, 0);
  }

 private:
  // What time t and all after it say of the state at t.
  HWY_INLINE void LookAhead(std::size_t t, V* ahead) const {
    ahead[0] = beta_[0];
    if (kGuarded) {
      ahead[0] = hn::Mul(At(lanes_.reference, t), beta_[0]);
    } else if (t % 8 == 0) {
      ahead[0] = hn::Mul(At(lanes_.scale, t / 8), beta_[0]);
    }
    REGIMEN_UNROLL for (std::size_t k = 1; k < K; ++k) {
      ahead[k] = hn::Mul(At(lanes_.ratio, t * (K - 1) + k - 1), beta_[k]);
    }
  }

  // Adds the posterior at time t. Guarded: a lane begins where its series ends, and was 0 so far.
  HWY_INLINE void Visit(std::size_t t, const V* alpha) {
    const V x = At(lanes_.x, t);
    const V square = hn::Mul(x, x);
    const auto begins = hn::Eq(Constant(static_cast<double>(t)), last_);
    REGIMEN_UNROLL for (std::size_t i = 0; i < K; ++i) {
      if (kGuarded) beta_[i] = hn::IfThenElse(begins, inverse_, beta_[i]);
      gamma_[i] = hn::Mul(alpha[i], beta_[i]);
      if (kGuarded) end_gamma_[i] = hn::IfThenElse(begins, gamma_[i], end_gamma_[i]);
      first_[i] = hn::MulAdd(gamma_[i], x, first_[i]);
      second_[i] = hn::MulAdd(gamma_[i], square, second_[i]);
    }
  }

  PlainLanes& lanes_;
  V transition_[K * K];
  V last_;
  V inverse_;  // 1 / likelihood, scaled
  V beta_[K];
  V gamma_[K];
  V end_gamma_[K];
  V pair_[K * K];  // sums of alpha_t(i) times what lies ahead of j
  V first_[K];
  V second_[K];
};

template <std::size_t K, bool kGuarded>
HWY_NOINLINE void RunPasses(PlainLanes& lanes) {
  Forward<K, kGuarded>(lanes).Run();
  Backward<K, kGuarded>(lanes).Run();
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
