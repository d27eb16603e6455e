// What the kernels compute with, once per instruction set (see Highway's foreach_target): hence no
// #pragma once but a guard that opens again for each target.
#if defined(REGIMEN_HMM_VECTOR_MATH) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_VECTOR_MATH
#undef REGIMEN_HMM_VECTOR_MATH
#else
#define REGIMEN_HMM_VECTOR_MATH
#endif

#include <cstddef>
#include <cstdint>

#include <hwy/highway.h>

#include "regime/model/internal/exp2_table.hpp"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Doubles = hn::ScalableTag<double>;
using Integers = hn::RebindToSigned<Doubles>;
using V = hn::Vec<Doubles>;
using I = hn::Vec<Integers>;

// Adding it rounds a double of moderate size to an integer, which then stands in its lowest bits.
constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52

HWY_INLINE V Constant(double value) { return hn::Set(Doubles(), value); }

// Returns: kExp2Table[index & 7] of each lane, the same bits by whatever means the target has.
HWY_INLINE V LookUp(I index) {
  const Doubles d;
  const Integers di;
#if HWY_TARGET <= HWY_AVX3
  // The instruction reads three bits and no more; IndicesFromVec would insist on clean ones.
  return hn::TableLookupLanes(hn::Load(d, kExp2Table), hn::Indices512<double>{index.raw});
#elif HWY_TARGET == HWY_AVX2
  const auto place = hn::IndicesFromVec(d, hn::And(index, hn::Set(di, 3)));
  const V low = hn::TableLookupLanes(hn::Load(d, kExp2Table), place);
  const V high = hn::TableLookupLanes(hn::Load(d, kExp2Table + 4), place);
  const auto is_high = hn::MaskFromVec(hn::BitCast(d, hn::ShiftLeft<61>(index)));
  return hn::IfThenElse(is_high, high, low);
#else
  return hn::GatherIndex(d, kExp2Table, hn::And(index, hn::Set(di, 7)));
#endif
}

// 2^(x / 8) to 2e-15; exactly 1 at 0. Eighths, because x then splits without rounding into eight
// intervals of a table and a remainder within 1/2, for which a polynomial of degree 6 is enough.
// Requires: |x| < 8000.
HWY_INLINE V Exp2OfEighths(V x) {
  const Doubles d;
  const Integers di;
  const V shifted = hn::Add(x, Constant(kRounder));
  const V r = hn::Sub(x, hn::Sub(shifted, Constant(kRounder)));
  const I bits = hn::BitCast(di, shifted);
  V p = hn::MulAdd(Constant(kExp2Polynomial[5]), r, Constant(kExp2Polynomial[4]));
  p = hn::MulAdd(p, r, Constant(kExp2Polynomial[3]));
  p = hn::MulAdd(p, r, Constant(kExp2Polynomial[2]));
  p = hn::MulAdd(p, r, Constant(kExp2Polynomial[1]));
  p = hn::MulAdd(p, r, Constant(kExp2Polynomial[0]));
  p = hn::MulAdd(p, r, Constant(1.0));
  // The table's entries lack their own index in the bits where this shift puts it.
  const I scale = hn::Add(hn::BitCast(di, LookUp(bits)), hn::ShiftLeft<49>(bits));
  return hn::Mul(hn::BitCast(d, scale), p);
}

// Natural logarithm to about 2e-16 relative to the larger of result and 1. Splits x into 2^e m with
// m in [sqrt(1/2), sqrt(2)); then log m = 2 artanh s, s = (m - 1) / (m + 1). Requires: x positive
// and normal.
HWY_INLINE V Log(V x) {
  const Doubles d;
  const Integers di;
  constexpr std::int64_t kRootHalf = 0x3fe6a09e667f3bcd;  // bits of sqrt(1/2)
  const I offset = hn::Sub(hn::BitCast(di, x), hn::Set(di, kRootHalf));
  const I exponent = hn::ShiftRight<52>(offset);
  const V m = hn::BitCast(d, hn::Sub(hn::BitCast(di, x), hn::ShiftLeft<52>(exponent)));
  const I rounder = hn::BitCast(di, Constant(kRounder));
  const V e = hn::Sub(hn::BitCast(d, hn::Add(rounder, exponent)), Constant(kRounder));
  const V s = hn::Div(hn::Sub(m, Constant(1.0)), hn::Add(m, Constant(1.0)));
  const V s2 = hn::Mul(s, s);
  V p = Constant(2.0 / 21);
  p = hn::MulAdd(p, s2, Constant(2.0 / 19));
  p = hn::MulAdd(p, s2, Constant(2.0 / 17));
  p = hn::MulAdd(p, s2, Constant(2.0 / 15));
  p = hn::MulAdd(p, s2, Constant(2.0 / 13));
  p = hn::MulAdd(p, s2, Constant(2.0 / 11));
  p = hn::MulAdd(p, s2, Constant(2.0 / 9));
  p = hn::MulAdd(p, s2, Constant(2.0 / 7));
  p = hn::MulAdd(p, s2, Constant(2.0 / 5));
  p = hn::MulAdd(p, s2, Constant(2.0 / 3));
  const V tail = hn::Mul(hn::Mul(s, s2), p);
  const V small = hn::MulAdd(Constant(2.0), s, tail);
  return hn::MulAdd(e, Constant(0.69314718055994530942), small);
}

// Returns: 2^-e for the exponent e of x, and adds e to `exponents`. Requires: x positive and
// normal.
HWY_INLINE V ScaleOut(V x, V& exponents) {
  const Doubles d;
  const Integers di;
  const I biased = hn::ShiftRight<52>(hn::BitCast(di, x));
  const I rounder = hn::BitCast(di, Constant(kRounder));
  const V e = hn::Sub(hn::BitCast(d, hn::Add(rounder, biased)), Constant(kRounder + 1023));
  exponents = hn::Add(exponents, e);
  return hn::BitCast(d, hn::ShiftLeft<52>(hn::Sub(hn::Set(di, 2046), biased)));
}

// (q2 x + q1) x + q0
HWY_INLINE V Quadratic(V q0, V q1, V q2, V x) { return hn::MulAdd(hn::MulAdd(q2, x, q1), x, q0); }

// a / b, or `otherwise` where b is not positive.
HWY_INLINE V QuotientOr(V a, V b, V otherwise) {
  const auto usable = hn::Gt(b, hn::Zero(Doubles()));
  return hn::IfThenElse(usable, hn::Div(a, hn::IfThenElse(usable, b, Constant(1.0))), otherwise);
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
