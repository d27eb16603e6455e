#include "framework/core/algorithm_status.hpp"

namespace regimen {

std::string_view ToText(AlgorithmStatus value) {
  switch (value) {
    case AlgorithmStatus::Initializing:
      return "Initializing";
    case AlgorithmStatus::Running:
      return "Running";
    case AlgorithmStatus::Stopped:
      return "Stopped";
    case AlgorithmStatus::Completed:
      return "Completed";
    case AlgorithmStatus::RuntimeError:
      return "RuntimeError";
    case AlgorithmStatus::Cancelled:
      return "Cancelled";
  }
  return "";
}

}  // namespace regimen
