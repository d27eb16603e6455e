// Whether work that was done before is done again.
#pragma once

#include <concepts>
#include <span>
#include <vector>

namespace regimen {

// A caching policy answers requests: by doing the work, or by what it remembers of the same work.
//
//   policy.Answer(requests, compute)
//     requests: what is wanted; compute: takes a span of requests and returns their results in
//     order. Returns the results of all requests, in order.
//
// The law: it returns, to the last bit, what compute(requests) returns. A request that is equal to
// another in all that matters may be computed once. An exception of compute goes through to the
// caller, and nothing of it is remembered.
template <class Policy, class Request, class Result>
concept CachingPolicy = requires(Policy& policy, std::span<const Request> requests,
                                 std::vector<Result> (*compute)(std::span<const Request>)) {
  { policy.Answer(requests, compute) } -> std::same_as<std::vector<Result>>;
};

// Remembers nothing.
struct NoCaching {
  template <class Request, class Compute>
  auto Answer(std::span<const Request> requests, Compute compute) {
    return compute(requests);
  }
};

}  // namespace regimen
