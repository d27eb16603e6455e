#include "data/lean/zip_reader.hpp"

#include <new>

#include <libdeflate.h>

#include "data/lean/file_reader.hpp"
#include "data/lean/zip_format.hpp"
#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

constexpr std::size_t kLargestContent = std::size_t{2} << 30;
// Deflate's shortest code is a 258-byte match in two bits.
constexpr std::size_t kLargestRatio = 1032;

[[noreturn]] void ThrowUnreadable(const std::string& file, const ZipEntry& entry,
                                  const std::string& problem) {
  throw DataError(file, 0, "zip entry '" + std::string(entry.name) + "' " + problem);
}

void CheckSize(const ZipEntry& entry, const std::string& file) {
  if (entry.size > kLargestContent) {
    ThrowUnreadable(file, entry, "claims to be larger than 2 GiB; no data file is");
  }
  const std::size_t most =
      entry.method == zip::kStored ? entry.packed.size() : entry.packed.size() * kLargestRatio;
  if (entry.size > most) {
    ThrowUnreadable(file, entry,
                    "claims " + std::to_string(entry.size) + " bytes, more than its " +
                        std::to_string(entry.packed.size()) +
                        " compressed bytes can hold; fetch or generate the file again");
  }
}

void CheckContent(std::string_view content, const ZipEntry& entry, const std::string& file) {
  if (content.size() != entry.size ||
      libdeflate_crc32(0, content.data(), content.size()) != entry.crc32) {
    ThrowUnreadable(file, entry,
                    "is damaged: its checksum does not match; fetch or generate the file again");
  }
}

}  // namespace

void ZipReader::Release::operator()(libdeflate_decompressor* decompressor) const {
  libdeflate_free_decompressor(decompressor);
}

ZipReader::ZipReader() : decompressor_(libdeflate_alloc_decompressor()) {
  if (decompressor_ == nullptr) throw std::bad_alloc();
}

ZipReader::~ZipReader() = default;

ZipReader& ZipReader::ForThisThread() {
  // Scratch memory only: no result depends on what a thread read before.
  thread_local ZipReader reader;
  return reader;
}

std::optional<std::string_view> ZipReader::ReadFirstEntry(const std::string& path) {
  const auto bytes = ReadFile(path, file_bytes_);
  if (!bytes) return std::nullopt;
  return Inflate(ZipArchive(*bytes, path).First(), path);
}

std::optional<std::string_view> ZipReader::ReadEntry(const std::string& path,
                                                     std::string_view name) {
  const auto bytes = ReadFile(path, file_bytes_);
  if (!bytes) return std::nullopt;
  const auto entry = ZipArchive(*bytes, path).Find(name);
  if (!entry) throw DataError(path, 0, "has no entry '" + std::string(name) + "'");
  return Inflate(*entry, path);
}

std::string_view ZipReader::Inflate(const ZipEntry& entry, const std::string& file) {
  if (entry.encrypted) {
    ThrowUnreadable(file, entry, "is encrypted; store the file without a password");
  }
  if (entry.method != zip::kStored && entry.method != zip::kDeflated) {
    ThrowUnreadable(file, entry,
                    "is compressed by method " + std::to_string(entry.method) +
                        "; expected deflate (8) or stored (0), as usual zip programs write");
  }
  CheckSize(entry, file);
  const std::string_view content =
      entry.method == zip::kStored ? entry.packed : InflateDeflated(entry, file);
  CheckContent(content, entry, file);
  return content;
}

std::string_view ZipReader::InflateDeflated(const ZipEntry& entry, const std::string& file) {
  char* const out = content_.Resize(entry.size);
  std::size_t size = 0;
  const libdeflate_result result = libdeflate_deflate_decompress(
      decompressor_.get(), entry.packed.data(), entry.packed.size(), out, entry.size, &size);
  if (result == LIBDEFLATE_INSUFFICIENT_SPACE) {
    ThrowUnreadable(file, entry,
                    "holds more than the " + std::to_string(entry.size) +
                        " bytes it claims; fetch or generate the file again");
  }
  if (result != LIBDEFLATE_SUCCESS) {
    ThrowUnreadable(file, entry, "is damaged; fetch or generate the file again");
  }
  return {out, size};
}

}  // namespace regimen::lean
