# Sources compiled together in groups of up to this many: half the time for a whole build, more of it after one change.
# CMake's unity builds, with groups in which no two sources use a name of their own twice.
set(SEEDFAULT_TOGETHER 1 CACHE STRING "How many sources to compile as one, at most")
if(SEEDFAULT_TOGETHER GREATER 1)
  # A neighbour's name may well be that of a parameter; a source's own are looked at where it is compiled alone.
  target_compile_options(seedfault_warnings INTERFACE -Wno-shadow)
endif()

function(compile_together target)  # and its sources
  if(SEEDFAULT_TOGETHER LESS 2)
    return()
  endif()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  execute_process(COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/cmake/together.py" ${SEEDFAULT_TOGETHER} ${ARGN}
                  OUTPUT_VARIABLE groups OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE ";" "|" groups "${groups}")
  string(REPLACE "\n" ";" groups "${groups}")
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  set(number 0)
  foreach(group IN LISTS groups)
    string(REPLACE "|" ";" members "${group}")
    set_source_files_properties(${members} PROPERTIES UNITY_GROUP "${number}")
    math(EXPR number "${number} + 1")
  endforeach()
endfunction()
