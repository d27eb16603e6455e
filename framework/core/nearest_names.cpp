#include "framework/core/nearest_names.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace regimen {

namespace {

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') {
      letter = static_cast<char>(letter - 'A' + 'a');
    }
  }
  return lower;
}

// Levenshtein's distance: insertions, deletions and replacements of one letter.
std::size_t EditDistance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

bool Resembles(std::string_view name, std::string_view candidate, std::size_t distance) {
  constexpr std::size_t kShortestPart = 3;  // below that almost every name is contained in another
  const bool contained = std::min(name.size(), candidate.size()) >= kShortestPart &&
                         (name.find(candidate) != std::string_view::npos ||
                          candidate.find(name) != std::string_view::npos);
  return contained || distance <= std::max<std::size_t>(2, name.size() / 3);
}

}  // namespace

std::vector<std::string> NearestNames(std::string_view name,
                                      std::span<const std::string> candidates, std::size_t count) {
  const std::string wanted = LowerCase(name);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : candidates) {
    const std::string known = LowerCase(candidate);
    const std::size_t distance = EditDistance(wanted, known);
    if (Resembles(wanted, known, distance)) {
      near.emplace_back(distance, candidate);
    }
  }
  std::sort(near.begin(), near.end());
  near.resize(std::min(near.size(), count));
  std::vector<std::string> names;
  names.reserve(near.size());
  for (auto& [distance, candidate] : near) {
    names.push_back(std::move(candidate));
  }
  return names;
}

std::string DidYouMean(std::string_view name, std::span<const std::string> candidates) {
  const std::vector<std::string> names = NearestNames(name, candidates);
  if (names.empty()) {
    return {};
  }
  std::string text = " Did you mean " + names.front();
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += (i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  return text + "?";
}

}  // namespace regimen
