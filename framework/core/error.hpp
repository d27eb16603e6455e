// The typed errors of Regimen. Each carries the fields its message was built from, so that a caller
// can act on them without parsing text. Messages say what was found, what was expected and what to
// do.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace regimen {

// Exit codes of the program `regimen` (README, "Exit codes").
enum class ExitCode : int {
  Ok = 0,
  AlgorithmFailed = 1,
  Usage = 2,
  NoData = 3,
  Cancelled = 4,
  Unreadable = 5,
};

// Base of all errors thrown by Regimen.
class RegimenError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// An argument of an API call is outside what the call accepts.
class ArgumentError : public RegimenError {
 public:
  using RegimenError::RegimenError;
};

// A call came in a state that forbids it, e.g. SetCash after Initialize.
class InvalidOperationError : public RegimenError {
 public:
  using RegimenError::RegimenError;
};

// A decimal result is beyond +-79228162514264337593543950335.
class OverflowError : public RegimenError {
 public:
  using RegimenError::RegimenError;
};

class DivideByZeroError : public RegimenError {
 public:
  using RegimenError::RegimenError;
};

// The command line is wrong (exit code 2).
class UsageError : public RegimenError {
 public:
  using RegimenError::RegimenError;
};

// A setting, database entry or identifier is wrong: `Key` names it.
class ConfigError : public RegimenError {
 public:
  ConfigError(std::string key, const std::string& message);
  const std::string& Key() const { return key_; }

 private:
  std::string key_;
};

// A data file cannot be read: `File` names it, `Line` is 1-based and 0 where no line is to blame.
class DataError : public RegimenError {
 public:
  DataError(std::string file, std::size_t line, const std::string& message);
  const std::string& File() const { return file_; }
  std::size_t Line() const { return line_; }

 private:
  std::string file_;
  std::size_t line_;
};

// No data row at all for the period that was asked for (exit code 3).
class NoDataError : public RegimenError {
 public:
  using RegimenError::RegimenError;
};

// A strategy library cannot be used: not a library, another ABI, no registration function.
class PluginError : public RegimenError {
 public:
  PluginError(std::string file, const std::string& message);
  const std::string& File() const { return file_; }

 private:
  std::string file_;
};

// Returns what the exception being handled says; call it in a catch block.
std::string TextOfCurrentException();

}  // namespace regimen
