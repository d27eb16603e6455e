#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/lean/byte_buffer.hpp"

namespace regimen::lean {

// Reads the whole of `path` into `buffer` and returns a view of it, valid until the buffer's next
// use. Returns nullopt when there is no such file. Throws DataError when it cannot be read: a
// folder, no permission, an I/O error, or more than 2 GiB.
std::optional<std::string_view> ReadFile(const std::string& path, ByteBuffer& buffer);

}  // namespace regimen::lean
