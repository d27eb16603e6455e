// The runner of the parity suite: one check a call, named by ctest (tests/parity/CMakeLists.txt).
//
//   parity_tests PROGRAM PLUGIN WORK case NAME
//   parity_tests PROGRAM PLUGIN WORK seed NUMBER
//   parity_tests PROGRAM PLUGIN WORK trace SCOPE NAME, SCOPE one of complete, no-consolidators,
//     no-indicators, skeleton
//   parity_tests PROGRAM PLUGIN WORK listing TIER,TIER... NAME...
//   parity_tests PROGRAM PLUGIN WORK determinism NAME...
//
// Exit codes: 0 all equal, 1 something differs, 77 the exam or LEAN's data are not there.
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/parity/runner/case_check.hpp"
#include "tests/parity/runner/determinism_check.hpp"
#include "tests/parity/runner/listing_check.hpp"
#include "tests/parity/runner/seed_check.hpp"
#include "tests/parity/runner/surroundings.hpp"
#include "tests/parity/runner/trace_check.hpp"
#include "tests/support/exam.hpp"

namespace regimen::parity {

namespace {

using Words = std::vector<std::string>;
using Check = std::function<Findings(const Surroundings&, const Words&)>;

constexpr int kEqual = 0;
constexpr int kDiffers = 1;
constexpr int kSkipped = 77;
// PROGRAM PLUGIN WORK CHECK, behind the runner's own name.
constexpr std::size_t kFixedWords = 4;

Words Split(const std::string& text, char separator) {
  std::istringstream stream(text);
  Words words;
  for (std::string word; std::getline(stream, word, separator);) words.push_back(word);
  return words;
}

TraceScope ScopeOf(const std::string& name) {
  static const std::map<std::string, TraceScope> kScopes = {
      {"complete", TraceScope::Complete},
      {"no-consolidators", TraceScope::NoConsolidators},
      {"no-indicators", TraceScope::NoIndicators},
      {"skeleton", TraceScope::Skeleton}};
  return kScopes.at(name);
}

const std::map<std::string, Check>& Checks() {
  static const std::map<std::string, Check> kChecks = {
      {"case", [](const auto& where, const Words& words) { return CheckCase(where, words.at(0)); }},
      {"seed", [](const auto& where, const Words& words) { return CheckSeed(where, words.at(0)); }},
      {"trace",
       [](const auto& where, const Words& words) {
         return CheckTrace(where, words.at(1), ScopeOf(words.at(0)));
       }},
      {"listing",
       [](const auto& where, const Words& words) {
         return CheckListing(where, Split(words.at(0), ','), {words.begin() + 1, words.end()});
       }},
      {"determinism",
       [](const auto& where, const Words& words) { return CheckDeterminism(where, words); }},
  };
  return kChecks;
}

int Run(const Words& words) {
  if (words.size() < kFixedWords || !Checks().contains(words[3])) {
    throw std::invalid_argument("parity_tests PROGRAM PLUGIN WORK CHECK [NAME...]; see main.cpp");
  }
  const auto exam = tests::ExamDir();
  const auto lean_data = tests::LeanDataDir();
  if (!exam || !lean_data) {
    std::cout << "skipped: " << (exam ? "REGIMEN_LEAN_DATA" : "REGIMEN_EXAM_DIR")
              << " names no folder (README.md, \"Repeating the exam\")\n";
    return kSkipped;
  }
  const Surroundings where{words[0], words[1], *exam, *lean_data, words[2]};
  const Findings findings =
      Checks().at(words[3])(where, {words.begin() + kFixedWords, words.end()});
  for (const std::string& finding : findings) std::cout << finding << '\n';
  return findings.empty() ? kEqual : kDiffers;
}

}  // namespace

}  // namespace regimen::parity

int main(int argc, char** argv) {
  try {
    return regimen::parity::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "parity_tests: " << error.what() << '\n';
    return regimen::parity::kDiffers;
  }
}
