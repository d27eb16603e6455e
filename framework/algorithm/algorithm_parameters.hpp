#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regimen {

// What a run was given as parameters, and which of them its strategy asked for. Not thread-safe.
class AlgorithmParameters {
 public:
  void Give(const std::map<std::string, std::string>& parameters);
  // Returns the parameter's text, or nullopt when it was not given; the name counts as asked for.
  std::optional<std::string> Ask(std::string_view name);
  // A warning for each parameter that was given and never asked for, in alphabetical order: a
  // mistyped name would otherwise go unseen.
  std::vector<std::string> Warnings() const;

 private:
  std::map<std::string, std::string, std::less<>> given_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace regimen
