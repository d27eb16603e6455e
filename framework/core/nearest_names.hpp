// Which known names a mistyped one may have meant.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regimen {

// Returns: up to `count` of `candidates` that resemble `name`, the nearest first, ties in
// alphabetical order; empty when none does. Upper and lower case count as equal; one name may
// contain the other. O(candidates x length squared).
std::vector<std::string> NearestNames(std::string_view name,
                                      std::span<const std::string> candidates,
                                      std::size_t count = 3);

// Returns: " Did you mean A, B or C?" for a message, or nothing when no candidate resembles `name`.
std::string DidYouMean(std::string_view name, std::span<const std::string> candidates);

}  // namespace regimen
