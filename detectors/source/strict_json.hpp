// JSON that a person wrote, read strictly: an unknown key, a key that stands twice and a value of the wrong
// kind are faults that name the key by its place, "comments[3].lines". What Manifest is for TOML.
//
//     const auto json = StrictJson::read(text, "", tell);
//     if (!json || !json->object({"title", "comments"})) return;
//     sample.title = json->required_text("title");
//     for (const auto& each : json->list("comments")) ...
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detectors::source {

class StrictJson {
 public:
  // Hears of each fault. `offset` in the text: of a fault of syntax; none of what is said of a key.
  using Tell =
      std::function<void(std::optional<std::size_t> offset, std::string problem, std::string remedy)>;

  // `at` names the value in messages; "" for a whole file. None when the text is no JSON.
  [[nodiscard]] static std::optional<StrictJson> read(std::string_view text, std::string at, Tell tell);

  // Is it an object, and are all of its keys among `known`? Unknown keys are told, and are no reason for
  // false.
  bool object(const std::vector<std::string>& known) const;

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] bool has_text(std::string_view key) const;

  // Absent, or told to be of another kind: "", false, none, empty.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::string required_text(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] std::vector<StrictJson> list(std::string_view key) const;  // each named "<key>[<index>]"
  // The place in `names` of the text; none when it is absent or told to be none of them.
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view key,
                                                  const std::vector<std::string_view>& names) const;
  // Whatever is there; told when absent.
  [[nodiscard]] std::optional<StrictJson> required(std::string_view key, std::string remedy) const;

  // The value itself; nothing is told of another kind.
  [[nodiscard]] std::optional<std::string> own_text() const;
  [[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view key) const;
  [[nodiscard]] std::string written(std::string_view key) const;  // as JSON, for messages

  void fault(std::string_view key, std::string_view problem, std::string remedy) const;  // "": of the value

 private:
  StrictJson(std::shared_ptr<const void> json, std::string at, std::shared_ptr<const Tell> tell)
      : json_(std::move(json)), at_(std::move(at)), tell_(std::move(tell)) {}

  std::shared_ptr<const void> json_;  // a value of the library's, which no other room needs to know
  std::string at_;
  std::shared_ptr<const Tell> tell_;
};

}  // namespace detectors::source
