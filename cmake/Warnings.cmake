# Warnings for our own code only: third-party headers come in as SYSTEM, the grammars are C that we did not write.
option(SEEDFAULT_WERROR "Treat warnings as errors" OFF)
add_library(seedfault_warnings INTERFACE)
target_compile_options(seedfault_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wformat=2 -Wno-missing-field-initializers
  $<$<BOOL:${SEEDFAULT_WERROR}>:-Werror>)
