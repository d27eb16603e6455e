#include "data/lean/zip_writer.hpp"

#include <fstream>
#include <initializer_list>
#include <system_error>

#include <libdeflate.h>

#include "data/lean/zip_format.hpp"
#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

constexpr std::uint16_t kVersion = 20;  // 2.0: the first with deflate
constexpr std::uint16_t kNoFlags = 0;
constexpr std::uint16_t kTime = 0;
constexpr std::uint16_t kDate = 1 << 5 | 1;  // 1980-01-01

void Append16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xff);
  out += static_cast<char>(value >> 8 & 0xff);
}

void Append32(std::string& out, std::uint32_t value) {
  Append16(out, value & 0xffff);
  Append16(out, value >> 16);
}

// The fields that the local and the central header have in common, in their order.
void AppendEntry(std::string& out, std::uint32_t crc, std::size_t packed, std::size_t size,
                 std::size_t name_length) {
  for (const std::uint16_t field : {kVersion, kNoFlags, zip::kDeflated, kTime, kDate}) {
    Append16(out, field);
  }
  Append32(out, crc);
  Append32(out, static_cast<std::uint32_t>(packed));
  Append32(out, static_cast<std::uint32_t>(size));
  Append16(out, static_cast<std::uint32_t>(name_length));
  Append16(out, 0);  // no extra field
}

}  // namespace

void ZipWriter::Release::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

ZipWriter::ZipWriter(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ == nullptr) {
    throw ArgumentError("compression level " + std::to_string(level) +
                        " does not exist; expected 1 to 12");
  }
}

ZipWriter::~ZipWriter() = default;

std::string ZipWriter::Pack(std::string_view entry_name, std::string_view content) {
  if (content.size() >= std::size_t{2} << 30 || entry_name.size() > 0xffff) {
    throw ArgumentError("zip entry '" + std::string(entry_name.substr(0, 80)) +
                        "' is too large; expected a content below 2 GiB and a name below 64 KiB");
  }
  std::string packed(libdeflate_deflate_compress_bound(compressor_.get(), content.size()), '\0');
  packed.resize(libdeflate_deflate_compress(compressor_.get(), content.data(), content.size(),
                                            packed.data(), packed.size()));
  const std::uint32_t crc = libdeflate_crc32(0, content.data(), content.size());

  std::string out;
  out.reserve(packed.size() + 2 * entry_name.size() + 256);
  Append32(out, zip::kLocalHeader);
  AppendEntry(out, crc, packed.size(), content.size(), entry_name.size());
  out.append(entry_name).append(packed);

  const std::size_t directory = out.size();
  Append32(out, zip::kCentralHeader);
  Append16(out, kVersion);
  AppendEntry(out, crc, packed.size(), content.size(), entry_name.size());
  Append16(out, 0);  // no comment
  Append16(out, 0);  // disk
  Append16(out, 0);  // internal attributes
  Append32(out, 0);  // external attributes
  Append32(out, 0);  // place of the local header
  out.append(entry_name);

  const std::size_t directory_size = out.size() - directory;
  Append32(out, zip::kEndRecord);
  Append16(out, 0);  // disk
  Append16(out, 0);  // disk of the directory
  Append16(out, 1);  // entries on this disk
  Append16(out, 1);  // entries
  Append32(out, static_cast<std::uint32_t>(directory_size));
  Append32(out, static_cast<std::uint32_t>(directory));
  Append16(out, 0);  // no comment
  return out;
}

void ZipWriter::Write(const std::filesystem::path& file, std::string_view entry_name,
                      std::string_view content) {
  const std::string bytes = Pack(entry_name, content);
  std::error_code error;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    throw DataError(file.string(), 0,
                    "cannot be written; check that the folder exists, is writable and has room");
  }
}

}  // namespace regimen::lean
