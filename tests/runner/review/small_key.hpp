// What the tests of this room share: the language as it is shipped, the words of real classes, and a small
// key with a defect of three classes, an absence and a decoy in one file.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "detectors/source/manifest.hpp"
#include "runner/review/judge.hpp"
#include "runner/review/language_data.hpp"
#include "tests/source_tree.hpp"

namespace small {

using namespace runner::review;
using detectors::source::Line;
using detectors::source::Manifest;
using detectors::source::Scope;
using detectors::source::ScopeKind;

inline std::string file_text(const std::filesystem::path& path) {
  std::FILE* file = std::fopen((std::filesystem::path(source_tree()) / path).c_str(), "rb");
  REQUIRE(file != nullptr);
  std::string text;
  char buffer[4096];
  while (const auto count = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, count);
  std::fclose(file);
  return text;
}

inline const Language& english() {
  static const Language language = [] {
    std::vector<LanguageFile> files;
    for (const std::string name : {"synonyms.toml", "polarity.toml", "forms.toml"})
      files.push_back({name, file_text("runner/review/english/" + name)});
    auto read = read_language(files);
    if (!read)
      for (const auto& fault : read.error()) MESSAGE(to_string(fault));
    REQUIRE(read.has_value());
    return *read;
  }();
  return language;
}

inline Words class_words(const std::string& id) {
  auto manifest = Manifest::read(id, file_text("detectors/classes/" + id + ".toml"));
  REQUIRE(manifest.has_value());
  auto table = manifest->table("words");
  REQUIRE(table.has_value());
  return {table->texts("topic"), table->texts("cause"), table->texts("effect"), table->texts("remedy"),
          table->texts("wrong_remedy")};
}

inline LineSpan lines(int first, int last) { return {Line{first}, Line{last}}; }

inline const std::string path = "payments/gateway.py";
inline const std::string code = R"(class Gateway:
    def __init__(self, session):
        self.session = session

    def charge(self, order):
        payload = order.as_dict()
        response = requests.post(PAY_URL, json=payload)
        return response.json()

    def refund(self, order):
        response = self.session.post(PAY_URL, json={"order": order.id})
        return response.json()


def list_orders(session):
    orders = session.query(Order).all()
    for order in orders:
        render(order.customer.name)
    return orders


def credit(account, amount):
    account.balance += amount
    account.save()


VERSION = 3
)";

inline Scope scope(ScopeKind kind, std::string name, LineSpan span, std::size_t parent) {
  return {
      .kind = kind, .name = std::move(name), .bytes = {}, .lines = span, .header = span, .parent = parent};
}

inline Outline outline() {
  return {{.kind = ScopeKind::file, .lines = lines(1, 26), .header = lines(1, 26)},
          scope(ScopeKind::type, "Gateway", lines(1, 12), 0),
          scope(ScopeKind::function, "Gateway.__init__", lines(2, 3), 1),
          scope(ScopeKind::function, "Gateway.charge", lines(5, 8), 1),
          scope(ScopeKind::function, "Gateway.refund", lines(10, 12), 1),
          scope(ScopeKind::function, "list_orders", lines(15, 19), 0),
          scope(ScopeKind::loop, "", lines(17, 18), 5),
          scope(ScopeKind::function, "credit", lines(22, 24), 0)};
}

inline Defect defect(std::string id, std::string class_id, std::vector<Place> places) {
  Defect result{.id = std::move(id), .class_id = class_id, .places = std::move(places)};
  result.class_words = class_words(class_id);
  return result;
}

inline Key key() {
  Key key;
  key.defects.push_back(defect("charge", "missing-timeout", {{path, lines(7, 7)}}));
  key.defects.push_back(
      defect("orders", "n-plus-one", {{path, lines(18, 18)}, {path, lines(17, 17), PlaceRole::neutral}}));
  key.defects.push_back(defect("balance", "lost-update", {{path, lines(23, 24)}}));
  key.defects[0].near_misses = {"rename response"};
  key.decoys.push_back({.id = "refund",
                        .places = {{path, lines(11, 11)}},
                        .reason = "the session has a timeout",
                        .false_alarm = {"no timeout"},
                        .class_id = "missing-timeout"});
  key.sightings.push_back({"sensitive-logging", path, lines(3, 3), "logs"});
  key.code.push_back({.after = SourceFile(path, code),
                      .before = SourceFile(path, ""),
                      .outline = outline(),
                      .changed = {lines(1, 26)}});
  for (const std::string id :
       {"missing-timeout", "n-plus-one", "lost-update", "swallowed-error", "sensitive-logging",
        "missing-index", "non-idempotent-handler", "transaction-across-network-call"})
    key.classes.push_back({id, class_words(id)});
  return key;
}

inline Comment at(int line, std::string body) {
  return {.id = "c",
          .scope = CommentScope::lines,
          .path = path,
          .lines = lines(line, line),
          .body = std::move(body)};
}

inline Comment overall(std::string body) { return {.id = "c", .body = std::move(body)}; }

inline Assessment judged(std::vector<Comment> comments, const std::vector<SuggestionTrial>& trials = {},
                         const std::vector<Decision>& decisions = {}) {
  static const Key known = key();
  Review review{.comments = std::move(comments)};
  for (std::size_t i = 0; i < review.comments.size(); ++i) review.comments[i].id = "c" + std::to_string(i);
  return judge(review, known, trials, english(), decisions);
}

// "charge:identified orders:fixed"; "" when everything is missed.
inline std::string levels(const Assessment& assessment) {
  std::string text;
  for (const auto& result : assessment.defects)
    if (result.level != Level::missed)
      text += (text.empty() ? "" : " ") + result.defect + ":" + std::string(to_string(result.level));
  return text;
}

inline std::string fates(const Assessment& assessment) {
  std::string text;
  for (const auto& result : assessment.claims)
    text += (text.empty() ? "" : ", ") + std::string(to_string(result.fate));
  return text;
}

}  // namespace small
