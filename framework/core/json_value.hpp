// A JSON text as a tree.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regimen {

// One value of a JSON text. Numbers keep the digits they were written with, so that a decimal loses
// nothing; the members of an object keep their order. A plain value.
struct JsonValue {
  enum class Kind { Null, Boolean, Number, String, Array, Object };

  Kind kind = Kind::Null;
  std::string name;  // its key, when it is a member of an object
  std::string text;  // of a string its characters, of a number or boolean how it was written
  std::vector<JsonValue> children;  // of an array or object
  std::size_t line = 0;             // where it begins in the text, from 1 on

  bool IsNull() const { return kind == Kind::Null; }
  bool IsString() const { return kind == Kind::String; }
  bool IsObject() const { return kind == Kind::Object; }
  bool IsArray() const { return kind == Kind::Array; }

  // Returns: the member `key`, the last one if it stands there twice (as in .NET), or null.
  // O(members).
  const JsonValue* Find(std::string_view key) const;
};

// Reads JSON in which // and /* */ comments, a comma after the last element and a byte-order mark
// are allowed (LEAN's files use them). `file` names the text in errors. Throws DataError with file
// and line when the text is no such JSON, goes on after its value, or nests deeper than 64 levels.
// `first_line` is where the text begins, if it is a part of the file. O(text).
JsonValue ParseJson(std::string_view text, const std::string& file, std::size_t first_line = 1);

}  // namespace regimen
