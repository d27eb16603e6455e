#include "framework/plugin/algorithm_registry.hpp"

#include <exception>
#include <utility>

#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/core/error.hpp"
#include "framework/core/nearest_names.hpp"

namespace regimen {

namespace {

std::string_view WithoutQualifier(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): try_emplace moves from it.
void AlgorithmRegistry::AddFactory(std::string name, Factory factory) {
  if (name.empty()) {
    throw ArgumentError("An algorithm needs a name to be registered under.");
  }
  const auto [place, added] = factories_.try_emplace(std::move(name), std::move(factory));
  if (!added) {
    throw ArgumentError("An algorithm named " + place->first +
                        " is registered already; give one of the two another name.");
  }
}

const AlgorithmRegistry::Factories::value_type& AlgorithmRegistry::Find(
    std::string_view name) const {
  auto found = factories_.find(name);
  if (found == factories_.end()) {
    found = factories_.find(WithoutQualifier(name));
  }
  if (found == factories_.end()) {
    throw UsageError("There is no algorithm named " + std::string(name) + "." +
                     DidYouMean(WithoutQualifier(name), Names()) +
                     " `regimen list` shows all names.");
  }
  return *found;
}

std::unique_ptr<QCAlgorithm> AlgorithmRegistry::Create(std::string_view name) const {
  const auto& [registered, factory] = Find(name);
  try {
    return factory();
  } catch (...) {
    std::throw_with_nested(InvalidOperationError("the constructor of " + registered +
                                                 " failed: " + TextOfCurrentException()));
  }
}

const std::string& AlgorithmRegistry::Resolve(std::string_view name) const {
  return Find(name).first;
}

std::vector<std::string> AlgorithmRegistry::Names() const {
  std::vector<std::string> names;
  names.reserve(factories_.size());
  for (const auto& [name, factory] : factories_) {
    names.push_back(name);
  }
  return names;
}

}  // namespace regimen
