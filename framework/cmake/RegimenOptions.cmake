# Options and flags that hold for every target of the project.
option(REGIMEN_BUILD_TESTS "Build the test suite" ${PROJECT_IS_TOP_LEVEL})
option(REGIMEN_WERROR "Treat warnings as errors" OFF)
option(REGIMEN_FUZZ "Build the fuzz targets (clang only)" OFF)
option(REGIMEN_COVERAGE "Count executed lines (gcc --coverage)" OFF)
set(REGIMEN_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

include(GNUInstallDirs)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
set(CMAKE_INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# Line tables are enough for profiles and stack traces, and they build faster than full debug information.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

# Fused multiply-add would change the last bit of a double from one CPU to the next: results must not
# depend on the machine.
add_compile_options(-ffp-contract=off)

# The library is shared so that plugins and the program use the same copy of it; without interposition
# the compiler may still inline and call directly inside it.
add_compile_options(-fno-semantic-interposition)

if(REGIMEN_SANITIZE)
  add_compile_options("-fsanitize=${REGIMEN_SANITIZE}" -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options("-fsanitize=${REGIMEN_SANITIZE}")
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options("-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizer_ignorelist.txt")
  endif()
endif()
if(REGIMEN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(REGIMEN_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

# Warnings of our own sources; third-party headers come in as SYSTEM. Clang blames std::stable_sort's
# callers for a deprecated function that libstdc++ 12 uses inside it.
add_library(regimen_warnings INTERFACE)
target_compile_options(regimen_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion -Wold-style-cast
  -Wcast-qual -Wformat=2 -Wnon-virtual-dtor -Wimplicit-fallthrough
  -Wextra-semi -Wundef -Wvla
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wsuggest-override>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
  $<$<BOOL:${REGIMEN_WERROR}>:-Werror>)
