// The strategies that can be run, by name.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framework/algorithm/algorithm_traits.hpp"

namespace regimen {

class QCAlgorithm;

// An ordinary object made in `main` and handed down: templates/registration.cpp and every plugin
// add their strategies to it. It owns the factories, never an algorithm. Not thread-safe while
// names are added; concurrent const calls are.
class AlgorithmRegistry {
 public:
  using Factory = std::function<std::unique_ptr<QCAlgorithm>()>;

  // Makes `T` known as `name`; `T` needs a constructor without arguments. Throws ArgumentError when
  // the name is empty or taken.
  template <class T>
  void Add(std::string name) {
    AddFactory(std::move(name), [] {
      auto algorithm = std::make_unique<T>();
      algorithm->SetTraits(TraitsOf<T>());
      return std::unique_ptr<QCAlgorithm>(std::move(algorithm));
    });
  }

  void AddFactory(std::string name, Factory factory);

  // Returns: a new algorithm of the name that `Resolve` finds. Throws InvalidOperationError naming
  // the algorithm when its constructor throws.
  std::unique_ptr<QCAlgorithm> Create(std::string_view name) const;

  // Returns: the registered name that `name` means. As in LEAN it may be qualified
  // (`QuantConnect.Algorithm.CSharp.X`): what stands before the last dot is not compared. Throws
  // UsageError naming the nearest known names.
  const std::string& Resolve(std::string_view name) const;

  // Returns: all names in alphabetical order.
  std::vector<std::string> Names() const;

 private:
  using Factories = std::map<std::string, Factory, std::less<>>;

  const Factories::value_type& Find(std::string_view name) const;

  Factories factories_;
};

}  // namespace regimen
