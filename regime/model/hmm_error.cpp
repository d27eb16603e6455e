#include "regime/model/hmm_error.hpp"

namespace regimen::hmm {

const char* ToText(HmmFault fault) {
  switch (fault) {
    case HmmFault::TooFewObservations:
      return "too few observations";
    case HmmFault::ConstantSeries:
      return "constant series";
    case HmmFault::CollinearDimensions:
      return "collinear dimensions";
    case HmmFault::NotFinite:
      return "not finite";
    case HmmFault::StatesOutOfRange:
      return "states out of range";
    case HmmFault::DimensionMismatch:
      return "dimension mismatch";
    case HmmFault::NotAProbability:
      return "not a probability";
    case HmmFault::NotPositiveDefinite:
      return "not positive definite";
    case HmmFault::ImpossibleObservation:
      return "impossible observation";
    case HmmFault::InvalidOption:
      return "invalid option";
    case HmmFault::UnknownVersion:
      return "unknown version";
    case HmmFault::BrokenChecksum:
      return "broken checksum";
    case HmmFault::MalformedText:
      return "malformed text";
  }
  return "unknown fault";
}

HmmError::HmmError(HmmFault fault, const std::string& message)
    : std::invalid_argument(std::string(ToText(fault)) + ": " + message), fault_(fault) {}

}  // namespace regimen::hmm
