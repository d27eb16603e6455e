#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace regimen::parity {

// Where the things are that a check needs. A plain value; truth and scratch space are folders.
struct Surroundings {
  std::filesystem::path program;
  std::filesystem::path plugin;
  // The exam: cases, loop traces, benches (REGIMEN_EXAM_DIR).
  std::filesystem::path exam;
  // LEAN's data folder (REGIMEN_LEAN_DATA).
  std::filesystem::path lean_data;
  // What a check writes; left behind for whoever wants to look into a difference.
  std::filesystem::path work;
};

// What is wrong with a run, a line each; nothing when all is as it should be.
using Findings = std::vector<std::string>;

}  // namespace regimen::parity
