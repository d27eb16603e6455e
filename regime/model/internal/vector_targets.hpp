// Which instruction sets Google Highway compiles the kernels for. Included before Highway itself.
#pragma once

// One fallback for old processors is enough, and what comes after AVX-512's first generation has
// nothing for doubles.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
