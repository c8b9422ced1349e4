// Where the source tree lies that the tests were built from: their fixtures and the program's data are read
// there. One source alone knows it, so that a compiler cache is of use to every other one in another
// checkout.
#pragma once

#include <string>
#include <string_view>

std::string source_tree(std::string_view below = "");
