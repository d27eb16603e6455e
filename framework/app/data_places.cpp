#include "framework/app/data_places.hpp"

namespace regimen::app {

std::vector<std::filesystem::path> DataPlaces::ReadingOrder() const {
  std::vector<std::filesystem::path> folders;
  for (const std::filesystem::path& folder : {user, bundled}) {
    if (std::filesystem::is_directory(folder)) {
      folders.push_back(folder);
    }
  }
  return folders;
}

DataPlaces FindDataPlaces(const std::filesystem::path& program,
                          const std::filesystem::path& working_folder) {
  DataPlaces places{{}, working_folder / "data" / "user"};
  for (std::filesystem::path folder = program.parent_path(); folder != folder.parent_path();
       folder = folder.parent_path()) {
    if (std::filesystem::is_directory(folder / "data" / "bundled")) {
      return {folder / "data" / "bundled", folder / "data" / "user"};
    }
    const std::filesystem::path shared = folder / "share" / "regimen" / "data" / "bundled";
    if (std::filesystem::is_directory(shared)) {
      places.bundled = shared;
      return places;
    }
  }
  return places;
}

std::filesystem::path ProgramFile() { return std::filesystem::read_symlink("/proc/self/exe"); }

}  // namespace regimen::app
