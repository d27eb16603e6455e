#include "framework/plugin/plugin_loader.hpp"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/core/error.hpp"

namespace regimen {
namespace {

// The libraries of tests/plugins.
std::filesystem::path Library(const std::string& name) {
  return std::filesystem::path(REGIMEN_TEST_PLUGINS) / (name + ".so");
}

std::string ErrorOf(const std::filesystem::path& file) {
  AlgorithmRegistry registry;
  try {
    LoadPlugin(file, registry);
  } catch (const PluginError& error) {
    EXPECT_EQ(error.File(), file.string());
    return error.what();
  }
  return "accepted";
}

bool Mentions(const std::string& message, const std::string& words) {
  return message.find(words) != std::string::npos;
}

TEST(PluginLoaderTest, AddsTheLibrarysStrategies) {
  AlgorithmRegistry registry;
  EXPECT_EQ(LoadPlugin(Library("sample_plugin"), registry),
            (std::vector<std::string>{"SampleOne", "SampleTwo"}));
  EXPECT_NE(registry.Create("SampleOne"), nullptr);
}

TEST(PluginLoaderTest, LoadsOneLibraryIntoTwoRegistries) {
  AlgorithmRegistry one;
  AlgorithmRegistry two;
  LoadPlugin(Library("sample_plugin"), one);
  LoadPlugin(Library("sample_plugin"), two);
  EXPECT_EQ(one.Names(), two.Names());
}

TEST(PluginLoaderTest, RefusesAnotherAbiBeforeAnyCodeOfTheLibraryRuns) {
  ASSERT_EQ(unsetenv("REGIMEN_TEST_PLUGIN_RAN"), 0);  // its static constructor would set it
  const std::string message = ErrorOf(Library("other_abi_plugin"));
  EXPECT_TRUE(Mentions(message, "was built for ABI 999")) << message;
  EXPECT_TRUE(Mentions(message, "build the library again")) << message;
  EXPECT_EQ(std::getenv("REGIMEN_TEST_PLUGIN_RAN"), nullptr);
}

TEST(PluginLoaderTest, RefusesAnotherCompilersLibrary) {
  const std::string message = ErrorOf(Library("other_compiler_plugin"));
  EXPECT_TRUE(Mentions(message, "antique-1")) << message;
}

TEST(PluginLoaderTest, NamesASymbolThatNothingDefines) {
  const std::string message = ErrorOf(Library("unresolved_plugin"));
  EXPECT_TRUE(Mentions(message, "cannot be loaded")) << message;
  EXPECT_TRUE(Mentions(message, "NowhereDefined")) << message;
}

TEST(PluginLoaderTest, PassesOnWhatARegistrationThrows) {
  const std::string message = ErrorOf(Library("throwing_plugin"));
  EXPECT_TRUE(Mentions(message, "failed to register")) << message;
  EXPECT_TRUE(Mentions(message, "no licence today")) << message;
}

TEST(PluginLoaderTest, RefusesALibraryThatAddsNothing) {
  EXPECT_TRUE(Mentions(ErrorOf(Library("empty_plugin")), "registers no strategy"));
}

TEST(PluginLoaderTest, RefusesALibraryWithoutTheMacro) {
  EXPECT_TRUE(Mentions(ErrorOf(Library("plain_library")), "REGIMEN_PLUGIN"));
}

TEST(PluginLoaderTest, RefusesSourcesAndMissingFiles) {
  const auto source = std::filesystem::temp_directory_path() / "regimen_plugin_loader_test.cs";
  std::ofstream(source) << "class X : QCAlgorithm {}";
  EXPECT_TRUE(Mentions(ErrorOf(source), "regimen_add_algorithm"));
  std::filesystem::remove(source);
  EXPECT_TRUE(Mentions(ErrorOf(source), "cannot be opened"));
}

}  // namespace
}  // namespace regimen
