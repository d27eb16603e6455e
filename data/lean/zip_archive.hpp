#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regimen::lean {

// One entry of a zip file's directory. Views into the archive's bytes.
struct ZipEntry {
  std::string_view name;
  // Bytes of the entry as they stand in the file, compressed or not.
  std::string_view packed;
  // Size of the content; nothing but a claim until it is inflated.
  std::size_t size = 0;
  std::uint32_t crc32 = 0;
  std::uint16_t method = 0;
  bool encrypted = false;
};

// The directory of a zip file that is in memory (PKWARE APPNOTE, ZIP64 included: LEAN's files carry
// ZIP64 size fields whatever their size).
//
// Every offset and size is checked against the bytes there are. Throws DataError naming the file:
// no end record (empty, truncated or no zip), a directory outside the file, a header that is none.
// Immutable; keeps views of `bytes`, which must outlive the archive and its entries.
class ZipArchive {
 public:
  ZipArchive(std::string_view bytes, std::string file);

  // The first entry that is a file, not a folder. Throws DataError when there is none.
  ZipEntry First() const;
  // nullopt when no entry has this name.
  std::optional<ZipEntry> Find(std::string_view name) const;
  // All entries in the directory's order, folders included.
  std::vector<ZipEntry> Entries() const;

  const std::string& File() const { return file_; }

 private:
  struct Directory {
    std::size_t offset = 0;
    std::size_t size = 0;
    std::uint64_t count = 0;
  };

  Directory FindDirectory() const;
  std::size_t FindEndRecord() const;
  Directory ReadDirectory64(std::size_t end_record, Directory fallback) const;
  // Reads the header at `position` and moves past it.
  ZipEntry ReadEntry(std::size_t& position) const;
  std::string_view PackedBytes(std::uint64_t local_header, std::uint64_t packed_size) const;
  [[noreturn]] void Throw(const std::string& problem) const;

  std::string_view bytes_;
  std::string file_;
  Directory directory_;
};

}  // namespace regimen::lean
