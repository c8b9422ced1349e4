#include "detectors/one_shot.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "detectors/facts/words.hpp"
#include "detectors/requests.hpp"

namespace detectors {

using namespace facts;

namespace {

// //go:build ignore: run by hand, by name.
bool is_left_out_of_builds(std::string_view text) {
  static const std::vector<std::string> tags{"ignore", "generate", "gen",         "tools",
                                             "tool",   "mage",     "integration", "e2e"};
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.starts_with("package ")) return false;
    if ((line.starts_with("//go:build ") || line.starts_with("// +build ")) &&
        line.find('!') == std::string_view::npos && has_any_phrase(line.substr(10), tags))
      return true;
    at = end + 1;
  }
  return false;
}

// cmd/generateCodes/main.go, benchmark/report.go, installer/unpack.go
bool is_named_after_a_task(std::string_view path) {
  static const std::vector<std::string> tasks{
      "generate",   "generator",   "gen",     "codegen",    "installer", "bench",
      "benchmark",  "conformance", "test",    "testing",    "suite",     "simulator",
      "tool",       "tooling",     "example", "sample",     "demo",      "tutorial",
      "playground", "hack",        "contrib", "benchmarks", "acceptance"};
  return has_any_phrase(path, tasks);
}

// import "testing", in a file that go test does not run by itself.
bool helps_tests(const Facts& facts) {
  static constexpr std::array<std::string_view, 5> libraries{
      "\"testing\"", "net/http/httptest", "stretchr/testify", "onsi/ginkgo", "onsi/gomega"};
  return std::any_of(libraries.begin(), libraries.end(),
                     [&](auto library) { return has_import(facts, library); });
}

// for { … } that nothing leaves, or nothing but the end of a context; not one that reads to an end.
bool is_endless(const Facts& facts, NodeId id) {
  const auto text = facts.text(id);
  if (facts.role(id) != Role::loop || !text.starts_with("for {")) return false;
  if (text.find(".Done():") != std::string_view::npos) return true;
  for (NodeId i = id; i < facts.tree[id].after; ++i)
    if (facts.role(i) == Role::return_ || facts.role(i) == Role::break_) return false;
  return true;
}

// It listens, has handlers, works by the clock or loops for ever.
bool goes_on(const Facts& facts) {
  static constexpr std::array<std::string_view, 11> signs{
      "ListenAndServe", "ListenAndServeTLS", "Serve",  "HandleFunc",   "Handle", "Listen", "NewTicker",
      "Tick",           "Subscribe",         "Notify", "NotifyContext"};
  const auto listens = [&](const Call& call) {
    return std::find(signs.begin(), signs.end(), call.method) != signs.end();
  };
  if (in_serving_file(facts) || std::any_of(facts.calls.begin(), facts.calls.end(), listens)) return true;
  for (NodeId i = 0; i < facts.tree.size(); ++i)
    if (is_endless(facts, i)) return true;
  return false;
}

// Of a program whose main stands in another file: what is given a context may be part of a server.
bool is_given_contexts(const Facts& facts) {
  return std::any_of(facts.functions.begin(), facts.functions.end(),
                     [&](const Function& each) { return facts.has(each.decorated, "context"); });
}

bool holds_main(const Facts& facts) {
  return std::any_of(facts.functions.begin(), facts.functions.end(),
                     [](const Function& each) { return each.name == "main" && each.type == nothing; });
}

}  // namespace

bool is_main_package(const Facts& facts) {
  const auto text = facts.file->text();
  return text.starts_with("package main\n") || text.find("\npackage main\n") != std::string_view::npos;
}

bool runs_once(const Facts& facts) {
  const std::string_view text = facts.file->text();
  if (is_left_out_of_builds(text) || is_named_after_a_task(facts.file->path()) || helps_tests(facts))
    return true;
  return is_main_package(facts) && !goes_on(facts) && (holds_main(facts) || !is_given_contexts(facts));
}

}  // namespace detectors
