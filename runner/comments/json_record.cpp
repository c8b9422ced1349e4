#include "runner/comments/json_record.hpp"

#include <fmt/format.h>

#include "runner/comments/utc.hpp"

namespace runner::comments {
namespace {

constexpr std::size_t largest_record = std::size_t{32} << 20U;
constexpr std::int64_t largest_number = 10'000'000;  // nobody reviews a longer file

std::shared_ptr<const Json> parsed(Reading& reading, Value value) {
  if (value.size() > largest_record) {
    reading.fault(reading.line_at(value), "one record of more than 32 MiB", "split the file");
    return std::make_shared<const Json>(Json::value_t::discarded);
  }
  try {
    return std::make_shared<const Json>(Json::parse(value));
  } catch (const Json::exception& error) {
    const auto* syntax = dynamic_cast<const Json::parse_error*>(&error);
    const auto offset = syntax == nullptr ? 0 : std::min(syntax->byte, value.size());
    reading.fault(reading.line_at(value.substr(offset)), "not valid JSON",
                  "mend the syntax at or before this line");
    return std::make_shared<const Json>(Json::value_t::discarded);
  }
}

}  // namespace

Record::Record(Reading& reading, Value value, std::string_view kind)
    : reading_(&reading), value_(value), json_(parsed(reading, value)), name_(kind) {
  if (!json_->is_object() && !json_->is_discarded()) fault("is not an object", "write {…} there");
}

const Json* Record::find(const char* key) const {
  if (!json_->is_object()) return nullptr;
  const auto found = json_->find(key);
  return found == json_->end() || found->is_null() ? nullptr : &*found;
}

std::string Record::raw() const {
  return inner_ ? json_->dump(-1, ' ', false, Json::error_handler_t::replace) : std::string(value_);
}

bool Record::has(const char* key) const { return find(key) != nullptr; }

void Record::fault(std::string_view problem, std::string remedy) const {
  reading_->fault(reading_->line_at(value_), fmt::format("{} {}", name_, problem), std::move(remedy));
}

void Record::wrong_type(const char* key, std::string_view wanted) const {
  auto shown = find(key)->dump(-1, ' ', false, Json::error_handler_t::replace);
  if (shown.size() > 40) shown = "…";
  fault(fmt::format("has \"{}\": {}", key, shown), fmt::format("it must be {}", wanted));
}

std::string Record::text(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get<std::string>();
  wrong_type(key, "a text");
  return "";
}

std::string Record::body(const char* key) const { return unix_lines(text(key)); }

std::string Record::id(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number_integer()) return value->dump();
  wrong_type(key, "a number or a text");
  return "";
}

std::string Record::time(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr) return "";
  if (value->is_number_unsigned()) return utc_of_milliseconds(value->get<std::uint64_t>());
  return value->is_string() ? utc_of(value->get_ref<const std::string&>()) : "";
}

int Record::number(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr) return 0;
  if (value->is_number_unsigned() && value->get<std::uint64_t>() <= largest_number)
    return static_cast<int>(value->get<std::uint64_t>());
  wrong_type(key, "a whole number from 0");
  return 0;
}

std::optional<std::size_t> Record::index(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr || !value->is_number_unsigned()) return std::nullopt;
  return value->get<std::size_t>();
}

bool Record::flag(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr) return false;
  if (!value->is_boolean()) wrong_type(key, "true or false");
  return value->is_boolean() && value->get<bool>();
}

Record Record::object(const char* key) const {
  static const Json nothing = Json::object();
  const auto* value = find(key);
  if (value == nullptr) return {*this, nothing, name_};
  if (value->is_object()) return {*this, *value, name_};
  wrong_type(key, "an object");
  return {*this, nothing, name_};
}

std::vector<Record> Record::list(const char* key) const {
  const auto* value = find(key);
  if (value == nullptr) return {};
  std::vector<Record> all;
  if (!value->is_array()) return wrong_type(key, "a list"), all;
  for (const auto& each : *value) {
    if (each.is_object())
      all.push_back({*this, each, name_});
    else
      fault(fmt::format("has in \"{}\" what is not an object", key), "write {…} there");
  }
  return all;
}

Found found_in(Record& record, const char* id_key, std::string_view format) {
  Found found;
  found.comment.id = record.id(id_key);
  if (!found.comment.id.empty()) record.rename(fmt::format("{} {}", record.name(), found.comment.id));
  found.record = record.name();
  found.comment.origin.external_id = found.comment.id;
  found.comment.source = format;
  found.comment.raw = record.raw();
  return found;
}

}  // namespace runner::comments
