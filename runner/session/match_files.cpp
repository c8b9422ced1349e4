// The two JSON files of `seedfault match`, read strictly: every fault with the place that it stands at in the
// JSON.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "detectors/source/taxonomy.hpp"
#include "runner/session/match.hpp"

namespace runner::session {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t last_line = 10'000'000;  // no source file has more

int line_of_byte(std::string_view text, std::size_t byte) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, byte), '\n'));
}

// One element of the list, "defects[3]".
class Entry {
 public:
  Entry(const Json& value, std::string where, const std::string& path, Faults& faults)
      : value_(value), where_(std::move(where)), path_(path), faults_(faults) {}

  [[nodiscard]] const std::string& where() const { return where_; }

  void fault(std::string_view key, std::string problem, std::string remedy) {
    faults_.push_back({path_, {}, fmt::format("{}.{} {}", where_, key, problem), std::move(remedy)});
  }

  // null and absent are the same.
  [[nodiscard]] std::string text(const char* key) {
    const auto* found = find(key);
    if (found == nullptr) return "";
    if (found->is_string()) return found->get<std::string>();
    fault(key, "is no text", "write a text in quotes");
    return "";
  }

  [[nodiscard]] std::string required_text(const char* key) {
    const auto* found = find(key);
    auto read = found == nullptr ? "" : text(key);
    const bool blank = read.find_first_not_of(" \t\r\n") == std::string::npos;
    if (found == nullptr) fault(key, "is missing", fmt::format("give each entry a text named \"{}\"", key));
    if (found != nullptr && found->is_string() && blank) fault(key, "is empty", "write something there");
    return read;
  }

  [[nodiscard]] int line(const char* key) {
    const auto* found = find(key);
    if (found == nullptr) return 0;
    const bool whole = found->is_number_integer();
    if (whole && found->get<std::int64_t>() >= 1 && found->get<std::int64_t>() <= last_line)
      return static_cast<int>(found->get<std::int64_t>());
    fault(key, "is no line number", "write a whole number from 1");
    return 0;
  }

  [[nodiscard]] review::FreePlace place() {
    review::FreePlace place{.path = text("file"), .lines = {}};
    const int first = line("start_line"), last = line("end_line");
    if (place.path.empty() && (first != 0 || last != 0))
      fault("start_line", "stands without a file", "name the file too, or leave the lines out");
    if (first == 0 && last != 0) fault("end_line", "stands without start_line", "give start_line too");
    if (first != 0 && last != 0 && last < first)
      fault("end_line", fmt::format("({}) is before start_line ({})", last, first),
            "give the first line as start_line");
    if (first != 0) place.lines = {{first}, {last == 0 ? first : last}};
    return place;
  }

 private:
  [[nodiscard]] const Json* find(const char* key) const {
    const auto found = value_.find(key);
    return found == value_.end() || found->is_null() ? nullptr : &*found;
  }

  const Json& value_;
  std::string where_;
  const std::string& path_;
  Faults& faults_;
};

struct Shape {
  const char* list;  // "defects"
  std::size_t most;
};

Checked<Json> read_list(const std::string& path, std::string_view text, const Shape& shape) {
  const auto remedy = fmt::format("write {{\"{}\": [{{\"id\": …}}, …]}}", shape.list);
  try {
    auto document = Json::parse(text);
    if (!document.is_object() || !document.contains(shape.list) || !document[shape.list].is_array())
      return faulty({path, {}, fmt::format("has no list named \"{}\"", shape.list), remedy});
    auto list = std::move(document[shape.list]);
    if (list.size() > shape.most)
      return faulty({path,
                     {},
                     fmt::format("holds {} {}, more than {}", list.size(), shape.list, shape.most),
                     "split it into several files and match each"});
    return list;
  } catch (const Json::parse_error& error) {
    return faulty({path, {line_of_byte(text, error.byte)}, "is not valid JSON from here on", remedy});
  }
}

// Reads each element with `read`, and sees to it that ids are there and differ.
template <class T, class Read>
Checked<std::vector<T>> read_entries(const std::string& path, std::string_view text, const Shape& shape,
                                     Read read) {
  const auto list = read_list(path, text, shape);
  if (!list) return tl::make_unexpected(list.error());
  Faults faults;
  std::vector<T> values;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto where = fmt::format("{}[{}]", shape.list, i);
    if (!(*list)[i].is_object()) {
      faults.push_back({path, {}, where + " is no object", "write {\"id\": …, …} there"});
      continue;
    }
    Entry entry((*list)[i], where, path, faults);
    auto value = read(entry);
    if (!value.id.empty() && !ids.insert(value.id).second)
      entry.fault("id", fmt::format("(\"{}\") was given before", value.id),
                  "give each entry an id of its own");
    values.push_back(std::move(value));
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return values;
}

}  // namespace

Checked<std::vector<review::FreeDefect>> read_free_defects(const std::string& path, std::string_view json) {
  return read_entries<review::FreeDefect>(path, json, {"defects", most_free_defects}, [](Entry& entry) {
    review::FreeDefect defect{.id = entry.required_text("id"),
                              .title = entry.text("title"),
                              .description = entry.required_text("description"),
                              .class_id = entry.text("class"),
                              .class_words = {},
                              .place = entry.place()};
    (void)entry.text("severity");  // teams have scales of their own, and it says nothing about sameness
    return defect;
  });
}

Checked<std::vector<review::FreeComment>> read_free_comments(const std::string& path, std::string_view json) {
  return read_entries<review::FreeComment>(path, json, {"comments", most_free_comments}, [](Entry& entry) {
    return review::FreeComment{
        .id = entry.required_text("id"), .body = entry.text("body"), .place = entry.place()};
  });
}

}  // namespace runner::session
