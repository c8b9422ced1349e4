#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/plant.hpp"
#include "runner/exercise/stand.hpp"

namespace runner::exercise {
namespace {

using detectors::source::Fault;
using detectors::source::LineSpan;
using detectors::source::Scope;
using detectors::source::ScopeKind;
using detectors::source::SourceFile;

// What went wrong with one place, or where it stands.
using Found = tl::expected<LineSpan, Fault>;

std::string with_crlf(std::string_view code) {
  std::string result;
  for (const char c : code) {
    if (c == '\n' && !result.ends_with('\r')) result += '\r';
    result += c;
  }
  return result;
}

std::vector<std::size_t> occurrences(std::string_view text, std::string_view code) {
  std::vector<std::size_t> found;
  for (auto at = text.find(code); at != std::string_view::npos; at = text.find(code, at + 1))
    found.push_back(at);
  return found;
}

std::string lines_of(const SourceFile& file, const std::vector<std::size_t>& offsets) {
  std::string list;
  for (std::size_t i = 0; i < offsets.size() && i < 5; ++i)
    list += fmt::format("{}{}", i ? ", " : "", file.position(offsets[i]).line.number);
  return offsets.size() > 5 ? list + ", …" : list;
}

// The first line that holds anything, shortened: enough to find the place in the author's own file.
std::string excerpt(std::string_view code) {
  const auto begin = std::min(code.find_first_not_of(" \t\r\n"), code.size());
  auto line = code.substr(begin, code.find_first_of("\r\n", begin) - begin);
  if (line.size() <= 60) return std::string(line);
  std::size_t end = 57;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;  // between characters
  return std::string(line.substr(0, end)) + "…";
}

Found find_code(const SourceFile& file, const std::string& given, const std::string& described_in) {
  auto code = given;
  auto found = occurrences(file.text(), code);
  if (found.empty() && file.text().find("\r\n") != std::string::npos) {
    code = with_crlf(given);
    found = occurrences(file.text(), code);
  }
  if (found.empty())
    return tl::make_unexpected(
        Fault{described_in,
              {},
              fmt::format("code \"{}\" does not stand in {}", excerpt(given), file.path()),
              "copy it from the file as it is once the defects are planted"});
  if (found.size() > 1)
    return tl::make_unexpected(
        Fault{described_in,
              {},
              fmt::format("code \"{}\" stands {} times in {} (lines {})", excerpt(given), found.size(),
                          file.path(), lines_of(file, found)),
              "quote more of the code, so that it stands there once"});
  return visible_lines(file, {found[0], found[0] + code.size()});
}

bool is_named(const Scope& scope, std::string_view symbol) {
  if (scope.kind != ScopeKind::function && scope.kind != ScopeKind::type) return false;
  const std::string_view name = scope.name;
  return name == symbol || (name.size() > symbol.size() && name.ends_with(symbol) &&
                            name[name.size() - symbol.size() - 1] == '.');
}

Found find_symbol(const SourceFile& file, const std::string& symbol, const std::string& described_in,
                  const Outliner& outliner) {
  std::vector<Scope> found;
  for (auto& scope : outliner(file))
    if (is_named(scope, symbol)) found.push_back(scope);
  const auto whole =
      std::find_if(found.begin(), found.end(), [&](const auto& scope) { return scope.name == symbol; });
  if (whole != found.end() && found.size() > 1) found = {*whole};
  if (found.empty())
    return tl::make_unexpected(Fault{described_in,
                                     {},
                                     fmt::format("no function or type '{}' in {}", symbol, file.path()),
                                     "name one that the file defines, or point with code = \"…\""});
  if (found.size() > 1)
    return tl::make_unexpected(Fault{described_in,
                                     {},
                                     fmt::format("'{}' names {} things in {}: '{}', '{}'", symbol,
                                                 found.size(), file.path(), found[0].name, found[1].name),
                                     "write the qualified name"});
  return found[0].header.none() ? found[0].lines : found[0].header;
}

Found find_place(const Tree& tree, const PlaceRef& place, const std::string& described_in,
                 const Outliner& outliner) {
  const auto* text = text_of(tree, place.path);
  if (!text)
    return tl::make_unexpected(
        Fault{described_in,
              {},
              fmt::format("place names '{}', which is not in the planted tree", place.path),
              "write a path below tree/, without 'tree/' itself"});
  const SourceFile file(place.path, *text);
  if (place.symbol.empty()) return find_code(file, place.code, described_in);
  return find_symbol(file, place.symbol, described_in, outliner);
}

}  // namespace

Checked<std::vector<review::Place>> locate(const Tree& tree, const std::vector<PlaceRef>& places,
                                           const std::string& described_in, const Outliner& outliner) {
  std::vector<review::Place> located;
  Faults faults;
  for (const auto& place : places) {
    const auto lines = find_place(tree, place, described_in, outliner);
    if (lines)
      located.push_back(
          {.path = place.path, .lines = *lines, .role = place.role, .side = review::Side::after});
    else
      faults.push_back(lines.error());
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return located;
}

}  // namespace runner::exercise
