#include "data/lean/json_index.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

// The characters at which skipping a value must look: strings, brackets and comments.
constexpr std::array<bool, 256> StructuralCharacters() {
  std::array<bool, 256> table{};
  for (const char c : {'"', '{', '}', '[', ']', '/'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kStructural = StructuralCharacters();

// Walks over a JSON text without building anything from it.
class JsonScanner {
 public:
  JsonScanner(std::string_view text, const std::string& file)
      : text_(text), file_(file), at_(text.data()), end_(text.data() + text.size()) {
    if (text.starts_with("\xEF\xBB\xBF")) at_ += 3;
  }

  bool Accept(char expected) {
    SkipSpace();
    if (at_ == end_ || *at_ != expected) return false;
    ++at_;
    return true;
  }
  void Expect(char expected) {
    if (!Accept(expected)) Fail(std::string("expected '") + expected + "'");
  }
  // The characters between the quotes, escapes as they are.
  std::string_view String() {
    Expect('"');
    const char* const begin = at_;
    SkipStringBody();
    return {begin, static_cast<std::size_t>(at_ - 1 - begin)};
  }
  // The text of the next value.
  std::string_view Value() {
    SkipSpace();
    const char* const begin = at_;
    if (at_ != end_ && (*at_ == '{' || *at_ == '[')) {
      SkipNested();
    } else if (Accept('"')) {
      SkipStringBody();
    } else {
      at_ = std::find_if(at_, end_, [](char c) { return c == ',' || c == '}' || c == ']'; });
    }
    if (at_ == begin) Fail("expected a value");
    return {begin, static_cast<std::size_t>(at_ - begin)};
  }
  [[noreturn]] void Fail(const std::string& what) const {
    throw DataError(file_, LineOf(text_, Rest()),
                    "is no valid JSON: " + what + (at_ == end_ ? ", but the file ends here" : ""));
  }

 private:
  std::string_view Rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
  void SkipSpace() {
    while (at_ != end_) {
      if (*at_ == '/') {
        SkipComment();
      } else if (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t') {
        ++at_;
      } else {
        return;
      }
    }
  }
  // After the opening quote; leaves the place after the closing one.
  void SkipStringBody() {
    while (true) {
      const auto rest = static_cast<std::size_t>(end_ - at_);
      const auto* const quote = static_cast<const char*>(std::memchr(at_, '"', rest));
      if (quote == nullptr) {
        at_ = end_;
        Fail("a string has no closing quote");
      }
      const char* escapes = quote;
      while (escapes != at_ && escapes[-1] == '\\') --escapes;
      at_ = quote + 1;
      if ((quote - escapes) % 2 == 0) return;
    }
  }
  void SkipComment() {
    const std::string_view rest = Rest();
    if (!rest.starts_with("//") && !rest.starts_with("/*")) Fail("a lone '/'");
    const bool is_line = rest[1] == '/';
    const std::size_t close = is_line ? rest.find('\n') : rest.find("*/", 2);
    if (close == rest.npos && !is_line) Fail("a comment has no end");
    at_ = close == rest.npos ? end_ : at_ + close + (is_line ? 1 : 2);
  }
  // From the opening bracket to after its closing one.
  void SkipNested() {
    std::size_t depth = 0;
    while (true) {
      while (at_ != end_ && !kStructural[static_cast<unsigned char>(*at_)]) ++at_;
      if (at_ == end_) Fail("a bracket is not closed");
      switch (*at_) {
        case '"':
          ++at_;
          SkipStringBody();
          break;
        case '/':
          SkipComment();
          break;
        case '{':
        case '[':
          ++depth;
          ++at_;
          break;
        default:
          ++at_;
          if (--depth == 0) return;
      }
    }
  }

  std::string_view text_;
  const std::string& file_;
  const char* at_;
  const char* end_;
};

// Calls `visit(name, scanner)` for each member of an object; it must consume the value.
template <typename Visit>
void ForEachMember(JsonScanner& scanner, Visit visit) {
  scanner.Expect('{');
  while (!scanner.Accept('}')) {
    const std::string_view name = scanner.String();
    scanner.Expect(':');
    visit(name);
    if (scanner.Accept(',')) continue;
    scanner.Expect('}');
    return;
  }
}

}  // namespace

JsonIndex::JsonIndex(std::string_view text, std::string_view name, const std::string& file) {
  JsonScanner scanner(text, file);
  bool found = false;
  ForEachMember(scanner, [&](std::string_view member) {
    if (member != name) {
      scanner.Value();
      return;
    }
    found = true;
    ForEachMember(scanner, [&](std::string_view key) {
      members_.insert_or_assign(LowerCase(key), scanner.Value());
    });
  });
  if (!found) {
    throw DataError(file, 0,
                    "has no member \"" + std::string(name) + "\": expected {\"" +
                        std::string(name) + "\": {...}}");
  }
}

std::string_view JsonIndex::Find(const std::string& lower_name) const {
  const auto found = members_.find(lower_name);
  return found == members_.end() ? std::string_view() : found->second;
}

std::size_t LineOf(std::string_view text, std::string_view part) {
  const std::string_view before =
      text.substr(0, static_cast<std::size_t>(part.data() - text.data()));
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace regimen::lean
