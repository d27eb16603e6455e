// The settings of EM in working units.
#pragma once

#include <vector>

#include "regime/model/prior.hpp"

namespace regimen::hmm::internal {

struct EmSettings {
  Prior prior;                  // its scatter is replaced by the matrix below
  std::vector<double> scatter;  // D x D, added to the scatter of each state (once if tied)
  double variance_floor = 0;
  double tolerance = 0;  // nats, of the whole series
  int max_iterations = 0;
  bool estimate_degrees_of_freedom = false;
  bool keep_history = false;
};

}  // namespace regimen::hmm::internal
