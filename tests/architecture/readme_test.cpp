#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/exam.hpp"

namespace regimen::tests {
namespace {

// The names in backquotes that look like a file or folder of the project.
std::vector<std::string> NamedPlaces(const std::filesystem::path& readme) {
  std::ifstream stream(readme);
  const std::string text((std::istreambuf_iterator<char>(stream)),
                         std::istreambuf_iterator<char>());
  const std::regex place(
      "`((framework|regime|performance|templates|data|tests|docker)/[^` *<>]*)`");
  std::vector<std::string> places;
  for (std::sregex_iterator match(text.begin(), text.end(), place), end; match != end; ++match) {
    places.push_back((*match)[1].str());
  }
  return places;
}

std::vector<std::filesystem::path> Readmes() {
  std::vector<std::filesystem::path> readmes = {SourceDir() / "README.md"};
  for (const char* folder : {"framework", "regime", "performance", "templates", "data", "tests"}) {
    if (!std::filesystem::is_directory(SourceDir() / folder)) {
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SourceDir() / folder)) {
      if (entry.path().filename() == "README.md") {
        readmes.push_back(entry.path());
      }
    }
  }
  return readmes;
}

TEST(ReadmeTest, NamesOnlyFilesThatExist) {
  for (const std::filesystem::path& readme : Readmes()) {
    for (const std::string& place : NamedPlaces(readme)) {
      if (place != "data/user") {  // made by `data import`, never part of the project
        EXPECT_TRUE(std::filesystem::exists(SourceDir() / place))
            << readme.lexically_relative(SourceDir()).string() << " names " << place
            << ", which is gone";
      }
    }
  }
}

TEST(ReadmeTest, MapsLeansBehaviourToManyFiles) {
  EXPECT_GE(NamedPlaces(SourceDir() / "framework" / "README.md").size(), 20U);
}

}  // namespace
}  // namespace regimen::tests
