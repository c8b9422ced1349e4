// Every string of an exercise's key, to be looked for in what a candidate is sent.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unordered_map>

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
    if (!line.starts_with("```")) texts.push_back(std::move(line));  // a fence tells nothing
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
inline std::string without_colours(const std::string& body) {
  std::string out;
  for (std::size_t at = 0; at < body.size();) {
    auto tag = std::min(body.find("<span class=\"hl-", at), body.find("</span", at));
    tag = std::min(tag, body.size());
    out.append(body, at, tag - at);
    at = tag < body.size() ? std::min(body.find('>', tag), body.size() - 1) + 1 : tag;
  }
  return out;
}

// Many strings looked for at once, each as it is and as HTML and JSON write it.
class Search {
 public:
  explicit Search(const Texts& secrets) {
    for (const auto& secret : secrets)
      for (const auto& written : {secret, report::escaped(secret), in_json(secret)})
        if (written.size() >= width) texts_[key(written.data())].push_back(written);
    for (const auto& [first, texts] : texts_) begins_.set(first % begins_.size());
  }
  // Those of them that stand in the text; each once.
  [[nodiscard]] Texts in(const std::string& text) const {
    Texts found;
    for (std::size_t at = 0; at + width <= text.size(); ++at) {
      const auto first = key(text.data() + at);
      if (!begins_[first % begins_.size()]) continue;
      const auto candidates = texts_.find(first);
      if (candidates == texts_.end()) continue;
      for (const auto& each : candidates->second)
        if (text.compare(at, each.size(), each) == 0 && std::ranges::find(found, each) == found.end())
          found.push_back(each);
    }
    return found;
  }

 private:
  static constexpr std::size_t width = 8;
  static std::uint64_t key(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, width);
    return bytes;
  }
  static std::string in_json(const std::string& text) {
    auto written = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return written.substr(1, written.size() - 2);
  }
  std::unordered_map<std::uint64_t, Texts> texts_;
  std::bitset<1048573> begins_;
};

inline void holds_nothing(const Response& response, const Search& search) {
  CHECK(response.status < 500);
  for (const auto& secret : search.in(without_colours(response.body))) FAIL_CHECK("holds \"", secret, "\"");
}
inline void holds_nothing(const Response& response, const Texts& secrets) {
  holds_nothing(response, Search(secrets));
}

}  // namespace runner::web
