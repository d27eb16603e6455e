#include "tests/parity/runner/listing_check.hpp"

#include <set>

#include "tests/parity/runner/exam_cases.hpp"
#include "tests/parity/runner/process.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

// The first word of each line of `regimen list`.
std::set<std::string> NamesInPlugin(const Surroundings& surroundings) {
  std::filesystem::create_directories(surroundings.work);
  const std::filesystem::path report = surroundings.work / "list.txt";
  RunProcess(
      {surroundings.program.string(), "list", "--algorithm-location", surroundings.plugin.string()},
      report);
  std::set<std::string> names;
  for (const std::string& line : ReadLines(report)) names.insert(line.substr(0, line.find(' ')));
  return names;
}

}  // namespace

Findings CheckListing(const Surroundings& surroundings, const std::vector<std::string>& tiers,
                      const std::vector<std::string>& tested_names) {
  const ExamCases cases(surroundings.exam);
  const std::set<std::string> tested(tested_names.begin(), tested_names.end());
  const std::set<std::string> registered = NamesInPlugin(surroundings);
  Findings findings;
  std::size_t listed = 0;
  for (const std::string& tier : tiers) {
    for (const std::string& name : cases.NamesOf(tier)) {
      ++listed;
      if (!tested.contains(name)) findings.push_back(name + " (" + tier + ") is not tested");
    }
  }
  if (tested.size() < listed) {
    findings.push_back(std::to_string(tested.size()) + " cases are tested, the exam lists " +
                       std::to_string(listed));
  }
  for (const std::string& name : tested) {
    if (!registered.contains(name)) findings.push_back(name + " is not in the plugin");
  }
  return findings;
}

}  // namespace regimen::parity
