// EM on several models at once, one in each lane of the processor's vectors.
#pragma once

#include <memory>

#include "regime/model/instruction_set.hpp"
#include "regime/model/internal/em_run.hpp"

namespace regimen::hmm::internal {

// What an E-step found out about the parameters it was made with.
struct LaneScore {
  double log_likelihood = 0;  // in working units
  double log_prior = 0;
  bool state_died = false;
};

// The lanes of one kind of model. Every lane is computed by the same instructions on its own data
// alone, so what happens in it depends neither on its place nor on its neighbours. One thread at a
// time; allocates only in `Load`, when a longer series comes.
class LaneKernel {
 public:
  LaneKernel() = default;
  LaneKernel(const LaneKernel&) = delete;
  LaneKernel& operator=(const LaneKernel&) = delete;
  virtual ~LaneKernel() = default;

  // How many models go in parallel.
  virtual int Lanes() const = 0;

  // Puts a run's series and start parameters into a lane. The run outlives its stay.
  virtual void Load(int lane, const EmRun& run) = 0;

  // Empties a lane: it idles along on nothing.
  virtual void Clear(int lane) = 0;

  // Expectations and scores at the present parameters.
  virtual void EStep() = 0;
  virtual LaneScore Score(int lane) const = 0;

  // Copies the present parameters out.
  virtual void Extract(int lane, HmmParameters& parameters) const = 0;

  // Moves on to the parameters that the expectations favour.
  virtual void MStep() = 0;
};

// For plain series and Gaussian states with variances of their own and a free start: the fast one.
std::unique_ptr<LaneKernel> MakePlainKernel(InstructionSet set, int states);

// For everything else. `triangle`: covariances between dimensions matter (full and tied ones).
struct FeatureShape {
  int states = 1;
  int dimensions = 1;
  bool triangle = false;
  bool student = false;

  bool operator==(const FeatureShape&) const = default;
};
std::unique_ptr<LaneKernel> MakeFeatureKernel(InstructionSet set, const FeatureShape& shape);

}  // namespace regimen::hmm::internal
