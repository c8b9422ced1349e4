// One JSON object of a stranger, read key by key. A key that is absent or null reads as nothing, an unknown
// key is left alone, a value of the wrong type is a fault that names the record.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/comments/json_walk.hpp"

namespace runner::comments {

using Json = nlohmann::json;

class Record {
 public:
  // Parses the value. What is no JSON is a fault; what is no object reads as an empty one, with a fault.
  Record(Reading& reading, Value value, std::string_view kind);

  [[nodiscard]] bool has(const char* key) const;  // and is not null
  [[nodiscard]] std::string text(const char* key) const;
  [[nodiscard]] std::string body(const char* key) const;  // with "\n" line ends
  [[nodiscard]] std::string id(const char* key) const;    // a text or a number, as text
  [[nodiscard]] std::string time(const char* key) const;  // ISO 8601 or milliseconds, as UTC
  [[nodiscard]] int number(const char* key) const;        // 0 up to ten million: a line or a column
  [[nodiscard]] std::optional<std::size_t> index(const char* key) const;  // none when it is negative
  [[nodiscard]] bool flag(const char* key) const;
  [[nodiscard]] Record object(const char* key) const;  // an empty one when it is absent
  [[nodiscard]] std::vector<Record> list(const char* key) const;

  // "comment 17"; what messages call it.
  [[nodiscard]] const std::string& name() const { return name_; }
  void rename(std::string name) { name_ = std::move(name); }
  // As it came; one inside of another with its keys sorted.
  [[nodiscard]] std::string raw() const;
  [[nodiscard]] const Json& json() const { return *json_; }
  [[nodiscard]] bool good() const { return json_->is_object(); }
  void fault(std::string_view problem, std::string remedy) const;

 private:
  Record(const Record& parent, const Json& json, std::string name)
      : reading_(parent.reading_),
        value_(parent.value_),
        json_(parent.json_, &json),
        name_(std::move(name)),
        inner_(true) {}
  [[nodiscard]] const Json* find(const char* key) const;
  void wrong_type(const char* key, std::string_view wanted) const;

  Reading* reading_;
  Value value_;
  std::shared_ptr<const Json> json_;
  std::string name_;
  bool inner_ = false;
};

// The record's id under `key`, its name after it, and its raw text: what every comment of a JSON format has.
[[nodiscard]] Found found_in(Record& record, const char* id_key, std::string_view format);

}  // namespace runner::comments
