// The real data folder, loaded once for all tests of this room.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <string>

#include "detectors/catalog.hpp"
#include "tests/source_tree.hpp"

inline const detectors::Catalog& real_catalog() {
  static const auto catalog = [] {
    auto loaded = detectors::load_catalog(source_tree());
    if (!loaded)
      for (const auto& fault : loaded.error()) MESSAGE(detectors::source::to_string(fault));
    REQUIRE(loaded.has_value());
    return *loaded;
  }();
  return catalog;
}

inline std::string read_file(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}
