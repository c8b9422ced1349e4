// reviews/<name>.json: a review that somebody could have written, and the levels that it must be given.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "detectors/source/strict_json.hpp"
#include "runner/exercise/reading.hpp"

namespace runner::exercise {
namespace {

using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::StrictJson;

std::optional<int> line_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 1) return std::nullopt;
  return value;
}

LineSpan read_lines(const StrictJson& json) {
  const auto text = json.text("lines");
  const auto dash = text.find('-');
  const auto first = line_number(std::string_view(text).substr(0, dash));
  const auto last = dash == std::string::npos ? first : line_number(std::string_view(text).substr(dash + 1));
  if (first && last && *first <= *last) return {Line{*first}, Line{*last}};
  if (json.has_text("lines"))
    json.fault("lines", fmt::format("is \"{}\"", text), "write \"12\" or \"12-14\"");
  return {};
}

std::optional<std::size_t> level(const StrictJson& json, std::string_view key) {
  return json.choice(key, {"missed", "located", "identified", "explained", "fixed"});
}

// What the comment by itself deserves. Nothing here needs it; what measures the matcher does.
void check_label(const StrictJson& json, const KnownIds& known) {
  const auto expected = json.required("expected", "write {} when it is about no defect, and its fate");
  if (!expected || !expected->object(known.defects)) return;
  for (const auto& id : known.defects) (void)level(*expected, id);
  (void)json.text("fate");
  (void)json.texts("also");
  (void)json.text("why");
}

review::Comment read_comment(const StrictJson& json, std::size_t index, const KnownIds& known, bool blind) {
  review::Comment comment{.id = fmt::format("c{}", index + 1), .source = "sample"};
  std::vector<std::string> keys{"file", "lines", "body", "severity"};
  if (blind) keys.insert(keys.end(), {"id", "expected", "fate", "also", "why"});
  if (!json.object(keys)) return comment;
  if (blind) check_label(json, known);
  if (json.has_text("id")) comment.id = json.text("id");
  comment.path = json.text("file");
  if (const auto unsafe = unsafe_path(comment.path); !comment.path.empty() && unsafe)
    json.fault("file", *unsafe, "write a path below tree/");
  if (comment.path.empty() && json.has("lines")) json.fault("lines", "stands without a file", "add file");
  comment.lines = read_lines(json);
  if (!comment.path.empty())
    comment.scope = comment.lines.none() ? review::CommentScope::file : review::CommentScope::lines;
  comment.body = json.required_text("body");
  if (const auto severity = json.choice("severity", {"blocker", "major", "minor", "nit"}))
    comment.severity = detectors::source::severity_named(json.text("severity"));
  return comment;
}

void read_expected(const StrictJson& json, const KnownIds& known, SampleReview& sample) {
  const auto expected = json.required("expected", "name the level of every defect");
  if (!expected || !expected->object(known.defects)) return;
  for (const auto& id : known.defects) {
    if (!expected->has(id)) expected->fault(id, "is missing", "add it");
    if (level(*expected, id)) sample.expected.emplace_back(id, *review::level_named(expected->text(id)));
  }
}

// An id that is none of the exercise's is told, and left out.
void read_planted(const StrictJson& json, const KnownIds& known, SampleReview& sample) {
  for (const auto& id : json.texts("planted"))
    if (std::ranges::find(known.defects, id) != known.defects.end())
      sample.planted.push_back(id);
    else
      json.fault("planted", fmt::format("names \"{}\", which is no defect of this exercise", id),
                 fmt::format("its defects are: {}", fmt::join(known.defects, ", ")));
}

void read_decoy_hits(const StrictJson& json, SampleReview& sample) {
  if (!json.has("expected_decoy_hits")) return;
  const auto hits = json.whole_number("expected_decoy_hits");
  if (hits && *hits >= 0 && *hits <= 1000)
    sample.expected_decoy_hits = static_cast<int>(*hits);
  else
    json.fault("expected_decoy_hits", "is not a number of decoys", "write a whole number, 0 or more");
}

}  // namespace

SampleReview read_sample_review(const Folder& folder, const KnownIds& known, const std::string& name,
                                Faults& faults) {
  SampleReview sample;
  sample.name = name;
  const auto path = "reviews/" + name + ".json";
  const auto& text = text_at(folder, path);
  const auto json = StrictJson::read(text, "", [&](auto offset, std::string problem, std::string remedy) {
    const auto lines =
        offset ? std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*offset), '\n') + 1 : 0;
    faults.push_back(
        {folder.name + "/" + path, Line{static_cast<int>(lines)}, std::move(problem), std::move(remedy)});
  });
  if (!json ||
      !json->object({"title", "blind", "planted", "verdict", "comments", "expected", "expected_decoy_hits"}))
    return sample;
  sample.blind = json->flag("blind");
  read_planted(*json, known, sample);
  sample.title = json->required_text("title");
  if (!json->has("verdict")) json->fault("verdict", "is missing", "add it");
  if (json->choice("verdict", {"approve", "request-changes", "comment", "none"}))
    sample.review.verdict = *review::verdict_named(json->text("verdict"));
  if (!json->has("comments")) json->fault("comments", "is missing", "write \"comments\": […]");
  for (const auto& each : json->list("comments"))
    sample.review.comments.push_back(read_comment(each, sample.review.comments.size(), known, sample.blind));
  read_expected(*json, sample.planted.empty() ? known : KnownIds{sample.planted}, sample);
  read_decoy_hits(*json, sample);
  return sample;
}

}  // namespace runner::exercise
