#include "detectors/outgoing.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

bool holds_one_of(std::string_view text, std::initializer_list<std::string_view> known) {
  return std::any_of(known.begin(), known.end(),
                     [&](auto each) { return text.find(each) != std::string_view::npos; });
}

// The functions around, the nearest first. One that is as long as a module is a module in a wrapper.
std::vector<std::string_view> functions_around(const Facts& facts, NodeId id) {
  constexpr int longest = 200;
  std::vector<std::string_view> texts;
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent) {
    const auto node = facts.functions[at].node;
    if (facts.line(facts.tree[node].after - 1) - facts.line(node) > longest) break;
    texts.push_back(facts.text(node));
  }
  return texts;
}

// The nearest function around that has a name.
std::string_view named_function(const Facts& facts, NodeId id) {
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
    if (!facts.functions[at].name.empty()) return facts.functions[at].name;
  return {};
}

template <class Test>
bool around(const Facts& facts, NodeId id, Test test) {
  const auto texts = functions_around(facts, id);
  return std::any_of(texts.begin(), texts.end(), test);
}

// What was given to the variable: const url = `http://localhost:${port}`.
std::string_view value_behind(const Facts& facts, NodeId node) {
  const auto* known = facts.role(node) == Role::identifier ? definition(facts, node) : nullptr;
  return known && known->kind == Definition::Kind::assignment ? facts.text(known->value) : std::string_view{};
}

// fetch(request), got(options), fetch(new Request(…)): what it asks for was put together elsewhere.
bool takes_request(const Facts& facts, const Call& call) {
  static const std::vector<std::string> words{"request", "req",    "options", "option",
                                              "opts",    "config", "init",    "params"};
  if (call.arguments.size() != 1) return false;
  const auto value = bare(facts, call.arguments.front().value);
  const auto role = facts.role(value);
  if (facts.text(value).starts_with("new Request")) return true;
  if (role != Role::identifier && role != Role::attribute) return false;
  return has_any_phrase(facts.text(value), words) && !value_behind(facts, value).starts_with('{');
}

}  // namespace

bool lies_aside(const Facts& facts) {
  static const std::vector<std::string> words{
      "sandbox",   "simulator", "emulator",    "miniflare",    "mock",        "fake",       "dev server",
      "devserver", "dev tools", "devtools",    "playground",   "scaffolding", "example",    "demo",
      "benchmark", "bench",     "postinstall", "preinstall",   "installer",   "npm script", "codegen",
      "storybook", "cypress",   "browser",     "react native", "electron",    "webview",    "wasm",
      "frontend",  "ui",        "testing",     "testkit",      "testnet",     "faucet",     "sample",
      "wizard",    "dev",       "install",     "template",     "templates",   "webdriver",  "chromedriver"};
  return has_any_phrase(facts.file->path(), words) ||
         holds_one_of(facts.file->text(),
                      {"chalk", "picocolors", "inquirer", "@clack/prompts", "'ora'", "\"ora\"",
                       "process.exit(", "process.stdout.write", "localStorage", "navigator.", "indexedDB",
                       "XMLHttpRequest", "importScripts", "chrome.runtime"});
}

bool moves_a_file(const Facts& facts, NodeId id) {
  static const std::vector<std::string> words{"download", "downloader", "upload", "uploader", "presigned",
                                              "firmware", "tarball",    "tar",    "zip",      "prebuild",
                                              "archive",  "attachment", "backup", "pdf",      "streaming"};
  static const std::vector<std::string> bodies{"file", "form", "form data", "blob", "stream", "buffer"};
  const auto* call = facts.call(id);
  if (call && !call->arguments.empty() && has_any_phrase(facts.text(call->arguments.front().value), words))
    return true;
  for (const std::string_view part : {"body", "data"}) {
    const auto sent = call ? given(facts, *call, part).value : no_node;
    if (facts.role(sent == no_node ? id : sent) == Role::identifier &&
        has_any_phrase(facts.text(sent), bodies))
      return true;
  }
  if (has_any_phrase(named_function(facts, id), words)) return true;
  return around(facts, id, [](std::string_view text) {
    return holds_one_of(text, {".pipe(", "pipeline(", "createWriteStream(", "createReadStream(", "getReader(",
                               "text/event-stream", "Readable.fromWeb", "WebAssembly."});
  });
}

bool has_limit_elsewhere(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  if (call && takes_request(facts, *call)) return true;
  if (holds_one_of(facts.file->text(), {"defaults.timeout", "setGlobalDispatcher", "headersTimeout"}))
    return true;
  return around(facts, id, [](std::string_view text) {
    return holds_one_of(text, {"Promise.race(", "ithTimeout(", "pTimeout(", "p_timeout", "AbortController",
                               "AbortSignal", "cancelToken", ".signal", "timeoutMs", "timeout_ms"});
  });
}

}  // namespace detectors
