# Fuzz targets over whatever reads a stranger's bytes: tests/fuzz/<target>.cpp, seeds in tests/fuzz/corpus/<target>/.
# As tests they run over the corpus and a fixed number of seeded mutations. For a long search, with clang:
# (clang 14 does not know libstdc++ 12's ranges):
#   cmake -S . -B build/fuzz -G Ninja -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
#         -DSEEDFAULT_LIBFUZZER=ON -DSEEDFAULT_SANITIZE=address,undefined
# Of scan and rules with -detect_leaks=0: the SQL grammar's scanner loses some bytes for each dollar-quoted text.
#   build/fuzz/fuzz_patch -max_total_time=600 found tests/fuzz/corpus/patch     # "found" is where what it finds is kept
if(NOT BUILD_TESTING)
  return()
endif()

function(fuzz_target name)  # the rooms that it links follow; CORPUS <folder> where there is one beside that of its name
  cmake_parse_arguments(FUZZ "" "CORPUS" "" ${ARGN})
  list(TRANSFORM FUZZ_CORPUS PREPEND "${PROJECT_SOURCE_DIR}/")
  list(PREPEND FUZZ_CORPUS "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name}")
  add_executable(fuzz_${name} tests/fuzz/${name}.cpp tests/fuzz/shapes.cpp)
  target_link_libraries(fuzz_${name} PRIVATE ${FUZZ_UNPARSED_ARGUMENTS} source_tree)
  if(SEEDFAULT_LIBFUZZER)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(fuzz_${name} PRIVATE tests/fuzz/driver.cpp)
    add_test(NAME fuzz/${name} COMMAND fuzz_${name} ${FUZZ_CORPUS})
    set_tests_properties(fuzz/${name} PROPERTIES TIMEOUT 600)
  endif()
endfunction()

fuzz_target(manifest detectors_source)
fuzz_target(scan detectors)
fuzz_target(rules detectors)
fuzz_target(comment_text runner_review)
fuzz_target(patch runner_git)
fuzz_target(review_file runner_comments)
fuzz_target(json_comments runner_comments)
fuzz_target(comment_formats runner_comments CORPUS tests/runner/comments/samples)
fuzz_target(match_key runner_session)
