#include "regime/model/internal/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "regime/model/internal/plain_kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "regime/model/internal/plain_kernel.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

std::unique_ptr<LaneKernel> MakePlain(int states) {
  switch (states) {
    case 1:
      return std::make_unique<PlainKernel<1>>();
    case 2:
      return std::make_unique<PlainKernel<2>>();
    case 3:
      return std::make_unique<PlainKernel<3>>();
    case 4:
      return std::make_unique<PlainKernel<4>>();
    case 5:
      return std::make_unique<PlainKernel<5>>();
    case 6:
      return std::make_unique<PlainKernel<6>>();
    case 7:
      return std::make_unique<PlainKernel<7>>();
    default:
      return std::make_unique<PlainKernel<8>>();
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace regimen::hmm::internal {

std::unique_ptr<LaneKernel> MakePlainKernel(InstructionSet set, int states) {
  switch (set) {
#if HWY_TARGETS & HWY_AVX3
    case InstructionSet::Avx512:
      return N_AVX3::MakePlain(states);
#endif
#if HWY_TARGETS & HWY_AVX2
    case InstructionSet::Avx2:
      return N_AVX2::MakePlain(states);
#endif
    default:
      return HWY_STATIC_DISPATCH(MakePlain)(states);
  }
}

}  // namespace regimen::hmm::internal
#endif
