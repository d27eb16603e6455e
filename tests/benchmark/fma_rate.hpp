// How fast this machine multiplies and adds.
#pragma once

#include "regime/model/instruction_set.hpp"

namespace regimen::bench {

// Returns: fused multiply-adds of doubles per second on one core, measured: ten independent chains
// of vectors, the best of many rounds. 0 for Portable, which has none.
double FmaRate(hmm::InstructionSet set);

}  // namespace regimen::bench
