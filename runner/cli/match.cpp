#include "runner/session/match.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/report/printable.hpp"

namespace runner::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
std::vector<std::string> quoted_ids(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const auto& each : all) ids.push_back(quoted(each.id));
  return ids;
}

std::string list_of(std::string_view name, const std::vector<std::string>& items) {
  if (items.empty()) return fmt::format(" \"{}\": []", name);
  return fmt::format(" \"{}\": [\n  {}\n ]", name, fmt::join(items, ",\n  "));
}

// One line a match and a pair: there may be 50,000, and a person who looks for one can grep.
std::string json_of(const session::Matched& matched) {
  const auto comments = quoted_ids(matched.key.comments), defects = quoted_ids(matched.key.defects);
  std::vector<std::string> matches, pairs, unmatched;
  for (const auto& match : matched.matching.matches) {
    std::vector<std::string> evidence;
    for (const auto& line : match.evidence) evidence.push_back(quoted(line));
    matches.push_back(
        fmt::format(R"({{"comment": {}, "defect": {}, "level": "{}", "score": {:.6f}, "evidence": [{}]}})",
                    comments[match.comment], defects[match.defect], review::to_string(match.level),
                    match.score, fmt::join(evidence, ", ")));
  }
  for (const auto& pair : matched.matching.pairs)
    pairs.push_back(fmt::format(R"({{"comment": {}, "defect": {}, "score": {:.6f}}})", comments[pair.comment],
                                defects[pair.defect], pair.score));
  for (const auto i : matched.matching.unmatched) unmatched.push_back(comments[i]);
  return fmt::format("{{\n{},\n{},\n{}\n}}\n", list_of("matches", matches), list_of("pairs", pairs),
                     list_of("unmatched", unmatched));
}

std::string text_of(const session::Matched& matched) {
  const auto& matching = matched.matching;
  std::string out;
  for (const auto& match : matching.matches) {
    out += fmt::format("{} says {}: {}, {:.2f}\n", report::one_line(matched.key.comments[match.comment].id),
                       report::one_line(matched.key.defects[match.defect].id), review::to_string(match.level),
                       match.score);
    for (const auto& line : match.evidence) out += fmt::format("    {}\n", report::one_line(line));
  }
  for (const auto i : matching.unmatched)
    out += fmt::format("{}: no match\n", report::one_line(matched.key.comments[i].id));
  out += fmt::format("{} of {} defects found by {} comments\n", matching.matches.size(),
                     matched.key.defects.size(), matched.key.comments.size());
  for (const auto& note : matched.notes) out += fmt::format("note: {}\n", report::one_line(note));
  return out;
}

Result run_match(const Arguments& arguments, const Context& context) {
  session::MatchRequest request{
      .key = arguments.text("--key"), .comments = arguments.text("--comments"), .tree = {}};
  if (const auto tree = arguments.value("--tree")) request.tree = *tree;
  const auto matched = session::match(context.house, request);
  if (!matched) return tl::make_unexpected(matched.error());
  return print(arguments.has("--json") ? json_of(*matched) : text_of(*matched));
}

}  // namespace

Command match_command() {
  return {.name = "match",
          .summary = "Match comments to a key of free text, without an exercise",
          .description =
              "For a team's own pull request, where all that is known of a defect is what somebody wrote "
              "about it. The key is "
              "{\"defects\": [{\"id\", \"description\", \"class\"?, \"title\"?, \"severity\"?, \"file\"?, "
              "\"start_line\"?, "
              "\"end_line\"?}]}, the comments {\"comments\": [{\"id\", \"body\", \"file\"?, \"start_line\"?, "
              "\"end_line\"?}]}. "
              "Every pair gets a score from 0 to 1; 0.5 or more means the same problem. Matches are "
              "one-to-one, each with the "
              "evidence that its score adds up from. docs/free-text-keys.md says how good this is, and how "
              "that was measured.",
          .options = {{.name = "--key",
                       .value = "FILE",
                       .help = "the known defects, JSON",
                       .count = Option::Count::required},
                      {.name = "--comments",
                       .value = "FILE",
                       .help = "the review comments, JSON",
                       .count = Option::Count::required},
                      {.name = "--tree",
                       .value = "DIR",
                       .help = "the code that both speak of: tells which lines share a function"},
                      json_option},
          .examples = {"seedfault match --key key.json --comments comments.json --json",
                       "seedfault match --key key.json --comments comments.json --tree ../shop"},
          .run = run_match};
}

}  // namespace runner::cli
