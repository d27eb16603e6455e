#include "tests/benchmark/pure_reading.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include "data/lean/zip_archive.hpp"
#include "tests/benchmark/stopwatch.hpp"

namespace regimen::bench {

namespace {

using Decompressor =
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;

std::vector<std::string> ZipFilesBelow(const std::filesystem::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".zip") files.push_back(entry.path().string());
  }
  return files;
}

std::string_view ReadWhole(const std::string& file, std::vector<char>& buffer) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw std::runtime_error(file + " cannot be opened");
  std::size_t size = 0;
  for (;;) {
    if (size == buffer.size()) buffer.resize(2 * buffer.size() + 4096);
    const ::ssize_t got = ::read(descriptor, buffer.data() + size, buffer.size() - size);
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  ::close(descriptor);
  return {buffer.data(), size};
}

// Every run of digits is a number; whatever else there is separates them.
std::size_t ParseNumbers(std::string_view text, std::vector<std::int64_t>& numbers) {
  constexpr unsigned kTen = 10;
  if (numbers.size() < text.size()) numbers.resize(text.size());
  std::int64_t* out = numbers.data();
  std::size_t rows = 0;
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    std::int64_t value = 0;
    for (unsigned digit = 0; p < end && (digit = static_cast<unsigned>(*p - '0')) < kTen; ++p) {
      value = value * kTen + digit;
    }
    *out++ = value;
    rows += p == end || *p == '\n';
    ++p;
  }
  return rows;
}

}  // namespace

PureReading ReadPurely(const std::filesystem::path& folder) {
  const std::vector<std::string> files = ZipFilesBelow(folder);
  const Decompressor decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::vector<char> packed;
  std::vector<char> text;
  std::vector<std::int64_t> numbers;
  PureReading reading;
  reading.files = files.size();
  const double begin = Seconds();
  for (const std::string& file : files) {
    const lean::ZipEntry entry = lean::ZipArchive(ReadWhole(file, packed), file).First();
    if (text.size() < entry.size) text.resize(entry.size);
    const auto result =
        libdeflate_deflate_decompress(decompressor.get(), entry.packed.data(), entry.packed.size(),
                                      text.data(), entry.size, nullptr);
    if (result != LIBDEFLATE_SUCCESS) throw std::runtime_error(file + " cannot be unpacked");
    reading.rows += ParseNumbers({text.data(), entry.size}, numbers);
    reading.bytes += entry.size;
  }
  reading.seconds = Seconds() - begin;
  return reading;
}

}  // namespace regimen::bench
