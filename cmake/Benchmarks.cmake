# Measurements that nothing depends on: built only when named, `ninja bench_freetext`.
file(GLOB bench_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/freetext/*.cpp")
add_executable(bench_freetext EXCLUDE_FROM_ALL ${bench_sources})
target_link_libraries(bench_freetext PRIVATE runner_review fmt::fmt nlohmann_json::nlohmann_json seedfault_warnings)
target_compile_definitions(bench_freetext PRIVATE SEEDFAULT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
