#include "framework/plugin/plugin_note.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <elf.h>

#include "framework/core/error.hpp"
#include "framework/plugin/plugin_abi.hpp"

namespace regimen {

namespace {

constexpr const char* kBuildIt =
    "; a strategy in C++ is built into a library by CMake's regimen_add_algorithm(name files...)";

#if defined(__x86_64__)
constexpr Elf64_Half kMachine = EM_X86_64;
#elif defined(__aarch64__)
constexpr Elf64_Half kMachine = EM_AARCH64;
#else
#error "Regimen loads plugins on x86-64 and AArch64 only"
#endif

// A file read by offset; a read beyond its end is the file's fault.
class ElfFile {
 public:
  ElfFile(std::istream& stream, const std::string& file) : stream_(stream), file_(file) {
    stream_.seekg(0, std::ios::end);
    const std::streamoff end = stream_.tellg();
    size_ = end < 0 ? 0 : static_cast<std::uint64_t>(end);
  }

  template <class Record>
  Record Read(std::uint64_t offset) {
    Record record{};
    ReadBytes(offset, reinterpret_cast<char*>(&record), sizeof(Record));
    return record;
  }

  std::string ReadText(std::uint64_t offset, std::size_t size) {
    Check(offset, size);
    std::string text(size, '\0');
    ReadBytes(offset, text.data(), size);
    return text;
  }

  std::uint64_t Size() const { return size_; }

  [[noreturn]] void Fail(const std::string& message) const { throw PluginError(file_, message); }

 private:
  void Check(std::uint64_t offset, std::uint64_t size) const {
    if (offset > size_ || size > size_ - offset) {
      Fail("is cut short or damaged: it refers to bytes beyond its end; build or copy it again");
    }
  }

  void ReadBytes(std::uint64_t offset, char* target, std::size_t size) {
    Check(offset, size);
    stream_.clear();
    stream_.seekg(static_cast<std::streamoff>(offset));
    if (!stream_.read(target, static_cast<std::streamsize>(size))) {
      Fail("cannot be read");
    }
  }

  std::istream& stream_;
  const std::string& file_;
  std::uint64_t size_ = 0;
};

Elf64_Ehdr ReadHeader(ElfFile& file) {
  if (file.Size() < SELFMAG || file.ReadText(0, SELFMAG) != std::string_view(ELFMAG, SELFMAG)) {
    file.Fail(std::string("is not a library of strategies") + kBuildIt);
  }
  const auto header = file.Read<Elf64_Ehdr>(0);
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB ||
      header.e_machine != kMachine) {
    file.Fail("is a library for another kind of machine; build it on this one");
  }
  constexpr Elf64_Half kMostSegments = 1024;  // a library has about ten
  if (header.e_phnum > kMostSegments) {
    file.Fail("is damaged: it claims thousands of segments; build or copy it again");
  }
  if (header.e_type != ET_DYN || header.e_phentsize != sizeof(Elf64_Phdr)) {
    file.Fail(std::string("is not a shared library") + kBuildIt);
  }
  return header;
}

std::uint64_t Padded(std::uint64_t size) { return (size + 3) / 4 * 4; }

// Reads the note at `place` if it is ours: an ABI number and a text.
std::optional<PluginNote> ReadNote(ElfFile& file, const Elf64_Nhdr& note, std::uint64_t place) {
  constexpr std::string_view kName(REGIMEN_NOTE_NAME, sizeof(REGIMEN_NOTE_NAME));  // with its zero
  if (note.n_type != REGIMEN_NOTE_TYPE || note.n_namesz != kName.size() ||
      note.n_descsz <= sizeof(std::uint32_t) || file.ReadText(place, kName.size()) != kName) {
    return std::nullopt;
  }
  const std::uint64_t description = place + Padded(note.n_namesz);
  const auto abi_number = file.Read<std::uint32_t>(description);
  const std::string text =
      file.ReadText(description + sizeof(std::uint32_t), note.n_descsz - sizeof(std::uint32_t));
  return PluginNote{abi_number, text.substr(0, text.find('\0'))};
}

// Looks through one segment of notes.
std::optional<PluginNote> FindNote(ElfFile& file, const Elf64_Phdr& segment) {
  constexpr std::uint64_t kLargestSegment = 1U << 16U;  // a note segment has some hundred bytes
  if (segment.p_filesz > std::min(kLargestSegment, file.Size()) ||
      segment.p_offset > file.Size() - segment.p_filesz) {
    file.Fail("is damaged: a note segment of impossible size or place; build or copy it again");
  }
  const std::uint64_t end = segment.p_offset + segment.p_filesz;
  std::uint64_t place = segment.p_offset;
  while (place + sizeof(Elf64_Nhdr) <= end) {
    const auto header = file.Read<Elf64_Nhdr>(place);
    place += sizeof(Elf64_Nhdr);
    if (auto note = ReadNote(file, header, place)) {
      return note;
    }
    place += Padded(header.n_namesz) + Padded(header.n_descsz);
  }
  return std::nullopt;
}

}  // namespace

PluginNote OwnPluginNote() { return {REGIMEN_ABI_NUMBER, REGIMEN_ABI_FINGERPRINT}; }

PluginNote ReadPluginNote(std::istream& stream, const std::string& file) {
  ElfFile elf(stream, file);
  const Elf64_Ehdr header = ReadHeader(elf);
  for (std::uint64_t i = 0; i < header.e_phnum; ++i) {
    if (header.e_phoff > elf.Size()) {
      elf.Fail("is damaged: its program headers lie beyond its end; build or copy it again");
    }
    const auto segment = elf.Read<Elf64_Phdr>(header.e_phoff + i * sizeof(Elf64_Phdr));
    if (segment.p_type != PT_NOTE) {
      continue;
    }
    if (auto note = FindNote(elf, segment)) {
      return *std::move(note);
    }
  }
  elf.Fail(
      "registers no strategy: write REGIMEN_PLUGIN(registry) { registry.Add<X>(\"X\"); } in one of "
      "its "
      "sources");
}

PluginNote ReadPluginNote(const std::filesystem::path& file) {
  if (std::filesystem::is_directory(file)) {
    throw PluginError(file.string(), "is a folder; name the library file in it");
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw PluginError(file.string(), std::string("cannot be opened: ") +
                                         std::generic_category().message(errno) +
                                         "; give the library's path as --algorithm-location");
  }
  return ReadPluginNote(stream, file.string());
}

}  // namespace regimen
