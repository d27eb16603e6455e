// Series for the tests of this room: those behind the ground truth of spec/hmm.md section 5, and
// simulated ones.
#pragma once

#include <cstdint>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "regime/model/gaussian_hmm.hpp"
#include "tests/support/exam.hpp"

namespace regimen::tests {

// The macros of <cmath> are floats.
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The numbers of a file of the exam, one a line; empty if the exam is not there.
inline std::vector<double> ExamSeries(const std::string& path) {
  std::vector<double> values;
  if (const auto exam = ExamDir()) {
    std::ifstream file(*exam / "oracle" / "hmm" / path);
    for (double value = 0; file >> value;) values.push_back(value);
  }
  return values;
}

// The first 252 daily log returns of SPY in per cent, from LEAN's file.
inline std::vector<double> SpyReturns252() {
  std::vector<double> values = ExamSeries("spy_ret.txt");
  if (values.size() > 252) values.resize(252);
  for (double& value : values) value *= 100;
  return values;
}

// Two regimes as of daily returns in per cent: calm and wild.
inline hmm::HmmParameters TwoRegimes() {
  return hmm::MakeUnivariate({0.5, 0.5}, {0.98, 0.02, 0.05, 0.95}, {0.08, -0.1}, {0.4, 4.0});
}

inline hmm::HmmParameters ThreeRegimes() {
  return hmm::MakeUnivariate({0.4, 0.3, 0.3},
                             {0.97, 0.02, 0.01, 0.02, 0.95, 0.03, 0.02, 0.05, 0.93},
                             {1.0, 0.0, -1.5}, {0.3, 1.0, 4.0});
}

inline std::vector<double> Simulated(const hmm::HmmParameters& model, std::size_t count,
                                     std::uint64_t seed) {
  hmm::RandomStream random(seed);
  return hmm::GaussianHmm(model).Sample(count, random).values;
}

}  // namespace regimen::tests
