# The review page's scripts. Each runner/web/script/<name>.ts is bundled with all that it imports from the folders beside
# it, and put into the program: a page names the one that it wants ("review"). A new one is found by itself.
include(Embed)
find_program(ESBUILD_PROGRAM esbuild REQUIRED)
file(GLOB script_entries CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/runner/web/script/*.ts")
file(GLOB_RECURSE script_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/runner/web/script/*.ts")
set(script_folder "${PROJECT_BINARY_DIR}/script")
set(script_bundles "")
set(script_parts "")
foreach(entry IN LISTS script_entries)
  get_filename_component(name "${entry}" NAME_WE)
  list(APPEND script_bundles "${script_folder}/${name}.js")
  list(APPEND script_parts "${name}=${script_folder}/${name}.js")
endforeach()
add_custom_command(OUTPUT ${script_bundles}
  COMMAND "${ESBUILD_PROGRAM}" ${script_entries} --bundle --minify --format=iife --target=es2020 --charset=utf8
          --log-level=warning "--outdir=${script_folder}"
  DEPENDS ${script_sources} VERBATIM)
embed(runner_web script "runner/web/script.hpp" "runner::web" FILES ${script_parts})
