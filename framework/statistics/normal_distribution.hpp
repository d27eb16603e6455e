// The normal distribution.
#pragma once

namespace regimen::statistics {

// The probability of a standard normal value below x: erfc(-x / sqrt 2) / 2.
double NormalCdf(double x);

// The value below which a normal value lies with `probability`, 0..1 (the ends give infinities).
// Throws ArgumentError on another probability or a deviation that is negative or NaN. Accurate to
// the last digit or two (Boost.Math erfc_inv).
double NormalQuantile(double mean, double standard_deviation, double probability);

}  // namespace regimen::statistics
