#include "tests/parity/traces/trace_writer.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "tests/parity/traces/trace_text.hpp"

namespace regimen::parity {

void TraceWriter::Show(std::string line) {
  FlushHidden();
  lines_.push_back(std::move(line));
}

void TraceWriter::Hide(std::string_view line, DateTime minute) {
  if (minute != hidden_minute_) {
    FlushHidden();
    hidden_minute_ = minute;
  }
  ++hidden_count_;
  const auto mix = [this](char byte) {
    hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * kFnvPrime;
  };
  for (const char byte : line) mix(byte);
  mix('\n');
}

void TraceWriter::Save(const std::string& file) {
  FlushHidden();
  std::ofstream stream(file, std::ios::binary);
  for (const std::string& line : lines_) stream << line << '\n';
  stream.close();
  if (!stream)
    throw std::runtime_error(file + " cannot be written; name a folder with trace-folder");
}

void TraceWriter::FlushHidden() {
  if (hidden_count_ == 0) return;
  std::array<char, 17> hash{};
  std::snprintf(hash.data(), hash.size(), "%016llx", static_cast<unsigned long long>(hash_));
  lines_.push_back("~ " + Stamp(hidden_minute_) + " n=" + std::to_string(hidden_count_) +
                   " fnv=" + hash.data());
  hidden_count_ = 0;
  hash_ = kFnvBasis;
}

}  // namespace regimen::parity
