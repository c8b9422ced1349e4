# The sandbox's own parts: seedfault-init, the static process 1 of a sandbox, and the seccomp filters as BPF.
# Both lie in one folder, which the library is told; when installed they lie in libexec/seedfault.
set(SANDBOX_PARTS "${PROJECT_BINARY_DIR}/libexec/seedfault")

file(GLOB init_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/sandbox/init/*.cpp")
add_executable(seedfault-init ${init_sources})
target_include_directories(seedfault-init PRIVATE "${PROJECT_SOURCE_DIR}")
target_link_libraries(seedfault-init PRIVATE seedfault_warnings)
# Small and alone: no C++ runtime, no sanitizer (it is linked statically and runs where neither /proc nor files need be).
target_compile_options(seedfault-init PRIVATE -Os -g0 -fno-exceptions -fno-rtti -fno-sanitize=all
                                              -ffunction-sections -fdata-sections)
target_link_options(seedfault-init PRIVATE -static -s -Wl,--gc-sections -fno-sanitize=all)
set_target_properties(seedfault-init PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${SANDBOX_PARTS}")

add_executable(seedfault-filter "${PROJECT_SOURCE_DIR}/sandbox/filter/main.cpp")
target_include_directories(seedfault-filter PRIVATE "${PROJECT_SOURCE_DIR}")
target_link_libraries(seedfault-filter PRIVATE seccomp seedfault_warnings)
set(filters)
foreach(name known-calls known-calls-memory refused-calls weak-calls)
  list(APPEND filters "${SANDBOX_PARTS}/${name}.bpf")
endforeach()
add_custom_command(OUTPUT ${filters} COMMAND seedfault-filter "${SANDBOX_PARTS}" DEPENDS seedfault-filter VERBATIM
                   COMMENT "Writing the seccomp filters")
add_custom_target(sandbox_parts ALL DEPENDS seedfault-init ${filters})

# Looked for there last, so that a program in a build folder just works.
set_source_files_properties(sandbox/parts.cpp PROPERTIES COMPILE_DEFINITIONS "SEEDFAULT_BUILT_PARTS=\"${SANDBOX_PARTS}\"")
add_dependencies(sandbox sandbox_parts)

install(TARGETS seedfault-init RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/seedfault")
install(FILES ${filters} DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/seedfault")
