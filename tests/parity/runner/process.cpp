#include "tests/parity/runner/process.hpp"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace regimen::parity {

namespace {

// Sends both output channels of a process to a file.
class OutputFile {
 public:
  explicit OutputFile(const std::filesystem::path& file) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, file.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
  }
  ~OutputFile() { posix_spawn_file_actions_destroy(&actions_); }
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  const posix_spawn_file_actions_t* Actions() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

pid_t Start(const std::vector<std::string>& command, const std::filesystem::path& output) {
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const OutputFile file(output);
  pid_t process = 0;
  const int error =
      posix_spawnp(&process, arguments[0], file.Actions(), nullptr, arguments.data(), environ);
  if (error != 0) {
    throw std::runtime_error(command.front() + " cannot be started (" + std::strerror(error) +
                             "); it must be installed or built");
  }
  return process;
}

double Seconds(const timeval& time) {
  constexpr double kMicroseconds = 1e6;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / kMicroseconds;
}

}  // namespace

ProcessResult RunProcess(const std::vector<std::string>& command,
                         const std::filesystem::path& output) {
  constexpr int kSignalBase = 128;
  const auto start = std::chrono::steady_clock::now();
  const pid_t process = Start(command, output);
  int status = 0;
  rusage usage{};
  if (wait4(process, &status, 0, &usage) < 0) {
    throw std::runtime_error(command.front() + " was lost: " + std::strerror(errno));
  }
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  const int code = WIFSIGNALED(status) ? kSignalBase + WTERMSIG(status) : WEXITSTATUS(status);
  return {code, elapsed.count(), Seconds(usage.ru_utime) + Seconds(usage.ru_stime)};
}

}  // namespace regimen::parity
