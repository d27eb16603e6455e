#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace regimen {

class AlgorithmState;
class DataSources;
class Symbol;
struct SubscriptionDataConfig;

// What a finished run looked for and did not find. A missing file is no error in LEAN: the run
// names it; a run without a single row is one, for its figures would be about nothing.
class MissingData {
 public:
  // `points`: how many points the strategy could see.
  MissingData(const AlgorithmState& state, DataSources& sources, std::int64_t points)
      : state_(&state), sources_(&sources), points_(points) {}

  // Throws NoDataError when securities were added and no row came: what was looked for, which dates
  // there are.
  void RequireAny() const;
  // Throws NoDataError when any file was missing (--strict-data).
  void RequireAll() const;
  // One sentence for each series with missing files and for each CSV file that served nothing.
  std::vector<std::string> Warnings() const;

 private:
  std::string DatesThereAre(const SubscriptionDataConfig& feed) const;
  std::string OutsideListing(const Symbol& symbol) const;

  const AlgorithmState* state_;
  DataSources* sources_;
  std::int64_t points_;
};

}  // namespace regimen
