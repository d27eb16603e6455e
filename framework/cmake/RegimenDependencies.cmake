# Third-party libraries, all from Debian 12.
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)                                   # text formatting
find_package(date REQUIRED)                                    # Howard Hinnant's calendar and tz database
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)   # Asio thread pool, command line
find_package(Eigen3 3.4 REQUIRED NO_MODULE)                    # linear algebra (regime models)

find_path(RAPIDJSON_INCLUDE_DIR rapidjson/document.h REQUIRED) # JSON: comments in, raw decimals out
find_path(LIBDEFLATE_INCLUDE_DIR libdeflate.h REQUIRED)        # whole-buffer inflate, the fastest there is
find_library(LIBDEFLATE_LIBRARY deflate REQUIRED)
find_path(HIGHWAY_INCLUDE_DIR hwy/highway.h REQUIRED)          # vectors (regime models)
find_library(HIGHWAY_LIBRARY hwy REQUIRED)                     # needed by its assertions alone
find_path(XXHASH_INCLUDE_DIR xxhash.h REQUIRED)                # fingerprints, header only (regime models)
find_path(LIBMD_INCLUDE_DIR md5.h REQUIRED)                    # MD5 of LEAN's order list
find_library(LIBMD_LIBRARY md REQUIRED)

add_library(regimen_dependencies INTERFACE)
target_include_directories(regimen_dependencies SYSTEM INTERFACE
  "${RAPIDJSON_INCLUDE_DIR}" "${LIBDEFLATE_INCLUDE_DIR}" "${LIBMD_INCLUDE_DIR}"
  "${HIGHWAY_INCLUDE_DIR}" "${XXHASH_INCLUDE_DIR}")
target_link_libraries(regimen_dependencies INTERFACE
  fmt::fmt date::date date::date-tz Boost::boost Eigen3::Eigen Threads::Threads ${LIBDEFLATE_LIBRARY} ${LIBMD_LIBRARY}
  ${HIGHWAY_LIBRARY})
