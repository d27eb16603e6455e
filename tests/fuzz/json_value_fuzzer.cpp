// Any bytes: either a tree no deeper than 64 levels and no larger than the text, or a DataError
// with a line that the text has.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "framework/core/error.hpp"
#include "framework/core/json_value.hpp"

namespace {

std::size_t CountValues(const regimen::JsonValue& value, std::size_t depth) {
  if (depth > 65) {
    std::abort();
  }
  std::size_t count = 1;
  for (const regimen::JsonValue& child : value.children) {
    count += CountValues(child, depth + 1);
  }
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  try {
    if (CountValues(regimen::ParseJson(text, "fuzzed.json"), 0) > size) {
      std::abort();
    }
  } catch (const regimen::DataError& error) {
    if (error.Line() == 0 || error.Line() > lines) {
      std::abort();
    }
  }
  return 0;
}
