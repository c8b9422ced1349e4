# SEEDFAULT_SANITIZE=address,undefined builds everything, the grammars too, under those sanitizers.
set(SEEDFAULT_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")
if(SEEDFAULT_SANITIZE)
  add_compile_options(-fsanitize=${SEEDFAULT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    # g++ 12 reports libstdc++'s own <regex> and <optional> as maybe uninitialised once they are instrumented
    -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${SEEDFAULT_SANITIZE})
endif()

# libFuzzer (clang) steers by what it sees run: without this on every room it only guesses. Fuzz.cmake links it.
option(SEEDFAULT_LIBFUZZER "Build the fuzz targets with libFuzzer (clang)" OFF)
if(SEEDFAULT_LIBFUZZER)
  add_compile_options(-fsanitize=fuzzer-no-link)
  # What each comparison compared is told to libFuzzer at a third of all time; the targets' own words do better.
  add_compile_options(-fno-sanitize-coverage=trace-cmp)
  # The grammars' scanners are called through pointers of another type; clang's sanitizer counts that as a fault.
  add_compile_options(-fno-sanitize=function)
endif()
