# A room is a folder: every .cpp and .hpp in it (and in its subfolders) belongs to it, so no list can drift.

# regimen_room(FOLDER): an object library regimen_<folder with underscores>, part of the library `regimen`.
function(regimen_room folder)
  string(REPLACE "/" "_" name "${folder}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_library(regimen_${name} OBJECT ${sources})
  target_include_directories(regimen_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(regimen_${name} PUBLIC regimen_dependencies PRIVATE regimen_warnings)
  set_property(GLOBAL APPEND PROPERTY REGIMEN_ROOMS regimen_${name})
endfunction()

# The shared library of all rooms: the program, the plugins and the tests link this one copy.
function(regimen_library)
  get_property(rooms GLOBAL PROPERTY REGIMEN_ROOMS)
  add_library(regimen SHARED)
  foreach(room IN LISTS rooms)
    target_sources(regimen PRIVATE $<TARGET_OBJECTS:${room}>)
  endforeach()
  set_target_properties(regimen PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(regimen PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(regimen PUBLIC regimen_dependencies)
  add_library(regimen::regimen ALIAS regimen)
endfunction()
