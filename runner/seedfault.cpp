#include "runner/cli/main.hpp"

int main(int argc, char** argv) { return runner::cli::run(argc, argv); }
