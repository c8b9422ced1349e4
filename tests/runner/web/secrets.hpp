// Every string of an exercise's key, to be looked for in what a candidate is sent.
#pragma once

#include <algorithm>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/showing.hpp"
#include "site.hpp"

namespace runner::web {

inline constexpr std::uint64_t seed = 918273645;

using Texts = std::vector<std::string>;

inline void add_lines(Texts& texts, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    line.erase(0, line.find_first_not_of(" \t"));
    texts.push_back(std::move(line));
    at = end + 1;
  }
}

inline Texts key_of(const runner::exercise::Exercise& exercise) {
  Texts key{std::to_string(seed)};
  for (const auto& defect : exercise.defects) {
    for (const auto* text : {&defect.id, &defect.class_id, &defect.title, &defect.undetectable_reason})
      key.push_back(*text);
    for (const auto* text : {&defect.why, &defect.fix, &defect.proof}) add_lines(key, *text);
    key.insert(key.end(), defect.near_misses.begin(), defect.near_misses.end());
    key.insert(key.end(), defect.follow_ups.begin(), defect.follow_ups.end());
  }
  for (const auto& decoy : exercise.decoys) {
    for (const auto* text : {&decoy.id, &decoy.title, &decoy.reason}) key.push_back(*text);
    key.insert(key.end(), decoy.false_alarm.begin(), decoy.false_alarm.end());
  }
  for (const auto& review : exercise.reviews)
    for (const auto& comment : review.review.comments) add_lines(key, comment.body);
  for (const auto& file : exercise.artifacts) key.push_back(file.path), add_lines(key, file.text);
  for (const auto& file : exercise.tree) add_lines(key, file.text);  // the sound code
  return key;
}

// What the candidate is meant to read; a string of the key that stands in it too tells nothing.
inline std::string shown(const session::Showing& showing) {
  const auto& request = showing.pull_request;
  std::string all = showing.introduction.title + showing.introduction.brief + showing.introduction.ai_policy +
                    request.title + request.body;
  for (const auto* tree : {&showing.before, &showing.after})
    for (const auto& file : *tree) all += file.path + "\n" + file.text;
  return all;
}

inline Texts secrets_of(const TestSite& at, const session::Attempt& attempt) {
  const auto exercise = session::load_exercise(at.at.house, attempt.exercise);
  REQUIRE(exercise);
  const auto open = shown(**session::showing(at.at.house, attempt));
  auto secrets = key_of(*exercise);
  std::erase_if(secrets,
                [&](const auto& text) { return text.size() < 9 || open.find(text) != std::string::npos; });
  return secrets;
}

// Colours cut code into pieces: without their tags it reads as it is.
inline Response without_colours(Response response) {
  auto& body = response.body;
  for (const std::string_view begin : {"<span class=\"hl-", "</span"})
    for (auto at = body.find(begin); at != std::string::npos; at = body.find(begin, at))
      body.erase(at, body.find('>', at) + 1 - at);
  return response;
}

inline void holds_nothing(const Response& coloured, const Texts& secrets) {
  CHECK(coloured.status < 500);
  const auto response = without_colours(coloured);
  for (const auto& secret : secrets) {
    if (!holds(response, secret) && !holds(response, runner::report::escaped(secret))) continue;
    FAIL_CHECK("holds \"", secret, "\"");
  }
}

}  // namespace runner::web
