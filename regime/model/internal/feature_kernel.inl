// EM on everything that is not plain, one instruction set at a time (see vector_math.inl for the
// guard).
//
// A density is a linear function of the observation and its products, and the sums an M-step needs
// are those products weighed with posteriors: one code for all covariance types. A weight of 0
// makes an observation missing, a mark begins a new sequence, an end stops a lane. The M-step is
// the scalar one.
#if defined(REGIMEN_HMM_FEATURE_KERNEL) == defined(HWY_TARGET_TOGGLE)
#ifdef REGIMEN_HMM_FEATURE_KERNEL
#undef REGIMEN_HMM_FEATURE_KERNEL
#else
#define REGIMEN_HMM_FEATURE_KERNEL
#endif

#include "regime/model/internal/feature_densities.inl"
#include "regime/model/internal/feature_passes.inl"
#include "regime/model/internal/feature_sums.inl"

HWY_BEFORE_NAMESPACE();
namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {

template <std::size_t K>
class FeatureKernel final : public LaneKernel {
 public:
  explicit FeatureKernel(const FeatureShape& shape) : lanes_(shape, kLanes) {}

  int Lanes() const override { return static_cast<int>(kLanes); }
  void Load(int lane, const EmRun& run) override {
    lanes_.Load(static_cast<std::size_t>(lane), run);
  }
  void Clear(int lane) override { lanes_.Clear(static_cast<std::size_t>(lane)); }
  LaneScore Score(int lane) const override { return lanes_.Score(static_cast<std::size_t>(lane)); }
  void Extract(int lane, HmmParameters& parameters) const override {
    parameters = lanes_.Parameters(static_cast<std::size_t>(lane));
  }

  void EStep() override {
    if (lanes_.IsStudent()) {
      FeatureDensities<K, true>(lanes_);
    } else {
      FeatureDensities<K, false>(lanes_);
    }
    FeatureForward<K>(lanes_);
    FeatureBackward<K>(lanes_);
    FeatureSums<K>(lanes_);
    lanes_.Repair();
  }

  void MStep() override {
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes_.Maximise(lane);
  }

 private:
  FeatureLanes lanes_;
};

}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
HWY_AFTER_NAMESPACE();

#endif
