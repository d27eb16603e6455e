// How many pieces of work are done at once.
#pragma once

#include <concepts>
#include <span>
#include <vector>

namespace regimen {

// A batching policy does pieces of work that do not depend on each other.
//
//   policy.Perform(requests, perform)
//     perform: does one request and returns its result; may be called from several threads at once.
//     Returns the results in the order of the requests, whatever the order of the work.
//
// The law: it returns, to the last bit, what performing one after the other returns.
template <class Policy, class Request, class Result>
concept BatchingPolicy = requires(Policy& policy, std::span<const Request> requests,
                                  Result (*perform)(const Request&)) {
  { policy.Perform(requests, perform) } -> std::same_as<std::vector<Result>>;
};

// One after the other.
struct NoBatching {
  template <class Request, class Work>
  auto Perform(std::span<const Request> requests, Work perform) {
    std::vector<decltype(perform(requests.front()))> results;
    results.reserve(requests.size());
    for (const Request& request : requests) results.push_back(perform(request));
    return results;
  }
};

}  // namespace regimen
