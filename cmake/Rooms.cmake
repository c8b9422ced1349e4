include(Together)

# room(<folder> USES <rooms and libraries seen in its headers> PRIVATELY <libraries seen in its sources only>
#      [FOLDERS <subfolders that belong to it>])
#
# A room is a folder of sources and one static library. Its tests, tests/<folder>/*.cpp, become one doctest binary.
# A new source file is found by itself; only a new room needs a row, in CMakeLists.txt.
function(room folder)
  cmake_parse_arguments(ROOM "" "" "USES;PRIVATELY;FOLDERS" ${ARGN})
  string(REPLACE "/" "_" name "${folder}")
  set(sources "")
  foreach(part "" ${ROOM_FOLDERS})
    file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/${part}/*.cpp")
    list(APPEND sources ${found})
  endforeach()
  if(NOT sources)
    message(STATUS "room ${folder} is empty")
    add_library(${name} INTERFACE)
    return()
  endif()
  add_library(${name} STATIC ${sources})
  compile_together(${name} ${sources})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE seedfault_warnings)
  foreach(used IN LISTS ROOM_USES)
    string(REGEX REPLACE "^(detectors|runner|sandbox)/" "\\1_" used "${used}")
    target_link_libraries(${name} PUBLIC ${used})
  endforeach()
  target_link_libraries(${name} PRIVATE ${ROOM_PRIVATELY})
  room_tests(${folder} ${name} ${ROOM_PRIVATELY})
endfunction()

# The path of the tests' own data, in one object: any other one is the same wherever the checkout lies.
add_library(source_tree STATIC EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tests/source_tree.cpp")
target_include_directories(source_tree PUBLIC "${PROJECT_SOURCE_DIR}")
target_compile_definitions(source_tree PRIVATE SEEDFAULT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

# doctest itself, compiled once for every test program.
add_library(test_main OBJECT EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tests/main.cpp")
target_link_libraries(test_main PRIVATE doctest)

function(room_tests folder name)
  if(NOT BUILD_TESTING)
    return()
  endif()
  file(GLOB tests CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${folder}/*.cpp")
  if(NOT tests)
    return()
  endif()
  add_executable(test_${name} ${tests})
  compile_together(test_${name} ${tests})
  target_link_libraries(test_${name} PRIVATE ${name} test_main source_tree doctest fmt::fmt ${ARGN} seedfault_warnings)
  # Only what the tests call need be quick: their own code compiles in half the time like this.
  target_compile_options(test_${name} PRIVATE -O0)
  if(SEEDFAULT_SANITIZE MATCHES undefined)  # of what is tested; its checks in the tests' own macros only take time
    target_compile_options(test_${name} PRIVATE -fno-sanitize=undefined)
  endif()
  add_test(NAME ${folder} COMMAND test_${name})
  set_tests_properties(${folder} PROPERTIES TIMEOUT 600)
endfunction()
