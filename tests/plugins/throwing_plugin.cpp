#include <stdexcept>

#include "framework/plugin/plugin.hpp"

REGIMEN_PLUGIN(/*registry*/) { throw std::runtime_error("no licence today"); }
