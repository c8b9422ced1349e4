// The files that one OpenAPI document is spread over, and where a reference in one of them leads. Nothing is
// fetched: another file is asked of the caller, who knows the tree.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/openapi.hpp"
#include "detectors/source/yaml.hpp"

namespace detectors::api {

struct Document {
  std::string path;
  std::vector<source::Yaml> values;
  std::map<std::string, const source::Yaml*, std::less<>> pointed;  // what was asked for before
};

struct Node {
  const source::Yaml* value = nullptr;
  Document* in = nullptr;
  explicit operator bool() const { return value != nullptr; }
  [[nodiscard]] Node find(std::string_view key) const { return {value ? value->find(key) : nullptr, in}; }
};

class Documents {
 public:
  Documents(const std::string& path, std::vector<source::Yaml> values, const ReadOther& read);
  [[nodiscard]] Node root() const;
  [[nodiscard]] bool is_first(const Node& node) const { return node.in == first_; }
  // The node itself, or where its $ref leads over several steps; none when that is not known.
  [[nodiscard]] Node resolved(Node node);
  // Why a reference leads nowhere, each once, in order.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  void note(std::string text);

 private:
  [[nodiscard]] Node referred(const Node& from, const source::Yaml& reference);
  Document* other(const std::string& path, source::Line line);

  std::map<std::string, std::unique_ptr<Document>> documents_;  // null: cannot be read
  Document* first_;
  const ReadOther& read_;
  std::size_t bytes_ = 0;
  std::vector<std::string> notes_;
};

// "specs/api.yaml" and "../common.yaml" make "common.yaml". None: no file beside it is meant, but a URL or an
// absolute path. Whether a path lies within the tree is for `ReadOther` to say.
[[nodiscard]] std::optional<std::string> path_beside(std::string_view document, std::string_view reference);

}  // namespace detectors::api
