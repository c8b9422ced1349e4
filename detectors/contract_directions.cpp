#include "detectors/contract_directions.hpp"

#include <algorithm>
#include <array>

#include "detectors/facts/words.hpp"

namespace detectors {

namespace {

using Words = std::vector<std::string>;

enum class Told { nothing, request, answer };

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 5> fillers{"dto", "type", "model", "interface", "data"};
// What is sent or read of it: of a request as well as of an answer.
constexpr std::array<std::string_view, 4> parts_of_either{"body", "payload", "schema", "json"};
constexpr std::array<std::string_view, 6> answer_ends{"response", "reply", "result",
                                                      "output",   "out",   "answer"};
constexpr std::array<std::string_view, 5> request_ends{"request", "params", "input", "in", "command"};
constexpr std::array<std::string_view, 7> answer_words{"response", "responses", "result", "results",
                                                       "output",   "outputs",   "reply"};
constexpr std::array<std::string_view, 5> request_words{"request", "requests", "params", "input", "inputs"};
constexpr std::array<std::string_view, 3> verbs{"create", "update", "patch"};
// A thing of its own, kept and shown like any other: a pull request.
constexpr std::array<std::string_view, 6> kept_requests{"pull",   "merge",  "off",
                                                        "change", "friend", "approval"};
// Of what a verb made: shown, though its name begins like a request's.
constexpr std::array<std::string_view, 5> shown_ends{"event", "message", "view", "resource", "payload"};

Words without_end(Words words, auto is_idle) {
  while (words.size() > 1 && is_idle(words.back())) words.pop_back();
  return words;
}

// The word that the name ends with, once what may be of either is left out.
Words to_the_point(std::string_view name) {
  return without_end(telling_words(name), [](const std::string& word) {
    return is_among(word, fillers) || is_among(word, parts_of_either);
  });
}

template <std::size_t N>
bool has_any(const Words& words, const std::array<std::string_view, N>& some) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& each) { return is_among(each, some); });
}

// GetOrderResponseBody, CreateOrderRequest. A single word may name a thing: the request of a forwarder.
Told told_by_end(std::string_view name) {
  const auto words = to_the_point(name);
  if (words.size() < 2) return Told::nothing;
  if (is_among(words.back(), answer_ends)) return Told::answer;
  const bool kept = words.back() == "request" && is_among(words[words.size() - 2], kept_requests);
  return is_among(words.back(), request_ends) && !kept ? Told::request : Told::nothing;
}

// Something in the name speaks of the other direction: ResponseInputItem.
bool speaks_against(std::string_view name, bool request) {
  const auto words = facts::split_words(name);
  return request ? has_any(words, answer_words) : has_any(words, request_words);
}

// CreateOrderDto; but CreateOrderPayload is what GraphQL gives back.
Direction by_verb(std::string_view name) {
  const auto words = telling_words(name);
  if (words.empty()) return {};
  const bool first = is_among(words.front(), verbs);
  const bool asked = first || is_among(words.back(), verbs) || has_any(words, request_words) ||
                     words.back() == "body" || words.back() == "form";
  if (!asked || has_any(words, answer_words)) return {};
  return {.request = true, .plain = first && words.size() > 1 && !is_among(words.back(), shown_ends)};
}

}  // namespace

std::vector<std::string> telling_words(std::string_view name) {
  auto words =
      without_end(facts::split_words(name), [](const std::string& word) { return is_among(word, fillers); });
  if (words.size() > 1 && words.front() == "i") words.erase(words.begin());
  return words;
}

Direction direction_of(std::string_view name, const std::vector<std::string>& enclosing) {
  const auto own = told_by_end(name);
  for (const auto& each : enclosing) {
    // A module's name is that of a file, which may hold both.
    if (each.starts_with('"') || each.starts_with('\'')) continue;
    const auto around = told_by_end(each);
    if (around != Told::nothing)
      return {.request = around == Told::request, .plain = own == Told::nothing || own == around};
    if (own != Told::nothing && speaks_against(each, own == Told::request))
      return {.request = own == Told::request, .plain = false};
  }
  if (own != Told::nothing) return {.request = own == Told::request, .plain = true};
  auto direction = by_verb(name);
  for (const auto& each : enclosing)
    if (!direction.request && !speaks_against(name, true)) direction.request = by_verb(each).request;
  return direction;
}

}  // namespace detectors
