# The program itself, and where it and its data go when it is installed:
#   <prefix>/bin/seedfault, <prefix>/share/seedfault/ (data, laid out as in the source tree), <prefix>/share/man/man1/,
#   <prefix>/libexec/seedfault/ (cmake/Sandbox.cmake), <prefix>/share/bash-completion/completions/
set_source_files_properties(runner/session/house.cpp PROPERTIES COMPILE_DEFINITIONS
  "SEEDFAULT_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";SEEDFAULT_VERSION=\"${PROJECT_VERSION}\"")

add_executable(seedfault runner/seedfault.cpp)
target_link_libraries(seedfault PRIVATE runner_cli seedfault_warnings)

install(TARGETS seedfault RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
foreach(data detectors/classes detectors/rules detectors/tables detectors/languages runner/review/english runner/exercise/skeletons sandbox/profiles exercises)
  if(EXISTS "${PROJECT_SOURCE_DIR}/${data}")
    get_filename_component(parent "${data}" DIRECTORY)
    install(DIRECTORY "${data}" DESTINATION "${CMAKE_INSTALL_DATADIR}/seedfault/${parent}"
            PATTERN "__pycache__" EXCLUDE)
  endif()
endforeach()

# Pages and completion come from the program's own table, after it is installed.
install(CODE "
  set(prefix \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
  set(program \"\${prefix}/${CMAKE_INSTALL_BINDIR}/seedfault\")
  execute_process(COMMAND \"\${program}\" manual --into \"\${prefix}/${CMAKE_INSTALL_MANDIR}/man1\" COMMAND_ERROR_IS_FATAL ANY)
  set(completions \"\${prefix}/${CMAKE_INSTALL_DATADIR}/bash-completion/completions\")
  file(MAKE_DIRECTORY \"\${completions}\")
  execute_process(COMMAND \"\${program}\" completion bash OUTPUT_FILE \"\${completions}/seedfault\" COMMAND_ERROR_IS_FATAL ANY)
")
