#include "detectors/source/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <map>
#include <sstream>

namespace detectors::source {
namespace {

constexpr std::size_t most_values = 300'000;  // aliases counted as what they unfold to
constexpr std::size_t deepest = 200;

std::size_t size_of(const Yaml& value) {
  std::size_t size = 1;
  for (const auto& [key, each] : value.entries) size += size_of(each);
  return size;
}

// The library tells what it reads event by event; its own tree would cost many times the text.
class Builder : public YAML::EventHandler {
 public:
  std::vector<Yaml> documents;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override { anchors_.clear(); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { put(made(mark), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end()) throw YAML::ParserException(mark, "an alias stands within its own anchor");
    count(mark, size_of(known->second));
    put(known->second, 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    auto value = made(mark);
    value.kind = Yaml::Kind::text;
    value.text = text;
    value.quoted = tag == "!";
    put(std::move(value), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, Yaml::Kind::list, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, Yaml::Kind::map, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Yaml value;
    YAML::anchor_t anchor = 0;
    std::string key = {};
    Line key_line = {};
    bool has_key = false;
  };

  void count(const YAML::Mark& mark, std::size_t more) {
    values_ += more;
    if (values_ > most_values)
      throw YAML::ParserException(mark, fmt::format("there are more than {} values", most_values));
  }

  Yaml made(const YAML::Mark& mark) {
    count(mark, 1);
    Yaml value;
    value.line = Line{mark.line + 1};
    return value;
  }

  void open(const YAML::Mark& mark, Yaml::Kind kind, YAML::anchor_t anchor) {
    if (open_.size() == deepest)
      throw YAML::ParserException(mark, fmt::format("it is nested deeper than {} levels", deepest));
    auto value = made(mark);
    value.kind = kind;
    open_.push_back({std::move(value), anchor});
  }

  void close() {
    auto done = std::move(open_.back());
    open_.pop_back();
    put(std::move(done.value), done.anchor);
  }

  void put(Yaml value, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = value;
    if (open_.empty()) return documents.push_back(std::move(value));
    auto& into = open_.back();
    if (into.value.kind == Yaml::Kind::list) {
      into.value.entries.push_back({"", std::move(value)});
    } else if (!into.has_key) {
      into.key = value.text;
      into.key_line = value.line;
      into.has_key = true;
    } else {
      value.line = into.key_line;
      into.value.entries.push_back({std::move(into.key), std::move(value)});
      into.has_key = false;
    }
  }

  std::vector<Open> open_;
  std::map<YAML::anchor_t, Yaml> anchors_;
  std::size_t values_ = 0;
};

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  if (kind != Kind::map) return nullptr;
  for (const auto& [name, value] : entries)
    if (name == key) return &value;
  return nullptr;
}

std::vector<std::string> Yaml::texts() const {
  if (kind == Kind::text) return {text};
  std::vector<std::string> result;
  for (const auto& [key, each] : entries)
    if (kind == Kind::list && each.is_text()) result.push_back(each.text);
  return result;
}

Checked<std::vector<Yaml>> read_yaml(const std::string& path, const std::string& text) {
  Builder builder;
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& error) {
    return faulty(
        {path, Line{error.mark.line + 1}, fmt::format("is no YAML: {}", error.msg), "mend it there"});
  }
  return std::move(builder.documents);
}

}  // namespace detectors::source
