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

namespace {

struct Told {
  bool good = true;
  std::string comments;
};

// Without what a file's encoding and line ends change: the raw record.
Told told(const Format& format, const std::string& name, std::string bytes) {
  Told out;
  const auto text = decoded(name, std::move(bytes));
  if (!text) return {.good = false, .comments = {}};
  out.good =
      read(format, name, *text, [&](Found&& found) { out.comments += drawn(std::move(found)); }).has_value();
  return out;
}

std::string utf16(std::string_view text, bool big, bool mark) {
  std::string bytes;
  const auto put = [&](unsigned unit) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  if (mark) put(0xFEFF);
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    unsigned point = length == 1 ? byte : byte & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k)
      point = point << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    i += length;
    if (point < 0x10000) put(point);
    if (point >= 0x10000) put(0xD800 + ((point - 0x10000) >> 10U)), put(0xDC00 + (point & 0x3FFU));
  }
  return bytes;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) out += '\r';
    out += text[i];
  }
  return out;
}

// Every sample that is read, of every format: its name, and its text in UTF-8 without a mark.
template <class Visit>
void each_good_sample(const Visit& visit) {
  for (const auto& format : formats())
    for (const auto& entry :
         fs::directory_iterator(fs::path(source_tree("/tests/runner/comments/samples")) / format.name)) {
      const auto name = entry.path().filename().string();
      if (entry.path().extension() == ".expected" || name.starts_with("broken")) continue;
      INFO(format.name << " " << name);
      visit(format, name, decoded(name, text_of(entry.path())).value());
    }
}

}  // namespace

TEST_CASE("samples: line ends, a byte order mark and UTF-16 change nothing") {
  each_good_sample([](const Format& format, const std::string& name, const std::string& text) {
    const auto plain = told(format, name, text);
    CHECK(plain.good);
    CHECK(told(format, name, with_crlf(text)).comments == plain.comments);
    CHECK(told(format, name, "\xEF\xBB\xBF" + text).comments == plain.comments);
    for (const bool big : {false, true}) {
      CHECK(told(format, name, utf16(text, big, true)).comments == plain.comments);
      if (static_cast<unsigned char>(text[0]) < 0x80 && static_cast<unsigned char>(text[1]) < 0x80)
        CHECK(told(format, name, utf16(text, big, false)).comments == plain.comments);
    }
  });
}

TEST_CASE("samples: a file that is cut off is refused, or read up to there") {
  const std::set<std::string_view> have_an_end{"github", "gitlab", "gerrit", "bitbucket", "bitbucket-server",
                                               "sarif",  "rdjson", "json",   "checkstyle"};
  each_good_sample([&](const Format& format, const std::string& name, const std::string& text) {
    const auto end = text.find_last_not_of(" \t\r\n");
    if (end == std::string::npos || text.find("}\n{") != std::string::npos) return;  // documents in a row
    for (std::size_t i = 1; i < 40; ++i) {
      const auto cut = told(format, name, text.substr(0, end * i / 40));
      if (have_an_end.contains(format.name) && i > 1) CHECK_FALSE(cut.good);
    }
  });
}

// strange.* holds the same six comments in each format: a Windows path, columns behind an emoji, a file that
// the change does not have, and one id three times. Where they land says tests/runner/session/strange.cpp.
TEST_CASE("samples: every format has the strange ones, and a broken one") {
  const fs::path folder = source_tree("/tests/runner/comments/samples");
  const std::set<std::string_view> never_broken{"markdown", "email", "review-file"};  // any text is one
  for (const auto& format : formats()) {
    INFO(format.name);
    bool strange = false;
    bool broken = never_broken.contains(format.name);
    for (const auto& entry : fs::directory_iterator(folder / format.name)) {
      strange = strange || entry.path().filename().string().starts_with("strange.");
      broken = broken || entry.path().filename().string().starts_with("broken");
    }
    CHECK(strange);
    CHECK(broken);
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
