#include "runner/session/match.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/report/printable.hpp"

namespace runner::cli {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 1e6) / 1e6; }

std::string json_of(const session::Matched& matched) {
  const auto& [matches, pairs, unmatched] = matched.matching;
  const auto comment = [&](std::size_t i) -> const std::string& { return matched.key.comments[i].id; };
  const auto defect = [&](std::size_t i) -> const std::string& { return matched.key.defects[i].id; };
  Json out{{"matches", Json::array()}, {"pairs", Json::array()}, {"unmatched", Json::array()}};
  for (const auto& match : matches)
    out["matches"].push_back(Json{{"comment", comment(match.comment)},
                                  {"defect", defect(match.defect)},
                                  {"level", review::to_string(match.level)},
                                  {"score", rounded(match.score)},
                                  {"evidence", match.evidence}});
  for (const auto& pair : pairs)
    out["pairs"].push_back(Json{
        {"comment", comment(pair.comment)}, {"defect", defect(pair.defect)}, {"score", rounded(pair.score)}});
  for (const auto i : unmatched) out["unmatched"].push_back(comment(i));
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
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

Result run(const Arguments& arguments, const Context& context) {
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
          .run = run};
}

}  // namespace runner::cli
