#include "data/lean/file_reader.hpp"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

constexpr std::int64_t kLargestFile = std::int64_t{2} << 30;

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int Value() const { return value_; }

 private:
  int value_;
};

[[noreturn]] void ThrowUnreadable(const std::string& path, int error) {
  throw DataError(path, 0,
                  "cannot be read: " + std::generic_category().message(error) +
                      "; check the file's permissions and the disk");
}

std::size_t SizeOf(const Descriptor& file, const std::string& path) {
  struct stat status = {};
  if (::fstat(file.Value(), &status) != 0) ThrowUnreadable(path, errno);
  if (!S_ISREG(status.st_mode)) throw DataError(path, 0, "is not a file; a data file was expected");
  if (status.st_size > kLargestFile) {
    throw DataError(path, 0, "is larger than 2 GiB; no data file of this layout is");
  }
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

std::optional<std::string_view> ReadFile(const std::string& path, ByteBuffer& buffer) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.Value() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    ThrowUnreadable(path, errno);
  }
  const std::size_t size = SizeOf(file, path);
  char* const bytes = buffer.Resize(size);
  std::size_t count = 0;
  while (count < size) {
    const ssize_t got = ::read(file.Value(), bytes + count, size - count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) ThrowUnreadable(path, errno);
    if (got == 0) break;  // the file has shrunk meanwhile
    count += static_cast<std::size_t>(got);
  }
  return std::string_view(bytes, count);
}

}  // namespace regimen::lean
