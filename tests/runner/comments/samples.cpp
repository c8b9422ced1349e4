// Every format over its folder of samples: samples/<format>/<sample> must be recognised as that format and
// read as <sample>.expected says. SEEDFAULT_REGOLD=1 writes what was read there instead: look at the
// difference.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "runner/comments/comments.hpp"
#include "tests/source_tree.hpp"

namespace fs = std::filesystem;
using namespace runner::comments;

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string hints_of(const Found& found) {
  std::string out;
  if (!found.code.empty()) out += fmt::format("  code: {}\n", found.code);
  if (found.diff_position > 0) out += fmt::format("  diff position: {}\n", found.diff_position);
  if (!found.comment.columns.none() || !found.fixes.empty())
    out += fmt::format("  columns in {}\n", found.unit == ColumnUnit::bytes         ? "bytes"
                                            : found.unit == ColumnUnit::code_points ? "code points"
                                                                                    : "UTF-16");
  for (const auto& fix : found.fixes)
    out += fmt::format("  fix of {} ({}-{}): {}\n", to_string(fix.lines), fix.columns.first.number,
                       fix.columns.end.number, fix.text);
  return out;
}

// The comment as our JSON writes it, without its raw record, and what else was told of its place.
std::string drawn(Found found) {
  found.comment.raw.clear();
  auto json = write_json({.comments = {found.comment}});
  const auto begin = json.find("    {");
  json = json.substr(begin, json.rfind("\n  ]") - begin);
  return fmt::format("{}:\n{}\n{}", found.record, json, hints_of(found));
}

std::string drawn(const fs::path& sample, const Format& format) {
  const auto name = sample.filename().string();
  const auto text = decoded(name, text_of(sample));
  std::string out;
  const auto faults = [&](const detectors::source::Faults& all) {
    for (const auto& fault : all) out += fmt::format("fault: {}\n", to_string(fault));
    return out;
  };
  if (!text) return faults(text.error());
  const auto* guessed = format_of(name, *text);
  out += fmt::format("guessed: {}\n", guessed ? guessed->name : "none");
  const auto harvest = read(format, name, *text, [&](Found&& found) {
    CHECK_FALSE(found.comment.raw.empty() == (format.name != "json" && format.name != "review-file"));
    out += drawn(std::move(found));
  });
  if (!harvest) return faults(harvest.error());
  if (harvest->verdict != runner::review::Verdict::none)
    out += fmt::format("verdict: {}\n", to_string(harvest->verdict));
  for (const auto& each : harvest->left_out) out += fmt::format("left out: {}: {}\n", each.record, each.why);
  for (const auto& note : harvest->notes) out += fmt::format("note: {}\n", note);
  return out;
}

}  // namespace

TEST_CASE("samples: every format reads its own as expected") {
  const fs::path folder = source_tree("/tests/runner/comments/samples");
  const bool regold = std::getenv("SEEDFAULT_REGOLD") != nullptr;
  for (const auto& format : formats()) {
    INFO(format.name);
    std::set<fs::path> samples;
    REQUIRE(fs::exists(folder / format.name));
    for (const auto& entry : fs::directory_iterator(folder / format.name))
      if (entry.path().extension() != ".expected") samples.insert(entry.path());
    CHECK(samples.size() >= 1);
    for (const auto& sample : samples) {
      INFO(sample.filename().string());
      const auto got = drawn(sample, format);
      const auto expected = sample.string() + ".expected";
      if (regold) std::ofstream(expected, std::ios::binary) << got;
      CHECK(got == text_of(expected));
      if (sample.filename().string().starts_with("broken"))
        CHECK(got.find("fault: ") != std::string::npos);
      else
        CHECK(got.find(fmt::format("guessed: {}\n", format.name)) != std::string::npos);
    }
  }
}

TEST_CASE("samples: no reader takes offence at another's file without saying so") {
  const fs::path folder = source_tree("/tests/runner/comments/samples");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".expected") continue;
    const auto text = decoded("x", text_of(entry.path()));
    if (!text) continue;
    for (const auto& format : formats()) {
      INFO(entry.path().filename().string() << " as " << format.name);
      std::size_t count = 0;
      const auto harvest = read(format, "x", *text, [&](Found&&) { ++count; });
      if (!harvest) CHECK_FALSE(harvest.error().empty());
    }
  }
}
