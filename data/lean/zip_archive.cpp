#include "data/lean/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "data/lean/zip_format.hpp"
#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

// Little-endian fields of a record whose bytes are known to be there.
class Record {
 public:
  explicit Record(std::string_view bytes) : bytes_(bytes) {}

  std::uint16_t At16(std::size_t offset) const {
    return static_cast<std::uint16_t>(Number(offset, 2));
  }
  std::uint32_t At32(std::size_t offset) const {
    return static_cast<std::uint32_t>(Number(offset, 4));
  }
  std::uint64_t At64(std::size_t offset) const { return Number(offset, 8); }

 private:
  std::uint64_t Number(std::size_t offset, std::size_t width) const {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + i]);
    }
    return value;
  }

  std::string_view bytes_;
};

// The three 64-bit values of an entry, taken from the ZIP64 extra field where the header says so.
struct EntrySizes {
  std::uint64_t size;
  std::uint64_t packed;
  std::uint64_t local_header;
};

// Fills what the header leaves to the ZIP64 extra field, which holds only the fields asked for, in
// this order. Returns false when the field is missing or too short.
bool ReadExtra64(std::string_view extra, EntrySizes& sizes) {
  const std::array fields = {&sizes.size, &sizes.packed, &sizes.local_header};
  const auto in_64 = [](const std::uint64_t* field) { return *field == zip::kIn64; };
  if (std::ranges::none_of(fields, in_64)) return true;
  while (extra.size() >= 4) {
    const Record record(extra);
    const std::size_t length = record.At16(2);
    if (length + 4 > extra.size()) return false;
    if (record.At16(0) == zip::kExtra64) {
      std::size_t offset = 4;
      for (std::uint64_t* field : fields) {
        if (!in_64(field)) continue;
        if (offset + 8 > length + 4) return false;
        *field = record.At64(offset);
        offset += 8;
      }
      return true;
    }
    extra.remove_prefix(length + 4);
  }
  return false;
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, std::string file)
    : bytes_(bytes), file_(std::move(file)), directory_(FindDirectory()) {}

void ZipArchive::Throw(const std::string& problem) const {
  throw DataError(file_, 0, problem + "; fetch or generate the file again");
}

std::size_t ZipArchive::FindEndRecord() const {
  constexpr std::size_t kLongestComment = 0xffff;
  if (bytes_.empty()) Throw("is empty; a zip file was expected");
  if (bytes_.size() >= zip::kEndRecordSize) {
    const std::size_t last = bytes_.size() - zip::kEndRecordSize;
    const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
    for (std::size_t at = last + 1; at-- > first;) {
      const Record record(bytes_.substr(at));
      if (record.At32(0) == zip::kEndRecord &&
          at + zip::kEndRecordSize + record.At16(20) <= bytes_.size()) {
        return at;
      }
    }
  }
  if (bytes_.starts_with("PK\x03\x04")) Throw("is a truncated zip file: its end record is missing");
  Throw("is not a zip file");
}

ZipArchive::Directory ZipArchive::FindDirectory() const {
  const std::size_t end_record = FindEndRecord();
  const Record record(bytes_.substr(end_record));
  const Directory directory =
      ReadDirectory64(end_record, {record.At32(16), record.At32(12), record.At16(10)});
  if (directory.offset > bytes_.size() || directory.size > bytes_.size() - directory.offset) {
    Throw("is a damaged zip file: its directory lies outside the file");
  }
  if (directory.count > directory.size / zip::kCentralHeaderSize) {
    Throw("is a damaged zip file: its directory is too small for the number of entries");
  }
  return directory;
}

// A ZIP64 record is used whenever it is there; old writers add one without need.
ZipArchive::Directory ZipArchive::ReadDirectory64(std::size_t end_record,
                                                  Directory fallback) const {
  if (end_record < zip::kEndLocator64Size) return fallback;
  const Record locator(bytes_.substr(end_record - zip::kEndLocator64Size));
  if (locator.At32(0) != zip::kEndLocator64) return fallback;
  const std::uint64_t at = locator.At64(8);
  if (bytes_.size() < zip::kEndRecord64Size || at > bytes_.size() - zip::kEndRecord64Size) {
    Throw("is a damaged zip file: its ZIP64 end record lies outside the file");
  }
  const Record record(bytes_.substr(at));
  if (record.At32(0) != zip::kEndRecord64) {
    Throw("is a damaged zip file: its ZIP64 end record is missing");
  }
  return {record.At64(48), record.At64(40), record.At64(32)};
}

ZipEntry ZipArchive::ReadEntry(std::size_t& position) const {
  const std::string_view rest =
      bytes_.substr(position, directory_.offset + directory_.size - position);
  const Record record(rest);
  if (rest.size() < zip::kCentralHeaderSize || record.At32(0) != zip::kCentralHeader) {
    Throw("is a damaged zip file: its directory is cut short");
  }
  const std::size_t name_length = record.At16(28);
  const std::size_t extra_length = record.At16(30);
  const std::size_t length = zip::kCentralHeaderSize + name_length + extra_length + record.At16(32);
  if (length > rest.size()) Throw("is a damaged zip file: its directory is cut short");

  EntrySizes sizes{record.At32(24), record.At32(20), record.At32(42)};
  if (!ReadExtra64(rest.substr(zip::kCentralHeaderSize + name_length, extra_length), sizes)) {
    Throw("is a damaged zip file: a ZIP64 size is missing");
  }
  position += length;
  return {.name = rest.substr(zip::kCentralHeaderSize, name_length),
          .packed = PackedBytes(sizes.local_header, sizes.packed),
          .size = sizes.size,
          .crc32 = record.At32(16),
          .method = record.At16(10),
          .encrypted = (record.At16(8) & zip::kEncryptedFlag) != 0};
}

// The local header's own sizes are not looked at: they are zero in files written as a stream.
std::string_view ZipArchive::PackedBytes(std::uint64_t local_header,
                                         std::uint64_t packed_size) const {
  if (bytes_.size() < zip::kLocalHeaderSize ||
      local_header > bytes_.size() - zip::kLocalHeaderSize) {
    Throw("is a damaged zip file: an entry lies outside the file");
  }
  const Record record(bytes_.substr(local_header));
  if (record.At32(0) != zip::kLocalHeader) {
    Throw("is a damaged zip file: an entry is not where the directory says");
  }
  const std::uint64_t start =
      local_header + zip::kLocalHeaderSize + record.At16(26) + record.At16(28);
  if (start > bytes_.size() || packed_size > bytes_.size() - start) {
    Throw("is a damaged zip file: an entry reaches beyond the end of the file");
  }
  return bytes_.substr(start, packed_size);
}

ZipEntry ZipArchive::First() const {
  std::size_t position = directory_.offset;
  for (std::uint64_t i = 0; i < directory_.count; ++i) {
    const ZipEntry entry = ReadEntry(position);
    if (!entry.name.ends_with('/')) return entry;
  }
  Throw("is a zip file without entries; a csv entry was expected");
}

std::optional<ZipEntry> ZipArchive::Find(std::string_view name) const {
  std::size_t position = directory_.offset;
  for (std::uint64_t i = 0; i < directory_.count; ++i) {
    const ZipEntry entry = ReadEntry(position);
    if (entry.name == name) return entry;
  }
  return std::nullopt;
}

std::vector<ZipEntry> ZipArchive::Entries() const {
  std::vector<ZipEntry> entries;
  entries.reserve(directory_.count);
  std::size_t position = directory_.offset;
  for (std::uint64_t i = 0; i < directory_.count; ++i) entries.push_back(ReadEntry(position));
  return entries;
}

}  // namespace regimen::lean
