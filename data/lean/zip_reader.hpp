#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "data/lean/byte_buffer.hpp"
#include "data/lean/zip_archive.hpp"

struct libdeflate_decompressor;

namespace regimen::lean {

// Reads entries of zip files into memory that is reused from file to file.
//
// Content is checked against its CRC-32 and its stated size. Throws DataError naming the file: not
// a readable zip (ZipArchive), encrypted, compressed otherwise than by deflate, damaged, or
// claiming a size that its compressed bytes cannot have. Memory is bounded by 1032 times the
// compressed size (the most deflate can do) and by 2 GiB.
//
// A view that is returned is valid until the reader's next call. Not thread-safe: ForThisThread
// gives each thread its own.
class ZipReader {
 public:
  ZipReader();
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  static ZipReader& ForThisThread();

  // The content of the first entry, whatever its name: LEAN never looks at it. nullopt when there
  // is no such file.
  std::optional<std::string_view> ReadFirstEntry(const std::string& path);
  // The content of the entry of this name. nullopt when there is no such file; DataError when the
  // file has no such entry.
  std::optional<std::string_view> ReadEntry(const std::string& path, std::string_view name);
  // The content of an entry of an archive in memory; `file` is only named in errors.
  std::string_view Inflate(const ZipEntry& entry, const std::string& file);

 private:
  struct Release {
    void operator()(libdeflate_decompressor* decompressor) const;
  };

  std::string_view InflateDeflated(const ZipEntry& entry, const std::string& file);

  std::unique_ptr<libdeflate_decompressor, Release> decompressor_;
  ByteBuffer file_bytes_;
  ByteBuffer content_;
};

}  // namespace regimen::lean
