#include "bench/matching/corpus.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "runner/comments/lines.hpp"
#include "runner/session/files.hpp"

namespace bench {
namespace {

using nlohmann::json;
namespace review = runner::review;

constexpr std::string_view blind = "blind-";

struct Reading {
  std::vector<LabelledReview> reviews;
  detectors::source::Faults faults;
};

void add_faults(Reading& into, const detectors::source::Faults& faults) {
  into.faults.insert(into.faults.end(), faults.begin(), faults.end());
}

Levels levels_of(const json& object) {
  Levels levels;
  for (const auto& [defect, name] : object.items()) {
    const auto level = review::level_named(name.get<std::string>());
    if (!level) throw std::runtime_error(fmt::format("\"{}\" is no level", name.get<std::string>()));
    levels[defect] = *level;
  }
  return levels;
}

review::Comment comment_of(const json& object) {
  review::Comment comment;
  comment.id = object.at("id");
  comment.body = object.at("body");
  comment.path = object.value("file", "");
  if (!comment.path.empty()) comment.scope = review::CommentScope::file;
  const auto lines = object.value("lines", "");
  if (lines.empty()) return comment;
  const auto span = runner::comments::lines_in(lines);
  if (!span) throw std::runtime_error(fmt::format("\"{}\" are no lines", lines));
  comment.scope = review::CommentScope::lines;
  comment.lines = *span;
  return comment;
}

Label label_of(const json& object) {
  Label label{.expected = levels_of(object.at("expected")), .fate = object.value("fate", ""), .why = {}};
  if (object.contains("why")) label.why.push_back(object["why"]);
  if (label.expected.empty() == label.fate.empty())
    throw std::runtime_error("a comment has a level or a fate, and not both");
  return label;
}

LabelledReview review_of(const json& object) {
  LabelledReview labelled;
  labelled.planted = object.value("planted", labelled.planted);
  const auto verdict = review::verdict_named(object.at("verdict").get<std::string>());
  if (!verdict) throw std::runtime_error("the verdict is none");
  labelled.review.verdict = *verdict;
  for (const auto& comment : object.at("comments")) {
    labelled.review.comments.push_back(comment_of(comment));
    labelled.labels.push_back(label_of(comment));
  }
  return labelled;
}

LabelledReview of_corpus(const std::string& name, const json& object) {
  auto labelled = review_of(object);
  labelled.name = name;
  labelled.exercise = object.at("exercise");
  labelled.style = object.at("style");
  labelled.held_out = object.at("held_out");
  labelled.expected = levels_of(object.at("review_expected"));
  return labelled;
}

// A blind sample of the bank: "blind-non-native".
LabelledReview of_exercise(const std::string& exercise, const std::string& name, const json& object) {
  auto labelled = review_of(object);
  labelled.name = exercise + "/" + name;
  labelled.exercise = exercise;
  labelled.style = name.substr(blind.size());
  labelled.held_out = true;
  labelled.expected = levels_of(object.at("expected"));
  return labelled;
}

// `make` of the name and the JSON of each file whose name begins with `prefix`.
template <class Make>
void read_reviews(const std::filesystem::path& folder, std::string_view prefix, Make make, Reading& into) {
  const auto names = runner::session::files_in(folder, ".json");
  if (!names) return add_faults(into, names.error());
  for (const auto& name : *names) {
    if (!name.starts_with(prefix)) continue;
    const auto text = runner::session::read_file(folder / name);
    if (!text) return add_faults(into, text.error());
    try {
      into.reviews.push_back(make(name.substr(0, name.rfind('.')), json::parse(*text)));
    } catch (const std::exception& error) {
      into.faults.push_back({(folder / name).string(), {}, error.what(), "mend the label"});
    }
  }
}

}  // namespace

Checked<std::vector<LabelledReview>> read_labelled(const runner::session::House& house) {
  Reading reading;
  read_reviews(house.data / "tests" / "review" / "corpus", "", of_corpus, reading);
  for (const auto& id : runner::session::exercise_ids(house))
    read_reviews(
        house.data / "exercises" / id / "reviews", blind,
        [&](const std::string& name, const json& object) { return of_exercise(id, name, object); }, reading);
  if (!reading.faults.empty()) return tl::make_unexpected(std::move(reading.faults));
  return std::move(reading.reviews);
}

}  // namespace bench
