// Who does the work of a batch.
#pragma once

#include "regime/model/instruction_set.hpp"

namespace boost::asio {
class thread_pool;  // NOLINT(readability-identifier-naming): Boost's name
}  // namespace boost::asio

namespace regimen::hmm {

// The program's one thread pool, and how many of its threads a batch may take beside the caller,
// who works too. Results do not depend on any of it (of the instructions: see InstructionSet).
struct Workers {
  boost::asio::thread_pool* pool = nullptr;  // null: the caller alone
  int helpers = 0;
  InstructionSet instructions = BestInstructionSet();
};

}  // namespace regimen::hmm
