#include "framework/core/json_value.hpp"

#include <algorithm>
#include <utility>

// Not document.h: its GenericStringRef does not compile with clang 19.
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "framework/core/error.hpp"

namespace regimen {

namespace {

// The text as a stream that knows on which line it is.
class LineStream : public rapidjson::MemoryStream {
 public:
  LineStream(std::string_view text, std::size_t line)
      : MemoryStream(text.data(), text.size()), line_(line) {}

  Ch Take() {
    const Ch letter = MemoryStream::Take();
    line_ += letter == '\n' ? 1U : 0U;
    return letter;
  }
  std::size_t Line() const { return line_; }

 private:
  std::size_t line_;
};

// Builds the tree from the reader's events; a false return ends the reading.
class TreeBuilder {
 public:
  static constexpr std::size_t kDeepest = 64;

  explicit TreeBuilder(const LineStream& stream) : stream_(stream) {}

  bool Null() { return Add(JsonValue::Kind::Null, {}); }
  bool Bool(bool value) { return Add(JsonValue::Kind::Boolean, value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return Add(JsonValue::Kind::Number, {text, size});
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return Add(JsonValue::Kind::String, {text, size});
  }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    key_.assign(text, size);
    return true;
  }
  bool StartObject() { return Open(JsonValue::Kind::Object); }
  bool EndObject(rapidjson::SizeType /*count*/) { return Close(); }
  bool StartArray() { return Open(JsonValue::Kind::Array); }
  bool EndArray(rapidjson::SizeType /*count*/) { return Close(); }

  // The reader gives numbers as text (kParseNumbersAsStringsFlag); it asks for these all the same.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

  JsonValue Result() { return std::move(root_); }

 private:
  JsonValue& Place() {
    JsonValue& place = open_.empty() ? root_ : open_.back()->children.emplace_back();
    place.name = std::exchange(key_, {});
    place.line = stream_.Line();
    return place;
  }
  bool Add(JsonValue::Kind kind, std::string_view text) {
    JsonValue& value = Place();
    value.kind = kind;
    value.text = text;
    return true;
  }
  // A parent's list of children only grows while none of them is open, so the pointers stay valid.
  bool Open(JsonValue::Kind kind) {
    JsonValue& value = Place();
    value.kind = kind;
    open_.push_back(&value);
    return open_.size() <= kDeepest;
  }
  bool Close() {
    open_.pop_back();
    return true;
  }

  const LineStream& stream_;
  JsonValue root_;
  std::vector<JsonValue*> open_;
  std::string key_;
};

std::string Reason(const rapidjson::ParseResult& result) {
  if (result.Code() == rapidjson::kParseErrorTermination) {
    return "it nests deeper than " + std::to_string(TreeBuilder::kDeepest) + " levels";
  }
  return rapidjson::GetParseError_En(result.Code());
}

}  // namespace

const JsonValue* JsonValue::Find(std::string_view key) const {
  const auto found = std::find_if(children.rbegin(), children.rend(),
                                  [key](const JsonValue& child) { return child.name == key; });
  return kind != Kind::Object || found == children.rend() ? nullptr : &*found;
}

JsonValue ParseJson(std::string_view text, const std::string& file, std::size_t first_line) {
  constexpr unsigned kRules = rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  LineStream stream(text, first_line);
  TreeBuilder builder(stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kRules>(stream, builder);
  if (result.IsError()) {
    throw DataError(file, stream.Line(), "is no valid JSON: " + Reason(result));
  }
  return builder.Result();
}

}  // namespace regimen
