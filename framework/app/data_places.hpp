// Where the program's own data lies.
#pragma once

#include <filesystem>
#include <vector>

namespace regimen::app {

// The bundled data are found from the program's own file, so that they need no configuration: in a
// checkout in data/bundled of a folder above the program, after an installation in
// share/regimen/data/bundled. Own data (`regimen data import`) are in data/user of the checkout,
// else of the working folder.
struct DataPlaces {
  std::filesystem::path bundled;  // empty: none found
  std::filesystem::path user;

  // Returns: what a backtest reads by default, own data before bundled; only folders that exist.
  std::vector<std::filesystem::path> ReadingOrder() const;
};

DataPlaces FindDataPlaces(const std::filesystem::path& program,
                          const std::filesystem::path& working_folder);

// Returns: the running program's file.
std::filesystem::path ProgramFile();

}  // namespace regimen::app
