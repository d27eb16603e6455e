// Where a run's result files go.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace regimen::app {

// Makes BASE/<yyyyMMdd-HHmmss>-NAME (local time; a number follows where a run of the same second is
// there) and points the link BASE/latest to it. Throws ConfigError naming what cannot be made.
std::filesystem::path MakeResultsFolder(const std::filesystem::path& base, const std::string& name,
                                        std::chrono::system_clock::time_point now);

// Makes exactly `folder` if it is not there. Throws ConfigError.
void MakeNamedResultsFolder(const std::filesystem::path& folder);

}  // namespace regimen::app
