#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/architecture/layer_table.hpp"
#include "tests/architecture/source_tree.hpp"
#include "tests/support/exam.hpp"

namespace regimen::tests {
namespace {

std::vector<SourceFile> AllSources() {
  std::vector<std::string> folders = ProductFolders();
  folders.emplace_back("tests");
  return ReadSources(SourceDir(), folders);
}

TEST(SourcesTest, IncludesNameFilesFromTheRoot) {
  for (const SourceFile& source : AllSources()) {
    for (const IncludeLine& include : source.Includes()) {
      EXPECT_EQ(include.target.find(".."), std::string::npos)
          << source.path << ":" << include.line << ": climbs with .. in " << include.target;
      EXPECT_TRUE(std::filesystem::is_regular_file(SourceDir() / include.target))
          << source.path << ":" << include.line << ": there is no file " << include.target;
    }
  }
}

TEST(SourcesTest, NothingOfTheProductIncludesTests) {
  for (const SourceFile& source : ReadSources(SourceDir(), ProductFolders())) {
    for (const IncludeLine& include : source.Includes()) {
      EXPECT_FALSE(include.target.starts_with("tests/")) << source.path << ":" << include.line;
    }
  }
}

TEST(SourcesTest, HeadersGuardThemselvesWithPragmaOnce) {
  for (const SourceFile& source : AllSources()) {
    if (source.IsHeader()) {
      EXPECT_NE(std::find(source.lines.begin(), source.lines.end(), "#pragma once"),
                source.lines.end())
          << source.path << ":1: lacks #pragma once";
    }
  }
}

TEST(SourcesTest, NoHeaderOpensAWholeNamespace) {
  for (const SourceFile& source : ReadSources(SourceDir(), ProductFolders())) {
    for (std::size_t i = 0; source.IsHeader() && i < source.lines.size(); ++i) {
      EXPECT_FALSE(source.lines[i].starts_with("using namespace"))
          << source.path << ":" << i + 1 << ": " << source.lines[i];
    }
  }
}

TEST(SourcesTest, FileNamesAreUniqueInTheirRoom) {
  const LayerTable table = LayerTable::Read(SourceDir() / "tests" / "architecture" / "layers.txt");
  std::map<std::string, std::string> places;
  for (const SourceFile& source : ReadSources(SourceDir(), ProductFolders())) {
    const std::string name = std::filesystem::path(source.path).filename().string();
    const auto [place, added] =
        places.try_emplace(table.RoomOf(source.path) + "/" + name, source.path);
    EXPECT_TRUE(added) << source.path << ":1: has the name of " << place->second;
  }
}

// The file says itself why it is longer than the house's budget.
bool ExcusesItsLength(const SourceFile& source) {
  return std::any_of(source.lines.begin(), source.lines.end(), [](const std::string& line) {
    return line.starts_with("// Over the budget of lines: ");
  });
}

TEST(SourcesTest, FilesKeepTheirBudgetOfLinesOrSayWhyNot) {
  constexpr std::size_t kHeader = 250;
  constexpr std::size_t kSource = 400;
  for (const SourceFile& source : ReadSources(SourceDir(), ProductFolders())) {
    if (!ExcusesItsLength(source)) {
      EXPECT_LE(source.lines.size(), source.IsHeader() ? kHeader : kSource)
          << source.path << ":1: is too long; split what holds two ideas";
    }
  }
}

}  // namespace
}  // namespace regimen::tests
