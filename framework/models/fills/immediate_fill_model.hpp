#pragma once

#include "framework/securities/fill_model.hpp"

namespace regimen {

// LEAN's default for everything but equities and futures: FillModel as it is.
class ImmediateFillModel : public FillModel {};

}  // namespace regimen
