#pragma once

#include <string>
#include <typeinfo>

namespace regimen {

// The name of a type as it is written in C++, for messages.
std::string TypeName(const std::type_info& type);

}  // namespace regimen
