// Constants of the kernels' exponential function.
#pragma once

namespace regimen::hmm::internal {

// 2^(i/8) for i = 0..7 with i 2^49 taken from its bits: adding the bits of 8 times an exponent,
// shifted left by 49, then gives the scaled power, index and all.
alignas(64) extern const double kExp2Table[8];

// (2^(r/8) - 1) / r for r in [-1/2, 1/2], from the constant term up: interpolated at the Chebyshev
// nodes (error of r times it: 1.9e-15).
inline constexpr double kExp2Polynomial[6] = {0x1.62e42fefa3aefp-4,  0x1.ebfbdff82c5e7p-9,
                                              0x1.c6b08d5e4bb3bp-14, 0x1.3b2ab6f5687a9p-19,
                                              0x1.5d8dfde822453p-25, 0x1.430d3b3f37695p-31};

}  // namespace regimen::hmm::internal
