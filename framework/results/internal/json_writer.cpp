#include "framework/results/internal/json_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "framework/orders/json_text.hpp"

namespace regimen {
namespace {

constexpr std::string_view kPunctuation = "{}[],:";

// ASCII without anything to escape: nearly all that is ever written.
bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

}  // namespace

JsonWriter& JsonWriter::Begin(char bracket) {
  Separate();
  text_ += bracket;
  has_entries_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::End(char bracket) {
  const bool had_entries = has_entries_.back();
  has_entries_.pop_back();
  if (had_entries) NewLine();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Separate();
  AppendString(name);
  EndKey();
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view text) {
  Separate();
  AppendString(text);
  return *this;
}

void JsonWriter::AppendString(std::string_view text) {
  if (!IsPlain(text)) {
    text_ += JsonString(text);
    return;
  }
  text_ += '"';
  text_ += text;
  text_ += '"';
}

JsonWriter& JsonWriter::Number(Decimal value) { return Raw(JsonNumber(value)); }

JsonWriter& JsonWriter::Integer(std::int64_t value) { return Raw(std::to_string(value)); }

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::Embed(std::string_view json) {
  std::size_t token = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (kPunctuation.find(c) == std::string_view::npos) continue;
    // What stands between punctuation is a value or a key, copied as it is.
    if (i > token) Raw(json.substr(token, i - token));
    token = i + 1;
    Punctuate(c);
  }
  if (json.size() > token) Raw(json.substr(token));
  return *this;
}

void JsonWriter::Punctuate(char c) {
  if (c == '{' || c == '[') Begin(c);
  if (c == '}' || c == ']') End(c);
  if (c == ':') EndKey();
}

void JsonWriter::EndKey() {
  text_ += style_ == Style::Indented ? ": " : ":";
  after_key_ = true;
}

std::string JsonWriter::Take() { return std::exchange(text_, std::string()); }

void JsonWriter::Separate() {
  if (std::exchange(after_key_, false) || has_entries_.empty()) return;
  if (has_entries_.back()) text_ += ',';
  has_entries_.back() = true;
  NewLine();
}

void JsonWriter::NewLine() {
  if (style_ == Style::Compact) return;
  text_ += '\n';
  text_.append(2 * has_entries_.size(), ' ');
}

}  // namespace regimen
