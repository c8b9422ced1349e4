# Tests of the house as a whole: its arrows, and the command line as a person meets it.
if(NOT BUILD_TESTING)
  return()
endif()

add_executable(test_architecture tests/architecture_test.cpp)
target_link_libraries(test_architecture PRIVATE test_main source_tree doctest fmt::fmt seedfault_warnings)
add_test(NAME architecture COMMAND test_architecture)

# tests/cli/<case>/: cmd is run by bash in a copy of in/, and must give out, err and status.
file(GLOB cases CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/cli/*/cmd")
foreach(case IN LISTS cases)
  get_filename_component(folder "${case}" DIRECTORY)
  get_filename_component(name "${folder}" NAME)
  add_test(NAME "cli/${name}" COMMAND bash "${PROJECT_SOURCE_DIR}/tests/cli/run" "$<TARGET_FILE:seedfault>" "${folder}")
  set_tests_properties("cli/${name}" PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77)
endforeach()

# What `seedfault check` proves, it proves in the tests too: an exercise, a test, and the longest begin first.
file(GLOB exercises CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/exercises/*/exercise.toml")
foreach(exercise IN LISTS exercises)
  get_filename_component(folder "${exercise}" DIRECTORY)
  get_filename_component(name "${folder}" NAME)
  add_test(NAME "exercises/${name}" COMMAND seedfault check "${name}")
  set_tests_properties("exercises/${name}" PROPERTIES TIMEOUT 900 COST 500)
endforeach()

# Every page that the program writes, in Chromium. Without one it is skipped, and says so.
add_test(NAME browser COMMAND bash "${PROJECT_SOURCE_DIR}/tests/browser/run" "$<TARGET_FILE:seedfault>")
set_tests_properties(browser PROPERTIES TIMEOUT 900 SKIP_RETURN_CODE 77 COST 1000)
