#include "framework/plugin/algorithm_registry.hpp"

#include <gtest/gtest.h>

#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/core/error.hpp"

namespace regimen {
namespace {

class First : public QCAlgorithm {
  void Initialize() override {}
};
class Second : public QCAlgorithm {
  void Initialize() override {}
};

AlgorithmRegistry TwoAlgorithms() {
  AlgorithmRegistry registry;
  registry.Add<Second>("Second");
  registry.Add<First>("First");
  return registry;
}

std::string MessageOf(const AlgorithmRegistry& registry, std::string_view name) {
  try {
    registry.Resolve(name);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

TEST(AlgorithmRegistryTest, MakesTheAlgorithmOfTheName) {
  const auto algorithm = TwoAlgorithms().Create("Second");
  EXPECT_NE(dynamic_cast<Second*>(algorithm.get()), nullptr);
}

TEST(AlgorithmRegistryTest, MakesANewAlgorithmEachTime) {
  const AlgorithmRegistry registry = TwoAlgorithms();
  EXPECT_NE(registry.Create("First"), registry.Create("First"));
}

TEST(AlgorithmRegistryTest, ListsNamesInAlphabeticalOrder) {
  EXPECT_EQ(TwoAlgorithms().Names(), (std::vector<std::string>{"First", "Second"}));
}

TEST(AlgorithmRegistryTest, TakesLeansQualifiedName) {
  EXPECT_EQ(TwoAlgorithms().Resolve("QuantConnect.Algorithm.CSharp.First"), "First");
}

TEST(AlgorithmRegistryTest, NamesTheNearestForATypingError) {
  const std::string message = MessageOf(TwoAlgorithms(), "Frist");
  EXPECT_NE(message.find("no algorithm named Frist"), std::string::npos) << message;
  EXPECT_NE(message.find("Did you mean First?"), std::string::npos) << message;
}

TEST(AlgorithmRegistryTest, SaysWhereAllNamesAre) {
  const std::string message = MessageOf(AlgorithmRegistry(), "Anything");
  EXPECT_NE(message.find("regimen list"), std::string::npos) << message;
  EXPECT_THROW(AlgorithmRegistry().Create("Anything"), UsageError);
}

TEST(AlgorithmRegistryTest, RefusesANameTwiceAndAnEmptyOne) {
  AlgorithmRegistry registry = TwoAlgorithms();
  EXPECT_THROW(registry.Add<First>("Second"), ArgumentError);
  EXPECT_THROW(registry.Add<First>(""), ArgumentError);
}

}  // namespace
}  // namespace regimen
