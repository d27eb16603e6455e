#include "regime/model/state_selection.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "regime/model/fit_many.hpp"
#include "regime/model/hmm_error.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm {
namespace {

void CheckOptions(const SelectionOptions& options) {
  if (options.max_states < 1 || options.max_states > kMaxStates) {
    throw HmmError(HmmFault::StatesOutOfRange, "max_states must lie within 1 and " +
                                                   std::to_string(kMaxStates) + ", not be " +
                                                   std::to_string(options.max_states));
  }
  if (!(options.hysteresis >= 0) || options.previous_states < 0) {
    throw HmmError(HmmFault::InvalidOption, "hysteresis and previous_states must not be negative");
  }
}

FitTask WithStates(const FitTask& task, int states) {
  FitTask result = task;
  result.options.states = states;
  const auto other_size = [states](const HmmParameters& start) { return start.states != states; };
  if (result.warm && other_size(*result.warm)) result.warm.reset();
  std::erase_if(result.given, other_size);
  return result;
}

// The message of a report begins with the fault, and so does that of an HmmError made of it.
void ThrowIfRejected(const FitReport& report) {
  if (!report.fault) return;
  const std::string begin = std::string(ToText(*report.fault)) + ": ";
  throw HmmError(*report.fault, report.message.substr(begin.size()));
}

int Choice(const std::vector<double>& scores, const SelectionOptions& options) {
  const auto best = std::min_element(scores.begin(), scores.end());
  const auto previous = static_cast<std::size_t>(options.previous_states);
  if (previous >= 1 && previous <= scores.size() &&
      scores[previous - 1] <= *best + options.hysteresis) {
    return options.previous_states;
  }
  return static_cast<int>(best - scores.begin()) + 1;
}

}  // namespace

StateSelection SelectStates(const FitTask& task, const SelectionOptions& options,
                            const Workers& workers) {
  CheckOptions(options);
  std::vector<FitTask> tasks;
  for (int states = 1; states <= options.max_states; ++states) {
    tasks.push_back(WithStates(task, states));
  }
  StateSelection selection;
  selection.fits = FitMany(tasks, workers);
  ThrowIfRejected(selection.fits.front().report);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    selection.scores.push_back(selection.fits[i].parameters
                                   ? Score(options.criterion, tasks[i], selection.fits[i])
                                   : std::numeric_limits<double>::infinity());
  }
  selection.states = Choice(selection.scores, options);
  return selection;
}

}  // namespace regimen::hmm
