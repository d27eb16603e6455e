#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace regimen::parity {

// The figures of one case, as the texts of LEAN's exam.
struct ExamCase {
  std::string name;
  std::string tier;
  std::string status;
  std::string data_points;
  std::string history_data_points;
  std::string order_list_hash;
  // Without the hash.
  std::vector<std::pair<std::string, std::string>> statistics;
};

// The cases of cases/lean-cases.json, in its order.
class ExamCases {
 public:
  explicit ExamCases(const std::filesystem::path& exam);

  // Throws std::runtime_error when LEAN's exam has no such case.
  const ExamCase& Get(const std::string& name) const;
  std::vector<std::string> NamesOf(const std::string& tier) const;

 private:
  std::vector<ExamCase> cases_;
};

}  // namespace regimen::parity
