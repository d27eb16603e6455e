#include "regime/model/instruction_set.hpp"

namespace regimen::hmm {

std::vector<InstructionSet> AvailableInstructionSets() {
  std::vector<InstructionSet> sets{InstructionSet::Portable};
#if defined(__x86_64__)
  // What Highway takes for granted in its targets AVX2 and AVX3.
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                    __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
                      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd");
  if (avx2) sets.push_back(InstructionSet::Avx2);
  if (avx512) sets.push_back(InstructionSet::Avx512);
#endif
  return sets;
}

InstructionSet BestInstructionSet() { return AvailableInstructionSets().back(); }

}  // namespace regimen::hmm
