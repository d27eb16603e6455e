#include "tests/benchmark/fma_rate.hpp"

#include "regime/model/internal/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/benchmark/fma_rate.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "tests/benchmark/stopwatch.hpp"

HWY_BEFORE_NAMESPACE();
namespace regimen::bench {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr int kChains = 10;
constexpr int kSteps = 20000;

// Runs the chains once. Returns: something that depends on all of it.
HWY_NOINLINE double RunChains(double factor) {
  const hn::ScalableTag<double> d;
  const auto a = hn::Set(d, factor);
  const auto b = hn::Set(d, 1e-7);
  // Ten different beginnings: equal chains would be computed once.
  auto c0 = hn::Set(d, factor + 0), c1 = hn::Set(d, factor + 1), c2 = hn::Set(d, factor + 2);
  auto c3 = hn::Set(d, factor + 3), c4 = hn::Set(d, factor + 4), c5 = hn::Set(d, factor + 5);
  auto c6 = hn::Set(d, factor + 6), c7 = hn::Set(d, factor + 7), c8 = hn::Set(d, factor + 8);
  auto c9 = hn::Set(d, factor + 9);
  for (int step = 0; step < kSteps; ++step) {
    c0 = hn::MulAdd(c0, a, b);
    c1 = hn::MulAdd(c1, a, b);
    c2 = hn::MulAdd(c2, a, b);
    c3 = hn::MulAdd(c3, a, b);
    c4 = hn::MulAdd(c4, a, b);
    c5 = hn::MulAdd(c5, a, b);
    c6 = hn::MulAdd(c6, a, b);
    c7 = hn::MulAdd(c7, a, b);
    c8 = hn::MulAdd(c8, a, b);
    c9 = hn::MulAdd(c9, a, b);
  }
  const auto low = hn::Add(hn::Add(hn::Add(c0, c1), hn::Add(c2, c3)), c4);
  const auto high = hn::Add(hn::Add(hn::Add(c5, c6), hn::Add(c7, c8)), c9);
  return hn::GetLane(hn::Add(low, high));
}

double Rate() {
  volatile double factor = 0.999999;
  volatile double sink = 0;
  constexpr double kBudget = 0.1;
  const double seconds = LeastSeconds(kBudget, [&] { sink = RunChains(factor); });
  const auto lanes = static_cast<double>(hn::Lanes(hn::ScalableTag<double>()));
  return kChains * kSteps * lanes / seconds;
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::bench
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace regimen::bench {

double FmaRate(hmm::InstructionSet set) {
  switch (set) {
#if HWY_TARGETS & HWY_AVX3
    case hmm::InstructionSet::Avx512:
      return N_AVX3::Rate();
#endif
#if HWY_TARGETS & HWY_AVX2
    case hmm::InstructionSet::Avx2:
      return N_AVX2::Rate();
#endif
    default:
      return 0;
  }
}

}  // namespace regimen::bench
#endif
