#include "regime/model/internal/kernel_kind.hpp"

#include <algorithm>
#include <cmath>

namespace regimen::hmm::internal {
namespace {

bool IsPlain(const FitTask& task) {
  const FitOptions& options = task.options;
  const Observations& observations = task.observations;
  return observations.dimensions == 1 && observations.weights.empty() &&
         observations.lengths.size() <= 1 && options.emission_type == EmissionType::Gaussian &&
         options.covariance_type != CovarianceType::Tied && options.start_type == StartType::Free &&
         std::none_of(observations.values.begin(), observations.values.end(),
                      [](double value) { return std::isnan(value); });
}

}  // namespace

KernelKind KindOf(const FitTask& task) {
  const FitOptions& options = task.options;
  if (IsPlain(task)) return {.plain = true, .shape = {.states = options.states}};
  const bool triangle = options.covariance_type == CovarianceType::Full ||
                        options.covariance_type == CovarianceType::Tied;
  return {.shape = {.states = options.states,
                    .dimensions = task.observations.dimensions,
                    .triangle = triangle && task.observations.dimensions > 1,
                    .student = options.emission_type == EmissionType::StudentT}};
}

std::unique_ptr<LaneKernel> MakeKernel(const KernelKind& kind, InstructionSet instructions) {
  return kind.plain ? MakePlainKernel(instructions, kind.shape.states)
                    : MakeFeatureKernel(instructions, kind.shape);
}

}  // namespace regimen::hmm::internal
