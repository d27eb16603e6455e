#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace regimen::generator {

// Builds the text of a csv file row by row. Rows are separated, not ended, by a line feed, as in
// LEAN's files. Reused from file to file without allocating. Not thread-safe.
class RowText {
 public:
  void Add(std::initializer_list<std::int64_t> numbers) {
    StartRow();
    bool is_first = true;
    for (const std::int64_t number : numbers) {
      if (!is_first) text_ += ',';
      is_first = false;
      Append(number);
    }
  }

  void Add(std::string_view label, std::initializer_list<std::int64_t> numbers) {
    StartRow();
    text_ += label;
    for (const std::int64_t number : numbers) {
      text_ += ',';
      Append(number);
    }
  }

  void Clear() {
    text_.clear();
    rows_ = 0;
  }

  const std::string& Text() const { return text_; }
  std::size_t Rows() const { return rows_; }

 private:
  void StartRow() {
    if (rows_ > 0) text_ += '\n';
    ++rows_;
  }

  void Append(std::int64_t number) {
    std::array<char, 20> digits;
    text_.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number).ptr);
  }

  std::string text_;
  std::size_t rows_ = 0;
};

}  // namespace regimen::generator
