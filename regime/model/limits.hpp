// The sizes this room is built for.
#pragma once

namespace regimen::hmm {

constexpr int kMaxStates = 8;
constexpr int kMaxDimensions = 10;

}  // namespace regimen::hmm
