#include "framework/plugin/plugin_note.hpp"

#include <cstring>
#include <sstream>
#include <vector>

#include <elf.h>
#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

constexpr std::size_t kNoteOffset = sizeof(Elf64_Ehdr) + 2 * sizeof(Elf64_Phdr);

template <class Record>
void Put(std::string& bytes, std::size_t offset, const Record& record) {
  bytes.resize(std::max(bytes.size(), offset + sizeof(Record)));
  std::memcpy(bytes.data() + offset, &record, sizeof(Record));
}

std::string Note(const std::string& name, std::uint32_t type, const std::string& description) {
  Elf64_Nhdr header{static_cast<Elf64_Word>(name.size() + 1),
                    static_cast<Elf64_Word>(description.size()), type};
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof(header));
  bytes += name + std::string(4 - name.size() % 4, '\0') + description;
  return bytes + std::string((4 - description.size() % 4) % 4, '\0');
}

std::string Description(std::uint32_t abi, const std::string& fingerprint) {
  return std::string(reinterpret_cast<const char*>(&abi), sizeof(abi)) + fingerprint + '\0';
}

Elf64_Ehdr Header() {
  Elf64_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_type = ET_DYN;
#if defined(__aarch64__)
  header.e_machine = EM_AARCH64;
#else
  header.e_machine = EM_X86_64;
#endif
  header.e_phoff = sizeof(Elf64_Ehdr);
  header.e_phentsize = sizeof(Elf64_Phdr);
  header.e_phnum = 2;
  return header;
}

// A library file of nothing but two program headers and a segment of notes, written by the ELF
// specification.
std::string Library(const std::string& notes, const Elf64_Ehdr& header = Header()) {
  std::string bytes;
  Put(bytes, 0, header);
  Elf64_Phdr load{};
  load.p_type = PT_LOAD;
  Put(bytes, sizeof(Elf64_Ehdr), load);
  Elf64_Phdr segment{};
  segment.p_type = PT_NOTE;
  segment.p_offset = kNoteOffset;
  segment.p_filesz = notes.size();
  Put(bytes, sizeof(Elf64_Ehdr) + sizeof(Elf64_Phdr), segment);
  return bytes + notes;
}

PluginNote Read(const std::string& bytes) {
  std::istringstream stream(bytes);
  return ReadPluginNote(stream, "strategies.so");
}

std::string ErrorOf(const std::string& bytes) {
  try {
    Read(bytes);
  } catch (const PluginError& error) {
    EXPECT_EQ(error.File(), "strategies.so");
    return error.what();
  }
  return "accepted";
}

std::string GoodNotes() {
  return Note("GNU", NT_GNU_BUILD_ID, "0123456789") + Note("Regimen", 1, Description(7, "gcc-99"));
}

TEST(PluginNoteTest, FindsTheNoteAmongOthers) {
  const PluginNote note = Read(Library(GoodNotes()));
  EXPECT_EQ(note.abi_number, 7U);
  EXPECT_EQ(note.fingerprint, "gcc-99");
}

TEST(PluginNoteTest, TakesNoOtherOwnersNote) {
  const std::string message = ErrorOf(Library(Note("Regimes", 1, Description(7, "gcc-99"))));
  EXPECT_NE(message.find("REGIMEN_PLUGIN"), std::string::npos) << message;
}

TEST(PluginNoteTest, SaysWhatAFileThatIsNoLibraryShouldBe) {
  for (const std::string& bytes :
       {std::string(), std::string("PK\x03\x04"), std::string(500, 'x')}) {
    const std::string message = ErrorOf(bytes);
    EXPECT_NE(message.find("regimen_add_algorithm"), std::string::npos) << message;
  }
}

TEST(PluginNoteTest, RefusesALibraryForAnotherMachine) {
  Elf64_Ehdr header = Header();
  header.e_machine = EM_RISCV;
  EXPECT_NE(ErrorOf(Library(GoodNotes(), header)).find("another kind of machine"),
            std::string::npos);
}

TEST(PluginNoteTest, RefusesAProgramInPlaceOfALibrary) {
  Elf64_Ehdr header = Header();
  header.e_type = ET_EXEC;
  EXPECT_NE(ErrorOf(Library(GoodNotes(), header)).find("not a shared library"), std::string::npos);
}

TEST(PluginNoteTest, RefusesEveryCutOfAGoodFile) {
  const std::string whole = Library(GoodNotes());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(ErrorOf(whole.substr(0, size)), "accepted") << size << " bytes";
  }
}

TEST(PluginNoteTest, RefusesSizesBeyondTheFile) {
  std::string huge_name = Library(GoodNotes());
  Put(huge_name, kNoteOffset, Elf64_Word{0xffff'fff0});
  EXPECT_NE(ErrorOf(huge_name), "accepted");

  const std::string own = Note("Regimen", 1, Description(7, "gcc-99"));
  std::string huge_description = Library(own);
  Put(huge_description, kNoteOffset + sizeof(Elf64_Word), Elf64_Word{0xffff'fff0});
  EXPECT_NE(ErrorOf(huge_description), "accepted");

  Elf64_Ehdr header = Header();
  header.e_phnum = 0xffff;
  EXPECT_NE(ErrorOf(Library(own, header)), "accepted");
  header = Header();
  header.e_phoff = ~std::uint64_t{0} - 8;
  EXPECT_NE(ErrorOf(Library(own, header)), "accepted");
}

TEST(PluginNoteTest, NamesAMissingFileAndAFolder) {
  EXPECT_THROW(ReadPluginNote(std::filesystem::path("no/such/library.so")), PluginError);
  EXPECT_THROW(ReadPluginNote(std::filesystem::temp_directory_path()), PluginError);
}

}  // namespace
}  // namespace regimen
