// A JSON text for tests: read strictly, then walked by `json["key"][0].Text()`, where whatever is
// absent or of another kind is an error with the name and line of the value.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/core/json_value.hpp"

namespace regimen::tests {

// A view of one value of a JsonValue's tree, which must outlive it. Cheap to copy. Every access
// that the value does not allow throws std::runtime_error.
class Json {
 public:
  explicit Json(const JsonValue& value) : value_(&value) {}
  explicit Json(const JsonValue&&) = delete;  // nothing would own the tree

  // The member `key` of an object, the item `index` of an array. O(members), O(1).
  Json operator[](std::string_view key) const {
    const JsonValue* member = Checked(JsonValue::Kind::Object, "object").Find(key);
    if (member == nullptr) Fail("has no member '" + std::string(key) + "'");
    return Json(*member);
  }
  Json operator[](std::size_t index) const {
    const std::vector<JsonValue>& items = Checked(JsonValue::Kind::Array, "array").children;
    if (index >= items.size()) Fail("has no item " + std::to_string(index));
    return Json(items[index]);
  }
  bool Has(std::string_view key) const {
    return Checked(JsonValue::Kind::Object, "object").Find(key) != nullptr;
  }

  // In the order of the text.
  std::vector<Json> Items() const { return Children(Checked(JsonValue::Kind::Array, "array")); }
  std::vector<Json> Members() const { return Children(Checked(JsonValue::Kind::Object, "object")); }

  JsonValue::Kind Kind() const { return value_->kind; }
  const std::string& Name() const { return value_->name; }  // empty if it is no member
  // A string's characters, a number as it was written.
  const std::string& Text() const {
    if (!value_->IsString() && Kind() != JsonValue::Kind::Number) Fail("is no string or number");
    return value_->text;
  }
  // Of a number, or of a string that holds one.
  Decimal Number() const { return Decimal::Parse(Text()); }
  int Integer() const { return std::stoi(Text()); }
  bool Boolean() const { return Checked(JsonValue::Kind::Boolean, "boolean").text == "true"; }

 private:
  const JsonValue& Checked(JsonValue::Kind kind, const char* name) const {
    if (value_->kind != kind) Fail(std::string("is no ") + name);
    return *value_;
  }
  static std::vector<Json> Children(const JsonValue& value) {
    std::vector<Json> children;
    children.reserve(value.children.size());
    for (const JsonValue& child : value.children) children.emplace_back(child);
    return children;
  }
  [[noreturn]] void Fail(const std::string& what) const {
    throw std::runtime_error("JSON value '" + Name() + "' in line " + std::to_string(value_->line) +
                             " " + what);
  }

  const JsonValue* value_;
};

// The tree of a text that other programs read too: unlike ParseJson it takes no comment, no comma
// after the last element and no byte-order mark. Throws DataError from ParseJson,
// std::runtime_error.
inline JsonValue ParseStrictJson(const std::string& text, const std::string& file) {
  JsonValue value = ParseJson(text, file);
  bool in_string = false;
  char before = ' ';  // the last character that is no space
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    if (in_string) {
      if (letter == '\\') ++i;
      if (letter == '"') in_string = false;
      continue;
    }
    const bool last_comma = before == ',' && (letter == ']' || letter == '}');
    if (last_comma || letter == '/' || letter == '\xEF') {
      throw std::runtime_error(file + " is no strict JSON at byte " + std::to_string(i));
    }
    in_string = letter == '"';
    if (letter != ' ' && letter != '\n' && letter != '\r' && letter != '\t') before = letter;
  }
  return value;
}

}  // namespace regimen::tests
