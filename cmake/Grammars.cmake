# tree-sitter and its grammars: fetched by npm at the versions of the lock file, compiled here, nothing else of npm is run.
set(GRAMMARS_DIR "${PROJECT_SOURCE_DIR}/detectors/grammars")
set(GRAMMARS_LOCK "${GRAMMARS_DIR}/package-lock.json")
set(GRAMMARS_MODULES "${GRAMMARS_DIR}/node_modules")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${GRAMMARS_LOCK}")

if(NOT EXISTS "${GRAMMARS_MODULES}/.package-lock.json"
   OR "${GRAMMARS_LOCK}" IS_NEWER_THAN "${GRAMMARS_MODULES}/.package-lock.json")
  find_program(NPM_PROGRAM npm REQUIRED)
  message(STATUS "npm ci in detectors/grammars (tree-sitter and its grammars, pinned by package-lock.json)")
  execute_process(COMMAND "${NPM_PROGRAM}" ci --ignore-scripts --no-audit --no-fund --loglevel=error
                  WORKING_DIRECTORY "${GRAMMARS_DIR}" COMMAND_ERROR_IS_FATAL ANY)
endif()

add_library(grammars STATIC)
set_target_properties(grammars PROPERTIES C_STANDARD 11 POSITION_INDEPENDENT_CODE ON)
set(tree_sitter_lib "${GRAMMARS_MODULES}/tree-sitter/vendor/tree-sitter/lib")
target_sources(grammars PRIVATE "${tree_sitter_lib}/src/lib.c")
target_include_directories(grammars SYSTEM PUBLIC "${tree_sitter_lib}/include" PRIVATE "${tree_sitter_lib}/src")
target_compile_definitions(grammars PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE)
# Parse tables are data: -O1 compiles the 17 MB SQL table in a fraction of the time and parses as fast.
target_compile_options(grammars PRIVATE -w -O1 -g0)

# One row a grammar. Each folder carries parser.c and most a scanner.c, with its own copy of tree_sitter/parser.h.
foreach(folder tree-sitter-python tree-sitter-go tree-sitter-javascript tree-sitter-typescript/typescript
               tree-sitter-typescript/tsx tree-sitter-java @derekstride/tree-sitter-sql)
  file(GLOB sources CONFIGURE_DEPENDS "${GRAMMARS_MODULES}/${folder}/src/*.c")
  if(NOT sources)
    message(FATAL_ERROR "no parser.c under ${folder}: remove detectors/grammars/node_modules and configure again")
  endif()
  target_sources(grammars PRIVATE ${sources})
  set_property(SOURCE ${sources} APPEND PROPERTY INCLUDE_DIRECTORIES "${GRAMMARS_MODULES}/${folder}/src")
endforeach()
set_property(SOURCE "${tree_sitter_lib}/src/lib.c" APPEND PROPERTY COMPILE_OPTIONS -O3)
if(SEEDFAULT_LIBFUZZER)  # new ground in a parser is not what the search is after, and counting it is most of the time
  target_compile_options(grammars PRIVATE -fno-sanitize=fuzzer-no-link,undefined)
endif()

# Each grammar's own highlight queries, for showing code. TypeScript's are written as an addition to JavaScript's.
include(Embed)
set(highlight_script "${GRAMMARS_MODULES}/tree-sitter-javascript/queries/highlights.scm")
set(highlight_typed "${PROJECT_BINARY_DIR}/embedded/typescript.scm")
function(embed_highlights target)
  file(READ "${highlight_script}" script)
  file(READ "${GRAMMARS_MODULES}/tree-sitter-typescript/queries/highlights.scm" typed)
  file(GENERATE OUTPUT "${highlight_typed}" CONTENT "${script}\n${typed}")
  embed(${target} highlight_query "detectors/highlight_queries.hpp" "detectors" FILES
        "python=${GRAMMARS_MODULES}/tree-sitter-python/queries/highlights.scm"
        "go=${GRAMMARS_MODULES}/tree-sitter-go/queries/highlights.scm"
        "javascript=${highlight_script}" "typescript=${highlight_typed}" "tsx=${highlight_typed}"
        "java=${GRAMMARS_MODULES}/tree-sitter-java/queries/highlights.scm"
        "sql=${GRAMMARS_MODULES}/@derekstride/tree-sitter-sql/queries/highlights.scm")
endfunction()
