// How a decimal halfway between two neighbours, or any discarded fraction, is rounded.
#pragma once

namespace regimen {

// The first two round to the nearest neighbour and differ only at the midpoint; the other three
// are directed. Names and meaning are .NET's.
enum class MidpointRounding {
  ToEven,
  AwayFromZero,
  ToZero,
  ToNegativeInfinity,
  ToPositiveInfinity,
};

}  // namespace regimen
