#include "framework/app/program.hpp"

#include <algorithm>
#include <exception>
#include <functional>
#include <ostream>
#include <vector>

#include "framework/app/backtest_arguments.hpp"
#include "framework/app/backtest_command.hpp"
#include "framework/app/bench_command.hpp"
#include "framework/app/generate_command.hpp"
#include "framework/app/list_command.hpp"
#include "framework/app/regimes_command.hpp"
#include "framework/core/nearest_names.hpp"
#include "framework/plugin/algorithm_registry.hpp"
#include "templates/registration.hpp"

namespace regimen::app {

namespace {

using Arguments = std::span<const std::string>;

struct Streams {
  std::ostream& out;
  std::ostream& err;
};

struct Verb {
  std::string name;
  std::string help;
  std::function<ExitCode(Arguments, AlgorithmRegistry&, Streams)> run;
  std::function<std::string()> describe_flags;
};

ExitCode RunDataCommand(Arguments arguments, AlgorithmRegistry& /*registry*/, Streams streams) {
  if (arguments.empty() || arguments.front() != "generate") {
    throw UsageError("`regimen data` is followed by what to do: generate.");
  }
  return RunGenerateCommand(arguments.subspan(1), streams.out);
}

const std::vector<Verb>& Verbs() {
  static const std::vector<Verb> kVerbs = {
      {"backtest", "runs a strategy on historical data",
       [](Arguments arguments, AlgorithmRegistry& registry, Streams streams) {
         return RunBacktestCommand(arguments, registry, streams.out, streams.err);
       },
       DescribeBacktestFlags},
      {"list", "names the strategies that can be run",
       [](Arguments arguments, AlgorithmRegistry& registry, Streams streams) {
         return RunListCommand(arguments, registry, streams.out);
       },
       DescribeListFlags},
      {"regimes", "shows which regimes a symbol has been in, as could be known at the time",
       [](Arguments arguments, AlgorithmRegistry& /*registry*/, Streams streams) {
         return RunRegimesCommand(arguments, streams.out, streams.err);
       },
       DescribeRegimesFlags},
      {"data", "`data generate` writes simulated data in LEAN's layout", RunDataCommand,
       DescribeGenerateFlags},
      {"bench", "`bench NAME` measures speed: each figure beside its bar, exit code 1 on a miss",
       [](Arguments arguments, AlgorithmRegistry& /*registry*/, Streams /*streams*/) {
         return RunBenchCommand(arguments);
       },
       DescribeBenchArguments},
  };
  return kVerbs;
}

std::string Usage() {
  std::string text = "Usage: regimen VERB [FLAG...]\n\nVerbs:\n";
  for (const Verb& verb : Verbs()) {
    text += "  " + verb.name + std::string(12 - verb.name.size(), ' ') + verb.help + "\n";
  }
  return text +
         "\n`regimen VERB --help` lists the flags of a verb, `regimen --version` the version.\n";
}

const Verb& FindVerb(const std::string& name) {
  const auto found = std::find_if(Verbs().begin(), Verbs().end(),
                                  [&name](const Verb& verb) { return verb.name == name; });
  if (found == Verbs().end()) {
    std::vector<std::string> names;
    for (const Verb& verb : Verbs()) {
      names.push_back(verb.name);
    }
    throw UsageError("regimen has no verb " + name + "." + DidYouMean(name, names) +
                     " `regimen --help` lists all verbs.");
  }
  return *found;
}

bool AsksForHelp(Arguments arguments) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](const std::string& text) { return text == "--help" || text == "-h"; });
}

ExitCode Dispatch(Arguments arguments, Streams streams) {
  if (arguments.empty()) {
    streams.err << Usage();
    return ExitCode::Usage;
  }
  const std::string& first = arguments.front();
  if (first == "--version") {
    streams.out << "regimen " << REGIMEN_VERSION << '\n';
    return ExitCode::Ok;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    streams.out << Usage();
    return ExitCode::Ok;
  }
  const Verb& verb = FindVerb(first);
  if (AsksForHelp(arguments.subspan(1))) {
    streams.out << "regimen " << verb.name << ": " << verb.help << "\n\n" << verb.describe_flags();
    return ExitCode::Ok;
  }
  AlgorithmRegistry registry;
  RegisterTemplates(registry);
  return verb.run(arguments.subspan(1), registry, streams);
}

ExitCode Report(const std::exception& error, ExitCode code, std::ostream& err) {
  err << "regimen: " << error.what() << '\n';
  return code;
}

}  // namespace

ExitCode RunProgram(Arguments arguments, std::ostream& out, std::ostream& err) {
  try {
    return Dispatch(arguments, {out, err});
  } catch (const UsageError& error) {
    return Report(error, ExitCode::Usage, err);
  } catch (const NoDataError& error) {
    return Report(error, ExitCode::NoData, err);
  } catch (const DataError& error) {
    return Report(error, ExitCode::Unreadable, err);
  } catch (const ConfigError& error) {
    return Report(error, ExitCode::Unreadable, err);
  } catch (const PluginError& error) {
    return Report(error, ExitCode::Unreadable, err);
  } catch (const std::exception& error) {
    return Report(error, ExitCode::AlgorithmFailed, err);
  }
}

}  // namespace regimen::app
