#include "framework/plugin/plugin.hpp"

REGIMEN_PLUGIN(/*registry*/) {}
