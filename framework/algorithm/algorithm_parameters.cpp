#include "framework/algorithm/algorithm_parameters.hpp"

#include "framework/core/nearest_names.hpp"

namespace regimen {

void AlgorithmParameters::Give(const std::map<std::string, std::string>& parameters) {
  given_.insert(parameters.begin(), parameters.end());
}

std::optional<std::string> AlgorithmParameters::Ask(std::string_view name) {
  asked_.emplace(name);
  const auto found = given_.find(name);
  return found == given_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> AlgorithmParameters::Warnings() const {
  const std::vector<std::string> asked(asked_.begin(), asked_.end());
  std::vector<std::string> warnings;
  for (const auto& [name, value] : given_) {
    if (asked_.contains(name)) continue;
    warnings.push_back("the strategy never asked for the parameter " + name + "." +
                       DidYouMean(name, asked));
  }
  return warnings;
}

}  // namespace regimen
