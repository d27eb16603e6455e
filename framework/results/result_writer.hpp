#pragma once

#include <filesystem>

#include "framework/results/backtest_result.hpp"

namespace regimen {

// Writes the files of a run to `folder`, which is made if it is not there: `{ID}.json`,
// `{ID}-summary.json`, `{ID}-order-events.json` (if there was an event), `{ID}-log.txt` and
// `{ID}-profile.json`. Each file appears as a whole or not at all. All but the profile are the same
// byte for byte whenever the run is repeated. Throws DataError naming the file that could not be
// written.
void WriteResults(const BacktestResult& result, const std::filesystem::path& folder);

// Writes `{ID}-profile.json` alone, over the one that is there: how long writing took is known only
// then.
void WriteProfile(const BacktestResult& result, const std::filesystem::path& folder);

}  // namespace regimen
