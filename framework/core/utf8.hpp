#pragma once

#include <string>
#include <string_view>

namespace regimen {

// The text as UTF-8: each byte, or start of a character, that is none becomes U+FFFD, as .NET reads
// such bytes and as the Unicode standard advises (section 3.9, "maximal subpart"). Valid text comes
// back as it is. O(n).
std::string ValidUtf8(std::string_view text);

}  // namespace regimen
