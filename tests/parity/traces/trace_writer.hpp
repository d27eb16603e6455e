#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"

namespace regimen::parity {

// Collects the lines of a trace. Lines that a trace does not show are counted and hashed (FNV-1a,
// 64 bits, over the line and its line feed) and leave one line "~ MINUTE n=COUNT fnv=HASH" for each
// minute and each gap between lines that are shown.
class TraceWriter {
 public:
  void Show(std::string line);
  // `minute` is the UTC minute the line belongs to.
  void Hide(std::string_view line, DateTime minute);
  // Adds a line after the others without ending a run of hidden ones.
  void Append(std::string line) { lines_.push_back(std::move(line)); }
  // Writes all lines; throws std::runtime_error naming the file when that fails.
  void Save(const std::string& file);

 private:
  static constexpr std::uint64_t kFnvBasis = 14695981039346656037U;
  static constexpr std::uint64_t kFnvPrime = 1099511628211U;

  void FlushHidden();

  std::vector<std::string> lines_;
  int hidden_count_ = 0;
  std::uint64_t hash_ = kFnvBasis;
  DateTime hidden_minute_;
};

}  // namespace regimen::parity
