#pragma once

#include "framework/securities/security.hpp"

namespace regimen {

// A share (LEAN's Equity).
class Equity final : public Security {
 public:
  using Security::Security;
};

}  // namespace regimen
