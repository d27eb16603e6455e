#pragma once

#include <string>

namespace regimen {

// What the process has used so far, as a JSON object: processor seconds of the calling thread
// (`engineThread`) and of all others (`readerThreads`), and `peakMemoryKiB`.
std::string ProcessUsageJson();

}  // namespace regimen
