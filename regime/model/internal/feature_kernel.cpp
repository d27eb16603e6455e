#include "regime/model/internal/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "regime/model/internal/feature_kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "regime/model/internal/feature_kernel.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

std::unique_ptr<LaneKernel> MakeFeature(const FeatureShape& shape) {
  switch (shape.states) {
    case 1:
      return std::make_unique<FeatureKernel<1>>(shape);
    case 2:
      return std::make_unique<FeatureKernel<2>>(shape);
    case 3:
      return std::make_unique<FeatureKernel<3>>(shape);
    case 4:
      return std::make_unique<FeatureKernel<4>>(shape);
    case 5:
      return std::make_unique<FeatureKernel<5>>(shape);
    case 6:
      return std::make_unique<FeatureKernel<6>>(shape);
    case 7:
      return std::make_unique<FeatureKernel<7>>(shape);
    default:
      return std::make_unique<FeatureKernel<8>>(shape);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace regimen::hmm::internal {

std::unique_ptr<LaneKernel> MakeFeatureKernel(InstructionSet set, const FeatureShape& shape) {
  switch (set) {
#if HWY_TARGETS & HWY_AVX3
    case InstructionSet::Avx512:
      return N_AVX3::MakeFeature(shape);
#endif
#if HWY_TARGETS & HWY_AVX2
    case InstructionSet::Avx2:
      return N_AVX2::MakeFeature(shape);
#endif
    default:
      return HWY_STATIC_DISPATCH(MakeFeature)(shape);
  }
}

}  // namespace regimen::hmm::internal
#endif
