# embed(<target> <name> <header> <namespace> FILES <name=path>...)
#
# Puts texts into a program: `std::string_view <name>(std::string_view which)`, declared in <header>, gives the text of
# that name, or "" for one that is not there. Written when a text changes; the same file is the script that writes it.
if(CMAKE_SCRIPT_MODE_FILE)
  set(delimiter "~~~~")
  set(code "// Written by cmake/Embed.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
  string(APPEND code "std::string_view ${NAME}(std::string_view which) {\n")
  string(REPLACE "|" ";" FILES "${FILES}")
  foreach(part IN LISTS FILES)
    string(REGEX MATCH "^([^=]+)=(.*)$" matched "${part}")
    set(which "${CMAKE_MATCH_1}")
    file(READ "${CMAKE_MATCH_2}" text)
    string(FIND "${text}" ")${delimiter}\"" end)
    if(NOT end EQUAL -1)
      message(FATAL_ERROR "${CMAKE_MATCH_2} holds )${delimiter}\": choose another delimiter in cmake/Embed.cmake")
    endif()
    string(APPEND code "  if (which == \"${which}\") return R\"${delimiter}(${text})${delimiter}\";\n")
  endforeach()
  string(APPEND code "  return {};\n}\n\n}  // namespace ${NAMESPACE}\n")
  file(WRITE "${INTO}" "${code}")
  return()
endif()

set(EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")
function(embed target name header namespace)
  cmake_parse_arguments(EMBED "" "" "FILES" ${ARGN})
  set(into "${PROJECT_BINARY_DIR}/embedded/${name}.cpp")
  list(TRANSFORM EMBED_FILES REPLACE "^[^=]+=" "" OUTPUT_VARIABLE paths)
  string(REPLACE ";" "|" files "${EMBED_FILES}")
  add_custom_command(OUTPUT "${into}"
    COMMAND "${CMAKE_COMMAND}" "-DINTO=${into}" "-DNAME=${name}" "-DHEADER=${header}" "-DNAMESPACE=${namespace}" "-DFILES=${files}"
            -P "${EMBED_SCRIPT}"
    DEPENDS ${paths} "${EMBED_SCRIPT}" VERBATIM)
  target_sources(${target} PRIVATE "${into}")
endfunction()
