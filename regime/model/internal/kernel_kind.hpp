// Which kernel a task is for.
#pragma once

#include <memory>

#include "regime/model/fit_task.hpp"
#include "regime/model/internal/lane_kernel.hpp"

namespace regimen::hmm::internal {

// Depends on the task alone, never on what runs beside it: that is why its result does not either.
struct KernelKind {
  bool plain = false;
  FeatureShape shape;  // of a plain one, the states alone matter

  bool operator==(const KernelKind&) const = default;
};

// Requires: valid options and observations.
KernelKind KindOf(const FitTask& task);

std::unique_ptr<LaneKernel> MakeKernel(const KernelKind& kind, InstructionSet instructions);

}  // namespace regimen::hmm::internal
