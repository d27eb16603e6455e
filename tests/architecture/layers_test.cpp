#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/architecture/layer_table.hpp"
#include "tests/architecture/source_tree.hpp"
#include "tests/support/exam.hpp"

namespace regimen::tests {
namespace {

LayerTable Table() {
  return LayerTable::Read(SourceDir() / "tests" / "architecture" / "layers.txt");
}

// The rooms that CMake builds, in its order.
std::vector<std::string> BuiltRooms() {
  std::vector<std::string> rooms;
  std::istringstream names(REGIMEN_ROOMS);
  for (std::string name; std::getline(names, name, ',');) {
    rooms.push_back(name);
  }
  return rooms;
}

TEST(LayersTest, RoomsIncludeOnlyWhatTheTableAllows) {
  const LayerTable table = Table();
  const auto sources = ReadSources(SourceDir(), ProductFolders());
  ASSERT_FALSE(sources.empty());
  for (const SourceFile& source : sources) {
    for (const std::string& violation : table.Violations(source)) {
      ADD_FAILURE() << violation;
    }
  }
}

TEST(LayersTest, ReportsAnUpwardIncludeByFileAndLine) {
  const LayerTable table({"framework/core:", "templates: framework/core"});
  const SourceFile price{"framework/core/price.hpp",
                         {"#pragma once", "#include \"templates/x.hpp\""}};
  EXPECT_EQ(table.Violations(price),
            std::vector<std::string>{
                "framework/core/price.hpp:2: framework/core must not include templates/x.hpp"});
  const SourceFile strategy{"templates/x.cpp", {"#include \"framework/core/price.hpp\""}};
  EXPECT_TRUE(table.Violations(strategy).empty());
}

TEST(LayersTest, ReportsAFileOutsideAllRooms) {
  const LayerTable table({"framework/core:"});
  EXPECT_EQ(table.Violations({"framework/attic/old.cpp", {}}).size(), 1U);
}

TEST(LayersTest, RefusesATableThatLooksUpward) {
  EXPECT_THROW(LayerTable({"framework/core: templates", "templates:"}), std::runtime_error);
}

TEST(LayersTest, EveryFolderWithSourcesIsBuilt) {
  const LayerTable table = Table();
  std::vector<std::string> built = BuiltRooms();
  built.insert(built.end(), {"framework", "templates", "framework/app"});
  for (const SourceFile& source : ReadSources(SourceDir(), ProductFolders())) {
    const std::string room = table.RoomOf(source.path);
    EXPECT_NE(std::find(built.begin(), built.end(), room), built.end())
        << source.path << ":1: CMakeLists.txt builds no room " << room;
  }
}

TEST(LayersTest, TheBuildNamesRoomsInTheOrderOfTheTable) {
  const std::vector<std::string> rooms = Table().Rooms();
  auto place = rooms.begin();
  for (const std::string& built : BuiltRooms()) {
    place = std::find(place, rooms.end(), built);
    ASSERT_NE(place, rooms.end()) << built << " stands elsewhere in layers.txt, or not at all";
  }
}

}  // namespace
}  // namespace regimen::tests
