// Any bytes: either entries that inflate to the size they claim, or a DataError that names the
// file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "data/lean/zip_archive.hpp"
#include "data/lean/zip_reader.hpp"
#include "framework/core/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const regimen::lean::ZipArchive archive(bytes, "fuzzed.zip");
    for (const auto& entry : archive.Entries()) {
      const auto content = regimen::lean::ZipReader::ForThisThread().Inflate(entry, "fuzzed.zip");
      if (content.size() != entry.size) std::abort();
    }
  } catch (const regimen::DataError& error) {
    if (error.File() != "fuzzed.zip") std::abort();
  }
  return 0;
}
