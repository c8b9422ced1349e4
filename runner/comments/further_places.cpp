#include "runner/comments/further_places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::comments {
namespace {

constexpr std::size_t most = 20;

std::string named(const FurtherPlace& place) {
  return fmt::format("`{}{}{}`", place.path, place.lines.none() ? "" : ":", to_string(place.lines));
}

}  // namespace

PlacesAdded add_further_places(review::Comment& comment, const std::vector<FurtherPlace>& places) {
  std::vector<std::string> met{named({comment.path, comment.lines, {}})};
  std::vector<std::string> bare;
  std::string with_words;
  for (const auto& place : places) {
    const auto name = named(place);
    if (std::find(met.begin(), met.end(), name) != met.end()) continue;
    met.push_back(name);
    if (met.size() > most + 1) continue;
    if (place.said.empty())
      bare.push_back(name);
    else
      with_words += fmt::format("\n- {}: {}", name, place.said);
  }
  if (!bare.empty()) comment.body += fmt::format("\n\nAlso at {}.", fmt::join(bare, ", "));
  if (!with_words.empty()) comment.body += "\n\nRelated:\n" + with_words;
  const auto further = met.size() - 1;
  return {.named = std::min(further, most), .beyond = further - std::min(further, most)};
}

void note_places(Reading& reading, const std::string& record, const PlacesAdded& added) {
  if (added.named == 0) return;
  const auto beyond =
      added.beyond == 0 ? "" : fmt::format(", and {} more are in its raw record only", added.beyond);
  reading.note(fmt::format("{}: stands at the first of its places; {} more {} named in its text{}", record,
                           added.named, added.named == 1 ? "is" : "are", beyond));
}

}  // namespace runner::comments
