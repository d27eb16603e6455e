// The vector instructions that a fit runs on.
#pragma once

#include <cstdint>
#include <vector>

namespace regimen::hmm {

// A fit is the same on Avx512 and Avx2, to the last bit. Portable lacks fused multiply-add: its
// results agree to about 1e-10.
enum class InstructionSet : std::uint8_t {
  Portable,  // any processor; one model at a time
  Avx2,      // four models at once
  Avx512,    // eight models at once
};

constexpr const char* ToText(InstructionSet set) {
  switch (set) {
    case InstructionSet::Portable:
      return "portable";
    case InstructionSet::Avx2:
      return "AVX2";
    case InstructionSet::Avx512:
      return "AVX-512";
  }
  return "unknown";
}

// What this processor has, the fastest last. Portable is always there.
std::vector<InstructionSet> AvailableInstructionSets();

// The fastest of them.
InstructionSet BestInstructionSet();

}  // namespace regimen::hmm
