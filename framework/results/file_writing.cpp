#include "framework/results/file_writing.hpp"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

[[noreturn]] void Fail(const std::filesystem::path& file, const std::string& reason) {
  throw DataError(file.string(), 0,
                  "it cannot be written: " + reason +
                      ". Choose another folder (--results-destination-folder) or make room.");
}

}  // namespace

void MakeFolder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) Fail(folder, error.message());
}

void WriteFileAtomically(const std::filesystem::path& file, std::string_view content) {
  std::filesystem::path part = file;
  part += ".part";
  std::ofstream stream(part, std::ios::binary | std::ios::trunc);
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  std::error_code error;
  if (!stream) {
    error = std::error_code(errno, std::generic_category());
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    Fail(file, error.message());
  }
  std::filesystem::rename(part, file, error);
  if (error) Fail(file, error.message());
}

}  // namespace regimen
