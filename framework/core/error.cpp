#include "framework/core/error.hpp"

#include <exception>
#include <utility>

namespace regimen {

namespace {

std::string Place(const std::string& file, std::size_t line) {
  return line == 0 ? file : file + ":" + std::to_string(line);
}

}  // namespace

ConfigError::ConfigError(std::string key, const std::string& message)
    : RegimenError(key + ": " + message), key_(std::move(key)) {}

DataError::DataError(std::string file, std::size_t line, const std::string& message)
    : RegimenError(Place(file, line) + ": " + message), file_(std::move(file)), line_(line) {}

PluginError::PluginError(std::string file, const std::string& message)
    : RegimenError(file + ": " + message), file_(std::move(file)) {}

std::string TextOfCurrentException() {
  try {
    throw;
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "an exception that is no std::exception";
  }
}

}  // namespace regimen
