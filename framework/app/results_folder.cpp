#include "framework/app/results_folder.hpp"

#include <array>
#include <ctime>
#include <fstream>
#include <system_error>

#include "framework/core/error.hpp"

namespace regimen::app {

namespace {

constexpr const char* kKey = "results-destination-folder";

std::string Stamp(std::chrono::system_clock::time_point now) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm local{};
  localtime_r(&seconds, &local);
  std::array<char, sizeof("yyyyMMdd-HHmmss")> text{};
  std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &local);
  return text.data();
}

[[noreturn]] void Fail(const std::filesystem::path& folder, const std::error_code& error) {
  throw ConfigError(kKey, folder.string() + " cannot be made (" + error.message() +
                              "); name a folder that you may write to");
}

// A link that is replaced in one step: whoever reads it finds the old target or the new one.
void PointLatest(const std::filesystem::path& base, const std::filesystem::path& target) {
  const std::filesystem::path next = base / (".latest-" + target.filename().string());
  std::error_code error;
  std::filesystem::create_directory_symlink(target.filename(), next, error);
  if (!error) {
    std::filesystem::rename(next, base / "latest", error);
  }
  if (error) {
    Fail(base / "latest", error);
  }
}

}  // namespace

void MakeNamedResultsFolder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    Fail(folder, error);
  }
  // Found out before the run, not after it.
  const std::filesystem::path probe = folder / ".regimen-probe";
  if (!std::ofstream(probe)) {
    Fail(folder, std::make_error_code(std::errc::permission_denied));
  }
  std::filesystem::remove(probe, error);
}

std::filesystem::path MakeResultsFolder(const std::filesystem::path& base, const std::string& name,
                                        std::chrono::system_clock::time_point now) {
  MakeNamedResultsFolder(base);
  const std::string stem = Stamp(now) + "-" + name;
  std::filesystem::path folder = base / stem;
  std::error_code error;
  for (int number = 2; !std::filesystem::create_directory(folder, error); ++number) {
    if (error) {
      Fail(folder, error);
    }
    folder = base / (stem + "-" + std::to_string(number));
  }
  PointLatest(base, folder);
  return folder;
}

}  // namespace regimen::app
