#include "framework/results/file_writing.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

std::string ContentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(FileWritingTest, ReplacesTheFileAndLeavesNothingBeside) {
  const tests::TempFolder folder;
  const auto file = folder.Write("a.json", "old");
  WriteFileAtomically(file, "new\n");
  EXPECT_EQ(ContentOf(file), "new\n");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.Path()), {}), 1);
}

TEST(FileWritingTest, NamesTheFileThatCannotBeWritten) {
  const tests::TempFolder folder;
  const auto file = folder.Path() / "missing" / "a.json";
  try {
    WriteFileAtomically(file, "x");
    FAIL() << "wrote into a folder that is not there";
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), file.string());
    EXPECT_NE(std::string(error.what()).find("--results-destination-folder"), std::string::npos);
  }
}

TEST(FileWritingTest, MakesFoldersAndRefusesAFileInTheirPlace) {
  const tests::TempFolder folder;
  MakeFolder(folder.Path() / "a" / "b");
  EXPECT_TRUE(std::filesystem::is_directory(folder.Path() / "a" / "b"));
  MakeFolder(folder.Path() / "a" / "b");
  const auto file = folder.Write("file", "");
  EXPECT_THROW(MakeFolder(file / "c"), DataError);
}

}  // namespace
}  // namespace regimen
