# Sources compiled together in groups of up to this many: half the time for a whole build, more of it after one change.
# Groups in which no two sources use a name of their own twice. CMake's own unity builds would name the sources by where
# this checkout stands, and a compiler cache could not serve another checkout.
set(SEEDFAULT_TOGETHER 1 CACHE STRING "How many sources to compile as one, at most")
if(SEEDFAULT_TOGETHER GREATER 1)
  # A neighbour's name may well be that of a parameter; a source's own are looked at where it is compiled alone.
  target_compile_options(seedfault_warnings INTERFACE -Wno-shadow)
endif()

function(include_all file)  # and the sources; the file is touched only when they change
  set(text "")
  foreach(source IN LISTS ARGN)
    file(REAL_PATH "${source}" whole BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    file(RELATIVE_PATH below "${PROJECT_SOURCE_DIR}" "${whole}")
    string(APPEND text "#include \"${below}\"\n")
  endforeach()
  file(CONFIGURE OUTPUT "${file}" CONTENT "${text}" @ONLY)
endfunction()

function(compile_together target)  # and its sources
  if(SEEDFAULT_TOGETHER LESS 2)
    return()
  endif()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  execute_process(COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/cmake/together.py" ${SEEDFAULT_TOGETHER} ${ARGN}
                  OUTPUT_VARIABLE groups OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE ";" "|" groups "${groups}")
  string(REPLACE "\n" ";" groups "${groups}")
  set(number 0)
  foreach(group IN LISTS groups)
    string(REPLACE "|" ";" members "${group}")
    include_all("${CMAKE_CURRENT_BINARY_DIR}/together/${target}_${number}.cpp" ${members})
    target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/together/${target}_${number}.cpp")
    set_source_files_properties(${members} PROPERTIES HEADER_FILE_ONLY ON)
    math(EXPR number "${number} + 1")
  endforeach()
endfunction()
