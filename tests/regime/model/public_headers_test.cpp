// What a user of the library includes must drag in neither Eigen nor vector types, nor anything of
// the room's inside.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/exam.hpp"

namespace regimen::hmm {
namespace {

std::set<std::string> IncludesOf(const std::filesystem::path& header) {
  std::ifstream stream(header);
  std::set<std::string> includes;
  const std::regex pattern(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  for (std::string line; std::getline(stream, line);) {
    if (std::smatch match; std::regex_search(line, match, pattern)) includes.insert(match[1]);
  }
  return includes;
}

TEST(PublicHeadersTest, HideEigenAndVectors) {
  const std::filesystem::path room = tests::SourceDir() / "regime" / "model";
  // Whatever else they include is the standard library, or a header of this very list.
  const std::regex allowed(R"re([a-z_]+|regime/model/[a-z_0-9]+\.hpp)re");
  int headers = 0;
  for (const auto& entry : std::filesystem::directory_iterator(room)) {
    if (entry.path().extension() != ".hpp") continue;
    ++headers;
    for (const std::string& include : IncludesOf(entry.path())) {
      EXPECT_TRUE(std::regex_match(include, allowed)) << entry.path() << " includes " << include;
    }
  }
  EXPECT_GT(headers, 30);
}

}  // namespace
}  // namespace regimen::hmm
