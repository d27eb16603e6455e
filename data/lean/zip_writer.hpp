#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace regimen::lean {

// Writes the zip files of LEAN's layout: one deflated entry each.
//
// The same content gives the same bytes: the entry carries the fixed date 1980-01-01. One writer is
// reused for many files; it is not thread-safe, separate writers are independent.
class ZipWriter {
 public:
  // `level` is the effort of compression, 1 (fast) to 12 (small).
  explicit ZipWriter(int level = 6);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  // Returns the bytes of a zip file whose only entry has this name and content. Requires a content
  // below 2 GiB and a name below 64 KiB; throws ArgumentError otherwise.
  std::string Pack(std::string_view entry_name, std::string_view content);

  // Writes such a file, replacing what is there; creates the folders that are missing. Throws
  // DataError naming the file when it cannot be written.
  void Write(const std::filesystem::path& file, std::string_view entry_name,
             std::string_view content);

 private:
  struct Release {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Release> compressor_;
};

}  // namespace regimen::lean
