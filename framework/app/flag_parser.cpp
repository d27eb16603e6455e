#include "framework/app/flag_parser.hpp"

#include <algorithm>
#include <utility>

#include <boost/program_options.hpp>

#include "framework/core/error.hpp"
#include "framework/core/nearest_names.hpp"

namespace regimen::app {

namespace {

namespace options = boost::program_options;

options::options_description Describe(std::span<const FlagSpec> specs) {
  options::options_description description;
  for (const FlagSpec& spec : specs) {
    if (spec.value_name.empty()) {
      description.add_options()(spec.name.c_str(), "");
    } else {
      description.add_options()(spec.name.c_str(), options::value<std::string>(), "");
    }
  }
  return description;
}

std::vector<std::string> FlagNames(std::span<const FlagSpec> specs) {
  std::vector<std::string> names;
  for (const FlagSpec& spec : specs) {
    names.push_back("--" + spec.name);
  }
  return names;
}

options::parsed_options Parse(std::string_view verb, std::span<const FlagSpec> specs,
                              std::span<const std::string> arguments) {
  namespace style = options::command_line_style;
  const options::options_description description = Describe(specs);
  try {
    return options::command_line_parser(
               std::vector<std::string>(arguments.begin(), arguments.end()))
        .options(description)
        .style(style::allow_long | style::long_allow_adjacent | style::long_allow_next)
        .run();
  } catch (const options::unknown_option& error) {
    const std::string name = error.get_option_name();
    throw UsageError("`regimen " + std::string(verb) + "` has no flag " + name + "." +
                     DidYouMean(name, FlagNames(specs)) + " `regimen " + std::string(verb) +
                     " --help` lists all flags.");
  } catch (const options::error& error) {
    throw UsageError("`regimen " + std::string(verb) + "`: " + error.what() + ".");
  }
}

}  // namespace

std::optional<std::string> Flags::Get(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Flags::All(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

Flags ParseFlags(std::string_view verb, std::span<const FlagSpec> specs,
                 std::span<const std::string> arguments) {
  std::map<std::string, std::vector<std::string>> values;
  for (const auto& option : Parse(verb, specs, arguments).options) {
    if (option.position_key >= 0) {
      throw UsageError("`regimen " + std::string(verb) + "` cannot use the argument " +
                       option.value.front() + "; values belong to flags, e.g. --cash 100000.");
    }
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const FlagSpec& candidate) {
      return candidate.name == option.string_key;
    });
    std::vector<std::string>& given = values[option.string_key];
    if (!given.empty() && spec != specs.end() && !spec->repeatable) {
      throw UsageError("`regimen " + std::string(verb) + "`: --" + option.string_key +
                       " is given twice; give it once.");
    }
    given.push_back(option.value.empty() ? std::string() : option.value.front());
  }
  return Flags(std::move(values));
}

std::string DescribeFlags(std::span<const FlagSpec> specs) {
  std::size_t width = 0;
  for (const FlagSpec& spec : specs) {
    width = std::max(width, spec.name.size() + spec.value_name.size());
  }
  std::string text;
  for (const FlagSpec& spec : specs) {
    const std::size_t gap = width - spec.name.size() - spec.value_name.size();
    text +=
        "  --" + spec.name + " " + spec.value_name + std::string(gap + 2, ' ') + spec.help + "\n";
  }
  return text;
}

}  // namespace regimen::app
