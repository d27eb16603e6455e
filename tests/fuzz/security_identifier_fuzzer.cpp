// Any text: either an identifier that prints the same text and comes back, or none.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "framework/core/security_identifier.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto id = regimen::SecurityIdentifier::TryParse(text);
  if (!id) return 0;
  const auto again = regimen::SecurityIdentifier::TryParse(id->ToString());
  if (!again || *again != *id || again->Date() != id->Date()) std::abort();
  return 0;
}
