#include "framework/app/list_command.hpp"

#include <ostream>
#include <vector>

#include "framework/app/flag_parser.hpp"
#include "framework/plugin/plugin_loader.hpp"

namespace regimen::app {

namespace {

const std::vector<FlagSpec>& ListFlags() {
  static const std::vector<FlagSpec> kFlags = {
      {"algorithm-location", "FILE", "a library whose strategies are listed too"},
      {"help", "", "this list"},
  };
  return kFlags;
}

}  // namespace

ExitCode RunListCommand(std::span<const std::string> arguments, AlgorithmRegistry& registry,
                        std::ostream& out) {
  const Flags flags = ParseFlags("list", ListFlags(), arguments);
  if (const auto location = flags.Get("algorithm-location")) {
    LoadPlugin(*location, registry);
  }
  for (const std::string& name : registry.Names()) {
    out << name << '\n';
  }
  return ExitCode::Ok;
}

std::string DescribeListFlags() { return DescribeFlags(ListFlags()); }

}  // namespace regimen::app
