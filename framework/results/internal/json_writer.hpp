#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/decimal.hpp"

namespace regimen {

// Writes one JSON text the way Newtonsoft does: compact, or indented by two spaces. Decimals keep
// their scale and have at least one place. Requires: calls that make a well-formed text.
class JsonWriter {
 public:
  enum class Style { Compact, Indented };

  explicit JsonWriter(Style style) : style_(style) {}

  JsonWriter& BeginObject() { return Begin('{'); }
  JsonWriter& EndObject() { return End('}'); }
  JsonWriter& BeginArray() { return Begin('['); }
  JsonWriter& EndArray() { return End(']'); }
  JsonWriter& Key(std::string_view name);

  JsonWriter& String(std::string_view text);
  JsonWriter& Number(Decimal value);
  JsonWriter& Integer(std::int64_t value);
  JsonWriter& Bool(bool value) { return Raw(value ? "true" : "false"); }
  JsonWriter& Null() { return Raw("null"); }
  // JSON that is written as it stands, on one line.
  JsonWriter& Raw(std::string_view json);
  // Compact JSON that is laid out in this writer's style.
  JsonWriter& Embed(std::string_view json);

  // Returns the text; the writer is empty afterwards.
  std::string Take();

 private:
  JsonWriter& Begin(char bracket);
  JsonWriter& End(char bracket);
  // Comma, line and indentation before a value or a key.
  void Separate();
  void NewLine();
  void AppendString(std::string_view text);
  void EndKey();
  void Punctuate(char c);

  Style style_;
  std::string text_;
  // Whether each open object or array has an entry.
  std::vector<bool> has_entries_;
  bool after_key_ = false;
};

}  // namespace regimen
