#include "regime/model/hmm_json.hpp"

#include <string>

#include <gtest/gtest.h>

#include "regime/model/hmm_error.hpp"
#include "tests/regime/model/fit_cases.hpp"

namespace regimen::hmm {
namespace {

HmmFault FaultOf(const std::string& text) {
  try {
    FromJson(text);
  } catch (const HmmError& error) {
    return error.Fault();
  }
  ADD_FAILURE() << "accepted " << text;
  return HmmFault::InvalidOption;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(HmmJsonTest, BringsBackEveryBit) {
  for (const tests::FitCase& fit_case : tests::AllFitCases()) {
    const HmmParameters parameters = *Fit(fit_case.Task()).parameters;
    EXPECT_EQ(FromJson(ToJson(parameters)), parameters) << fit_case.name;
  }
}

TEST(HmmJsonTest, IsReadable) {
  const std::string text = ToJson(tests::TwoRegimes());
  EXPECT_NE(text.find(R"("format":"regimen-hmm","version":1,"states":2,"dimensions":1)"),
            std::string::npos);
  EXPECT_NE(text.find(R"("means":[0.08,-0.1])"), std::string::npos);
}

TEST(HmmJsonTest, RefusesAnotherVersion) {
  const std::string text = ToJson(tests::TwoRegimes());
  EXPECT_EQ(FaultOf(Replaced(text, R"("version":1)", R"("version":2)")), HmmFault::UnknownVersion);
}

TEST(HmmJsonTest, SeesThatANumberWasChanged) {
  const std::string text = ToJson(tests::TwoRegimes());
  EXPECT_EQ(FaultOf(Replaced(text, "0.08", "0.09")), HmmFault::BrokenChecksum);
  EXPECT_EQ(FaultOf(Replaced(text, "diagonal", "spherical")), HmmFault::BrokenChecksum);
  EXPECT_EQ(FaultOf(Replaced(text, R"("means":[0.08,-0.1])", R"("means":[0.08])")),
            HmmFault::BrokenChecksum);
}

TEST(HmmJsonTest, RefusesWhatIsNoStoredModel) {
  const std::string text = ToJson(tests::TwoRegimes());
  EXPECT_EQ(FaultOf(""), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf("[]"), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(text.substr(0, text.size() / 2)), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(text + "x"), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(Replaced(text, "regimen-hmm", "other")), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(Replaced(text, "\"start\"", "\"begin\"")), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(Replaced(text, "{", R"({"extra":1,)")), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(Replaced(text, "diagonal", "round")), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(Replaced(text, "0.08", "\"a\"")), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(Replaced(text, "0.08", "[]")), HmmFault::MalformedText);
  EXPECT_EQ(FaultOf(std::string(100000, '[')), HmmFault::MalformedText);
}

TEST(HmmJsonTest, WritesNoModelThatIsNone) {
  HmmParameters parameters = tests::TwoRegimes();
  parameters.covariances[0] = -1;
  EXPECT_THROW(ToJson(parameters), HmmError);
}

}  // namespace
}  // namespace regimen::hmm
