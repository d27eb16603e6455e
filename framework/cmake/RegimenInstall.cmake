# What `cmake --install` (and `./regimen install`) puts in place: the program, the library, the headers
# spelled as in the tree, the bundled data and the package that find_package(regimen) reads.
include(CMakePackageConfigHelpers)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/regimen")
install(TARGETS regimen_program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS regimen EXPORT regimenTargets
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/regimen")
install(EXPORT regimenTargets NAMESPACE regimen:: DESTINATION "${package}")

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/regimenConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/regimenConfig.cmake" INSTALL_DESTINATION "${package}")
# Before 1.0 every minor version may change a class that strategies derive from.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/regimenConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/regimenConfig.cmake"
  "${PROJECT_BINARY_DIR}/regimenConfigVersion.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/RegimenAlgorithm.cmake"
  DESTINATION "${package}")

if(EXISTS "${PROJECT_SOURCE_DIR}/data/bundled")
  install(DIRECTORY data/bundled DESTINATION "${CMAKE_INSTALL_DATADIR}/regimen/data")
endif()
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
