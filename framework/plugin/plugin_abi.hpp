// What a strategy library and the program must agree on before one may load the other.
#pragma once

#include <version>  // defines the standard library's own numbers

// Raised whenever a class that strategies derive from, own or call changes its layout or its
// virtuals.
#define REGIMEN_ABI_NUMBER 4  // NOLINT(modernize-macro-to-enum): goes into assembler text

#define REGIMEN_ABI_QUOTE(value) #value
#define REGIMEN_ABI_TEXT(value) REGIMEN_ABI_QUOTE(value)

#if defined(__clang__)
#define REGIMEN_ABI_COMPILER "clang-" REGIMEN_ABI_TEXT(__clang_major__)
#else
#define REGIMEN_ABI_COMPILER "gcc-" REGIMEN_ABI_TEXT(__GNUC__)
#endif

#if defined(_GLIBCXX_RELEASE)
#define REGIMEN_ABI_LIBRARY                                                        \
  " libstdc++-" REGIMEN_ABI_TEXT(_GLIBCXX_RELEASE) " cxx11-abi-" REGIMEN_ABI_TEXT( \
      _GLIBCXX_USE_CXX11_ABI)
#else
#define REGIMEN_ABI_LIBRARY " another standard library"
#endif

// A checked container has another size than an unchecked one.
#if defined(_GLIBCXX_DEBUG)
#define REGIMEN_ABI_CONTAINERS " debug-containers"
#else
#define REGIMEN_ABI_CONTAINERS ""
#endif

// Compiler and standard library: objects of both sides must have the same layout and the same
// names.
#define REGIMEN_ABI_FINGERPRINT REGIMEN_ABI_COMPILER REGIMEN_ABI_LIBRARY REGIMEN_ABI_CONTAINERS

// The name of the note's owner, the kind of the note, and the function that registers the
// strategies.
#define REGIMEN_NOTE_NAME "Regimen"
#define REGIMEN_NOTE_TYPE 1  // NOLINT(modernize-macro-to-enum): goes into assembler text
#define REGIMEN_PLUGIN_ENTRY regimen_plugin_v1

// Puts ABI number and fingerprint into the library's file as an ELF note (sizes of name and
// description, type, name, description), where they can be read before `dlopen`, which already runs
// the library's static constructors. Written in assembler because compilers align and guard a
// variable as they like.
// clang-format off
#define REGIMEN_ABI_NOTE                                       \
  asm(".pushsection .note.regimen, \"a\", %note\n"             \
      ".balign 4\n"                                            \
      ".long 2f - 1f, 4f - 3f, " REGIMEN_ABI_TEXT(REGIMEN_NOTE_TYPE) "\n" \
      "1: .asciz \"" REGIMEN_NOTE_NAME "\"\n"                  \
      "2: .balign 4\n"                                         \
      "3: .long " REGIMEN_ABI_TEXT(REGIMEN_ABI_NUMBER) "\n"    \
      ".asciz \"" REGIMEN_ABI_FINGERPRINT "\"\n"               \
      "4: .balign 4\n"                                         \
      ".popsection\n")
// clang-format on
