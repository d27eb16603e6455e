// What is wrong with what a caller handed to the model library.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace regimen::hmm {

enum class HmmFault : std::uint8_t {
  TooFewObservations,     // fewer than the model has free parameters
  ConstantSeries,         // a dimension never moves: no scale, no model
  CollinearDimensions,    // the covariance of the data has no inverse
  NotFinite,              // NaN where the policy rejects it; infinity anywhere
  StatesOutOfRange,       // not 1..8
  DimensionMismatch,      // sizes that do not fit each other, or not 1..10 dimensions
  NotAProbability,        // negative, or a row that does not sum to 1
  NotPositiveDefinite,    // a covariance matrix without a Cholesky factor
  ImpossibleObservation,  // likelihood 0 in every state that can be reached
  InvalidOption,          // a setting outside its range
  UnknownVersion,         // a stored model of another format
  BrokenChecksum,         // a stored model that was changed or cut
  MalformedText,          // not a stored model at all
};

const char* ToText(HmmFault fault);

// The only exception of this room. `Fault()` is for programs, `what()` for people: it names what
// was expected and what to do. In a batch it becomes the report of the one model that caused it.
class HmmError : public std::invalid_argument {
 public:
  HmmError(HmmFault fault, const std::string& message);

  HmmFault Fault() const { return fault_; }

 private:
  HmmFault fault_;
};

}  // namespace regimen::hmm
