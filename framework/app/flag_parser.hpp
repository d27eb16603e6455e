// The flags of one verb: `--name`, `--name VALUE` or `--name=VALUE`.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regimen::app {

// What a flag is called and means. One without `value_name` is a switch; only a `repeatable` one
// may be given more than once.
struct FlagSpec {
  std::string name;
  std::string value_name;
  std::string help;
  bool repeatable = false;
};

// The flags that were given, without their dashes.
class Flags {
 public:
  explicit Flags(std::map<std::string, std::vector<std::string>> values)
      : values_(std::move(values)) {}

  // Returns: how many different flags were given.
  std::size_t Count() const { return values_.size(); }
  bool Has(const std::string& name) const { return values_.contains(name); }
  std::optional<std::string> Get(const std::string& name) const;
  std::vector<std::string> All(const std::string& name) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

// Reads `arguments` by `specs`. Throws UsageError naming the argument: unknown (with the nearest
// flags), without its value, given twice, or no flag at all.
Flags ParseFlags(std::string_view verb, std::span<const FlagSpec> specs,
                 std::span<const std::string> arguments);

// Returns: one aligned line for each flag.
std::string DescribeFlags(std::span<const FlagSpec> specs);

}  // namespace regimen::app
