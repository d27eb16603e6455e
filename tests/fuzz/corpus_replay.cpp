// Runs a fuzz target without libFuzzer, in any build: over every file of the corpus, then over a
// fixed number of mutations of each, the same ones on every run. A target that finds something
// aborts; the input at fault is left in the file that the message names.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

constexpr int kMutations = 200;

std::string g_fault_file;
Input g_input;

// The process is lost: only what may be called from a handler is not cared for here.
void KeepFault(int signal) {
  std::ofstream(g_fault_file, std::ios::binary)
      .write(reinterpret_cast<const char*>(g_input.data()),
             static_cast<std::streamsize>(g_input.size()));
  std::fprintf(stderr, "the input at fault is %s\n", g_fault_file.c_str());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void Run(Input input) {
  g_input = std::move(input);
  LLVMFuzzerTestOneInput(g_input.data(), g_input.size());
}

Input Read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Changes, inserts, removes or repeats a few bytes.
Input Mutate(Input input, std::mt19937& random) {
  for (auto changes = 1 + random() % 8; changes > 0; --changes) {
    const auto at = static_cast<std::ptrdiff_t>(random() % (input.size() + 1));
    const auto byte = static_cast<std::uint8_t>(random());
    const bool at_end = at == static_cast<std::ptrdiff_t>(input.size());
    switch (random() % 4) {
      case 0:
        if (!at_end) input[static_cast<std::size_t>(at)] = byte;
        break;
      case 1:
        input.insert(input.begin() + at, byte);
        break;
      case 2:
        if (!at_end) input.erase(input.begin() + at);
        break;
      default: {
        const auto length = std::min<std::ptrdiff_t>(32, std::ssize(input) - at);
        const Input part(input.begin() + at, input.begin() + at + length);
        input.insert(input.begin() + at, part.begin(), part.end());
      }
    }
  }
  return input;
}

std::vector<std::filesystem::path> FilesOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

// Usage: NAME_replay CORPUS_FOLDER [MUTATIONS]. Exit code 1: there is no corpus.
int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::filesystem::path corpus = argv[1];
  const int mutations = argc > 2 ? std::stoi(argv[2]) : kMutations;
  g_fault_file = std::filesystem::path(argv[0]).filename().string() + ".fault";
  std::signal(SIGABRT, KeepFault);
  std::signal(SIGSEGV, KeepFault);
  const auto files = FilesOf(corpus);
  for (const auto& file : files) {
    const Input seed = Read(file);
    Run(seed);
    std::mt19937 random;
    for (int i = 0; i < mutations; ++i) Run(Mutate(seed, random));
  }
  std::printf("%zu files of %s and %d mutations of each\n", files.size(), corpus.c_str(),
              mutations);
  return files.empty() ? 1 : 0;
}
