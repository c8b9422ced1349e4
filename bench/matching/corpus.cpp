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

LabelledReview review_of(const std::string& name, const json& object) {
  LabelledReview labelled;
  labelled.name = name;
  labelled.exercise = object.at("exercise");
  labelled.planted = object.value("planted", labelled.planted);
  labelled.style = object.at("style");
  labelled.held_out = object.at("held_out");
  labelled.expected = levels_of(object.at("review_expected"));
  const auto verdict = review::verdict_named(object.at("verdict").get<std::string>());
  if (!verdict) throw std::runtime_error("the verdict is none");
  labelled.review.verdict = *verdict;
  for (const auto& comment : object.at("comments")) {
    labelled.review.comments.push_back(comment_of(comment));
    labelled.labels.push_back(label_of(comment));
  }
  return labelled;
}

}  // namespace

Checked<std::vector<LabelledReview>> read_corpus(const std::filesystem::path& folder) {
  const auto names = runner::session::files_in(folder, ".json");
  if (!names) return tl::make_unexpected(names.error());
  std::vector<LabelledReview> reviews;
  detectors::source::Faults faults;
  for (const auto& name : *names) {
    const auto text = runner::session::read_file(folder / name);
    if (!text) return tl::make_unexpected(text.error());
    try {
      reviews.push_back(review_of(name.substr(0, name.rfind('.')), json::parse(*text)));
    } catch (const std::exception& error) {
      faults.push_back({(folder / name).string(), {}, error.what(), "mend the label"});
    }
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return reviews;
}

}  // namespace bench
