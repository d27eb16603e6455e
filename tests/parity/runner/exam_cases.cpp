#include "tests/parity/runner/exam_cases.hpp"

#include <stdexcept>

#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

ExamCase ReadCase(const JsonValue& entry) {
  ExamCase exam_case{.name = MemberText(entry, "name"),
                     .tier = MemberText(entry, "tier"),
                     .status = MemberText(entry, "algorithm_status"),
                     .data_points = MemberText(entry, "data_points"),
                     .history_data_points = MemberText(entry, "history_data_points"),
                     .order_list_hash = {},
                     .statistics = {}};
  for (const JsonValue& statistic : entry.Find("expected_statistics")->children) {
    if (statistic.name == "OrderListHash") {
      exam_case.order_list_hash = statistic.text;
    } else {
      exam_case.statistics.emplace_back(statistic.name, statistic.text);
    }
  }
  return exam_case;
}

}  // namespace

ExamCases::ExamCases(const std::filesystem::path& exam) {
  for (const JsonValue& entry : ReadJson(exam / "cases" / "lean-cases.json").children) {
    cases_.push_back(ReadCase(entry));
  }
}

const ExamCase& ExamCases::Get(const std::string& name) const {
  for (const ExamCase& exam_case : cases_) {
    if (exam_case.name == name) return exam_case;
  }
  throw std::runtime_error("LEAN's exam has no case " + name);
}

std::vector<std::string> ExamCases::NamesOf(const std::string& tier) const {
  std::vector<std::string> names;
  for (const ExamCase& exam_case : cases_) {
    if (exam_case.tier == tier) names.push_back(exam_case.name);
  }
  return names;
}

}  // namespace regimen::parity
