#pragma once

#include <string>
#include <vector>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// Holds the names of the cases that the test run knows against the exam: every case of `tiers` must
// be among them, so that a case that is left out by mistake fails the run, and the plugin must have
// each.
Findings CheckListing(const Surroundings& surroundings, const std::vector<std::string>& tiers,
                      const std::vector<std::string>& tested_names);

}  // namespace regimen::parity
