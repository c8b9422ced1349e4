#include "tests/source_tree.hpp"

std::string source_tree(std::string_view below) { return SEEDFAULT_SOURCE_DIR + std::string(below); }
