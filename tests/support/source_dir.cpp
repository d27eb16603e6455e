#include "tests/support/exam.hpp"

namespace regimen::tests {

std::filesystem::path SourceDir() { return REGIMEN_SOURCE_DIR; }

}  // namespace regimen::tests
