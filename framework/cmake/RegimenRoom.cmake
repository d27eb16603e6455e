# A room is a folder: every .cpp and .hpp in it (and in its subfolders) belongs to it, so no list can drift.

# regimen_room(FOLDER): an object library regimen_<folder with underscores>, part of the library `regimen`.
# A room of headers only makes no target; its headers are installed and checked with all others.
function(regimen_room folder)
  string(REPLACE "/" "_" name "${folder}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_library(regimen_${name} OBJECT ${sources})
  target_include_directories(regimen_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(regimen_${name} PUBLIC regimen_dependencies PRIVATE regimen_warnings Eigen3::Eigen)
  set_property(GLOBAL APPEND PROPERTY REGIMEN_ROOM_TARGETS regimen_${name})
endfunction()

# regimen_headers(OUT): all headers a user may include; those in a room's internal/ are its own affair.
function(regimen_headers out)
  set(globs "${PROJECT_SOURCE_DIR}/framework/*.hpp")
  file(GLOB headers CONFIGURE_DEPENDS ${globs})
  list(TRANSFORM REGIMEN_ROOMS REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/\\1/*.hpp" OUTPUT_VARIABLE globs)
  file(GLOB_RECURSE room_headers CONFIGURE_DEPENDS ${globs})
  list(APPEND headers ${room_headers})
  list(FILTER headers EXCLUDE REGEX "/internal/")
  set(${out} ${headers} PARENT_SCOPE)
endfunction()

# The shared library of all rooms: the program, the plugins and the tests link this one copy.
# Target `all_verify_interface_header_sets` compiles each of its headers alone.
function(regimen_library)
  get_property(rooms GLOBAL PROPERTY REGIMEN_ROOM_TARGETS)
  regimen_headers(headers)
  add_library(regimen SHARED)
  add_library(regimen::regimen ALIAS regimen)
  foreach(room IN LISTS rooms)
    target_sources(regimen PRIVATE $<TARGET_OBJECTS:${room}>)
  endforeach()
  target_sources(regimen PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${headers})
  set_target_properties(regimen PROPERTIES
    LINKER_LANGUAGE CXX
    VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
    VERIFY_INTERFACE_HEADER_SETS ON)
  target_compile_features(regimen PUBLIC cxx_std_20)
  # Strategies must round as the engine does, on every machine.
  target_compile_options(regimen INTERFACE -ffp-contract=off)
  target_link_libraries(regimen PRIVATE regimen_dependencies)
  # Calls inside the library go straight to their function and not through its table of imports.
  target_link_options(regimen PRIVATE -Wl,-Bsymbolic-functions)
endfunction()
