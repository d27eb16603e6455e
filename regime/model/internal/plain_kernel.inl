// EM on plain series, one instruction set at a time (see vector_math.inl for the guard).
#if defined(REGIMEN_HMM_PLAIN_KERNEL) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_PLAIN_KERNEL
#undef REGIMEN_HMM_PLAIN_KERNEL
#else
#define REGIMEN_HMM_PLAIN_KERNEL
#endif

#include "regime/model/internal/exact_expectations.hpp"
#include "regime/model/internal/maximisation.hpp"
#include "regime/model/internal/plain_passes.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

// The plain kernel: densities and scores, the M-step; the passes are in plain_passes.inl.
template <std::size_t K>
class PlainKernel final : public LaneKernel {
 public:
  PlainKernel() : lanes_(K, kLanes) {}

  int Lanes() const override { return static_cast<int>(kLanes); }
  void Load(int lane, const EmRun& run) override {
    lanes_.Load(static_cast<std::size_t>(lane), run);
  }
  void Clear(int lane) override { lanes_.Clear(static_cast<std::size_t>(lane)); }
  LaneScore Score(int lane) const override { return lanes_.Score(static_cast<std::size_t>(lane)); }
  void Extract(int lane, HmmParameters& parameters) const override {
    lanes_.Extract(static_cast<std::size_t>(lane), parameters);
  }

  void EStep() override {
    PutWidestFirst();
    const bool guarded = !PrepareDensities() || lanes_.Ragged();
    if (guarded) {
      RunPasses<K, true>(lanes_);
    } else {
      RunPasses<K, false>(lanes_);
    }
    FinishExpectations();
    ScoreLanes();
    RepairLanes();
  }

  void MStep() override {
    MaximiseStart();
    MaximiseTransitions();
    MaximiseEmissions();
  }

 private:
  static constexpr double kGuardedAbove = 99 * 8;  // in eighths of a power of two
  static constexpr double kLogTwo = 0.69314718055994530942;
  static constexpr double kLogTwoPi = 1.8378770664093454836;
  static constexpr double kLeastLogarithm = 1e-300;

  void PutWidestFirst() {
    const V widest = At(lanes_.variance, 0);
    for (std::size_t k = 1; k < K; ++k) {
      if (hn::AllFalse(Doubles(), hn::Gt(At(lanes_.variance, k), widest))) continue;
      for (std::size_t lane = 0; lane < kLanes; ++lane) lanes_.PutWidestFirst(lane);
      return;
    }
  }

  // Fills the coefficients of the ratios. Returns: whether no ratio can be too large.
  bool PrepareDensities() {
    const V mean0 = At(lanes_.mean, 0);
    const V half0 = hn::Div(Constant(0.5), At(lanes_.variance, 0));
    const V pull0 = hn::Mul(half0, mean0);
    const V log0 = Log(At(lanes_.variance, 0));
    Put(log0, lanes_.log_variance, 0);
    V highest = hn::Zero(Doubles());
    for (std::size_t k = 1; k < K; ++k) {
      const V mean = At(lanes_.mean, k);
      const V half = hn::Div(Constant(0.5), At(lanes_.variance, k));
      const V pull = hn::Mul(half, mean);
      const V log = Log(At(lanes_.variance, k));
      Put(log, lanes_.log_variance, k);
      const V spread = hn::Mul(Constant(0.5), hn::Sub(log0, log));
      const V offset = hn::Sub(hn::Mul(pull0, mean0), hn::Mul(pull, mean));
      constexpr double kEighths = 8 / kLogTwo;
      Put(hn::Mul(hn::Add(spread, offset), Constant(kEighths)), lanes_.quadratic, 3 * k);
      Put(hn::Mul(hn::Sub(pull, pull0), Constant(2 * kEighths)), lanes_.quadratic, 3 * k + 1);
      Put(hn::Mul(hn::Sub(half0, half), Constant(kEighths)), lanes_.quadratic, 3 * k + 2);
      highest = hn::Max(highest, HighestRatio(k));
    }
    return hn::AllTrue(Doubles(), hn::Lt(highest, Constant(kGuardedAbove)));
  }

  // A bound on the ratio of state k over the whole series, in eighths of a power of two.
  V HighestRatio(std::size_t k) const {
    const V low = At(lanes_.lowest, 0);
    const V high = At(lanes_.highest, 0);
    const V q0 = At(lanes_.quadratic, 3 * k);
    const V q1 = At(lanes_.quadratic, 3 * k + 1);
    const V q2 = At(lanes_.quadratic, 3 * k + 2);
    const V vertex = QuotientOr(hn::Mul(q1, Constant(0.5)), hn::Neg(q2), low);
    const V inside = hn::Min(hn::Max(vertex, low), high);
    const V at_ends = hn::Max(Quadratic(q0, q1, q2, low), Quadratic(q0, q1, q2, high));
    return hn::Max(at_ends, Quadratic(q0, q1, q2, inside));
  }

  // Multiplies the transitions into the sums over pairs, which become expected counts; their row
  // sums, and the last posterior, are the states' weights. Starts lifted by the passes go back.
  void FinishExpectations() {
    for (std::size_t i = 0; i < K; ++i) {
      const V start = At(lanes_.start, i);
      const V lifted = hn::Max(start, Constant(kLeastProbability));
      Put(hn::Mul(At(lanes_.start_gamma, i), hn::Div(start, lifted)), lanes_.start_gamma, i);
      V row = hn::Zero(Doubles());
      for (std::size_t j = 0; j < K; ++j) {
        const V expected = hn::Mul(At(lanes_.pair, i * K + j), At(lanes_.transition, i * K + j));
        Put(expected, lanes_.pair, i * K + j);
        row = hn::Add(row, expected);
      }
      Put(row, lanes_.row, i);
      Put(hn::Add(row, At(lanes_.end_gamma, i)), lanes_.weight, i);
    }
  }

  // Does lanes again whose counts fall short, or are no numbers.
  void RepairLanes() {
    V weights = hn::Zero(Doubles());
    V starts = hn::Zero(Doubles());
    for (std::size_t i = 0; i < K; ++i) {
      weights = hn::Add(weights, At(lanes_.weight, i));
      starts = hn::Add(starts, At(lanes_.start_gamma, i));
    }
    const V least = Constant(1 - kTolerableShortfall);
    const auto whole = hn::And(hn::Ge(weights, hn::Mul(At(lanes_.count, 0), least)),
                               hn::Ge(starts, least));
    if (hn::AllTrue(Doubles(), whole)) return;
    Put(hn::IfThenElseZero(whole, Constant(1.0)), lanes_.whole, 0);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      if (lanes_.whole[lane] == 0) lanes_.ComputeExactly(lane);
    }
  }

  void ScoreLanes() {
    const V count = At(lanes_.count, 0);
    const V mean = At(lanes_.mean, 0);
    // sum of (x - mean)^2 = sum of squares - mean (2 sum - count mean)
    const V cross =
        hn::Mul(mean, hn::Sub(hn::Mul(Constant(2.0), At(lanes_.sum, 0)), hn::Mul(count, mean)));
    const V distance =
        hn::Div(hn::Sub(At(lanes_.sum_of_squares, 0), cross), At(lanes_.variance, 0));
    const V constant = hn::Mul(count, hn::Add(Constant(kLogTwoPi), At(lanes_.log_variance, 0)));
    const V reference = hn::Mul(Constant(-0.5), hn::Add(constant, distance));
    const V powers =
        hn::MulAdd(At(lanes_.end_shift, 0), Constant(0.125), At(lanes_.end_exponent, 0));
    const V chain = hn::MulAdd(powers, Constant(kLogTwo), Log(At(lanes_.end_sum, 0)));
    Put(hn::Add(reference, chain), lanes_.log_likelihood, 0);
    Put(hn::Add(LogPriorOfEmissions(), LogPriorOfChain()), lanes_.log_prior, 0);
  }

  V LogPriorOfEmissions() const {
    V logs = hn::Zero(Doubles());
    V inverses = hn::Zero(Doubles());
    V pulls = hn::Zero(Doubles());
    for (std::size_t k = 0; k < K; ++k) {
      const V mean = At(lanes_.mean, k);
      const V inverse = hn::Div(Constant(1.0), At(lanes_.variance, k));
      logs = hn::Add(logs, At(lanes_.log_variance, k));
      inverses = hn::Add(inverses, inverse);
      pulls = hn::MulAdd(hn::Mul(mean, mean), inverse, pulls);
    }
    V sum = hn::Mul(At(lanes_.variance_observations, 0), hn::Add(logs, inverses));
    sum = hn::MulAdd(At(lanes_.mean_observations, 0), pulls, sum);
    sum = hn::MulAdd(At(lanes_.scatter, 0), inverses, sum);
    return hn::Mul(Constant(-0.5), sum);
  }

  V LogPriorOfChain() const {
    const V common = At(lanes_.transition_count, 0);
    const V sticky = At(lanes_.sticky_count, 0);
    const V first = At(lanes_.start_count, 0);
    V sum = hn::Zero(Doubles());
    if (hn::AllTrue(Doubles(), hn::Eq(hn::Add(hn::Add(common, sticky), first), sum))) return sum;
    for (std::size_t i = 0; i < K; ++i) {
      const V start = hn::Max(At(lanes_.start, i), Constant(kLeastLogarithm));
      sum = hn::MulAdd(first, Log(start), sum);
      for (std::size_t j = 0; j < K; ++j) {
        const V transition = hn::Max(At(lanes_.transition, i * K + j), Constant(kLeastLogarithm));
        sum = hn::MulAdd(i == j ? hn::Add(common, sticky) : common, Log(transition), sum);
      }
    }
    return sum;
  }

  void MaximiseStart() {
    const V prior = At(lanes_.start_count, 0);
    V total = hn::Mul(Constant(static_cast<double>(K)), prior);
    for (std::size_t i = 0; i < K; ++i) total = hn::Add(total, At(lanes_.start_gamma, i));
    for (std::size_t i = 0; i < K; ++i) {
      Put(hn::Div(hn::Add(At(lanes_.start_gamma, i), prior), total), lanes_.start, i);
    }
  }

  // Rows without counts stay as they are.
  void MaximiseTransitions() {
    const V common = At(lanes_.transition_count, 0);
    const V sticky = At(lanes_.sticky_count, 0);
    const V prior = hn::MulAdd(Constant(static_cast<double>(K)), common, sticky);
    for (std::size_t i = 0; i < K; ++i) {
      const V total = hn::Add(At(lanes_.row, i), prior);
      for (std::size_t j = 0; j < K; ++j) {
        const V pseudo = i == j ? hn::Add(common, sticky) : common;
        const V count = hn::Add(At(lanes_.pair, i * K + j), pseudo);
        Put(QuotientOr(count, total, At(lanes_.transition, i * K + j)), lanes_.transition,
            i * K + j);
      }
    }
  }

  // A state that has lost its observations keeps what nothing holds any more.
  void MaximiseEmissions() {
    const V dead = Constant(kDeadWeight);
    for (std::size_t k = 0; k < K; ++k) {
      const V weight = At(lanes_.weight, k);
      const V first = At(lanes_.first, k);
      const V mean_weight = hn::Add(weight, At(lanes_.mean_observations, 0));
      const V mean = hn::IfThenElse(hn::Lt(mean_weight, dead), At(lanes_.mean, k),
                                    QuotientOr(first, mean_weight, At(lanes_.mean, k)));
      Put(mean, lanes_.mean, k);
      // second - 2 mean first + mean_weight mean^2, about whatever mean it is
      const V cross = hn::Mul(mean, hn::Sub(hn::Mul(mean_weight, mean), hn::Add(first, first)));
      const V pseudo = At(lanes_.variance_observations, 0);
      const V scatter =
          hn::Add(hn::Add(At(lanes_.second, k), cross), hn::Add(pseudo, At(lanes_.scatter, 0)));
      const V variance_weight = hn::Add(weight, pseudo);
      const V old = At(lanes_.variance, k);
      const V variance = hn::IfThenElse(hn::Lt(variance_weight, dead), old,
                                        QuotientOr(scatter, variance_weight, old));
      Put(hn::Max(variance, At(lanes_.floor, 0)), lanes_.variance, k);
    }
  }

  PlainLanes lanes_;
};

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
