# Measurements that nothing depends on: built only when named, `ninja bench_freetext`.
file(GLOB bench_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/freetext/*.cpp")
add_executable(bench_freetext EXCLUDE_FROM_ALL ${bench_sources})
target_link_libraries(bench_freetext PRIVATE runner_review source_tree fmt::fmt nlohmann_json::nlohmann_json seedfault_warnings)

# How far the matcher agrees with the labelled reviews of tests/review/corpus: `bench_matching <source folder>`.
file(GLOB bench_matching_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/matching/*.cpp")
add_executable(bench_matching EXCLUDE_FROM_ALL ${bench_matching_sources})
target_link_libraries(bench_matching PRIVATE runner_session fmt::fmt nlohmann_json::nlohmann_json seedfault_warnings)

add_executable(bench_sandbox EXCLUDE_FROM_ALL bench/sandbox/main.cpp)
target_link_libraries(bench_sandbox PRIVATE sandbox source_tree fmt::fmt seedfault_warnings)

# Ten thousand runs in a row leave nothing behind: cmake --build build/release --target soak
add_custom_target(soak COMMAND "${CMAKE_COMMAND}" -E env SEEDFAULT_RUNS=10000 "$<TARGET_FILE:test_sandbox>" --test-case=many*
                  USES_TERMINAL VERBATIM)

# How fast foreign reviews are read, and in how much memory.
add_executable(bench_import EXCLUDE_FROM_ALL bench/import/main.cpp)
target_link_libraries(bench_import PRIVATE runner_session source_tree fmt::fmt seedfault_warnings)

# How long item analysis of a store of many attempts takes: `bench_health FOLDER [attempts]`.
add_executable(bench_health EXCLUDE_FROM_ALL bench/health/main.cpp)
target_link_libraries(bench_health PRIVATE runner_session fmt::fmt seedfault_warnings)

# 500 candidates and 200 live pair sessions on one server: `bench/serve/run build/release`.
file(GLOB bench_serve_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/serve/*.cpp")
add_executable(bench_serve EXCLUDE_FROM_ALL ${bench_serve_sources})
target_link_libraries(bench_serve PRIVATE runner_session source_tree boost_process fmt::fmt nlohmann_json::nlohmann_json seedfault_warnings)
