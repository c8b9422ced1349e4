#include "detectors/facts/tables.hpp"

#include <algorithm>

namespace detectors::facts {
namespace {

std::string last_part(std::string_view name) {
  const auto dot = name.rfind('.');
  return std::string(dot == std::string_view::npos ? name : name.substr(dot + 1));
}

void merge(CallRow& known, const CallRow& row) {
  known.labels |= row.labels;
  if (row.returns != no_type) known.returns = row.returns;
  known.returns_argument |= row.returns_argument;
  known.first_argument_is_type |= row.first_argument_is_type;
  known.needs_arguments |= row.needs_arguments;
  known.most_arguments = std::min(known.most_arguments, row.most_arguments);
  if (!row.arguments.empty()) known.arguments = row.arguments;
  if (!row.options.empty()) known.options = row.options;
  known.callback |= row.callback;
  if (row.callback_takes != no_type) known.callback_takes = row.callback_takes;
}

}  // namespace

std::optional<std::size_t> LabelNames::find(std::string_view name) const {
  const auto found = bits_.find(name);
  return found == bits_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> LabelNames::add(std::string_view name) {
  if (const auto known = find(name)) return known;
  if (bits_.size() == most_labels) return std::nullopt;
  return bits_.emplace(name, bits_.size()).first->second;
}

TypeId Tables::add_type(std::string_view name) {
  if (const auto known = type_named(name); known != no_type) return known;
  types_.push_back({.name = std::string(name)});
  const auto id = static_cast<TypeId>(types_.size()) - 1;
  type_ids_.emplace(name, id);
  return id;
}

void Tables::add_alias(std::string_view alias, TypeId type) {
  type_ids_.insert_or_assign(std::string(alias), type);
}

TypeId Tables::type_named(std::string_view name) const {
  const auto found = type_ids_.find(name);
  return found == type_ids_.end() ? no_type : found->second;
}

void Tables::add_call(const std::string& name, const CallRow& row) {
  if (!name.starts_with('*')) return merge(calls_[name], row);
  const auto ending = name.substr(1);
  auto& list = endings_[last_part(ending)];
  const auto known = std::find_if(list.begin(), list.end(), [&](auto& e) { return e.ending == ending; });
  if (known != list.end()) return merge(known->row, row);
  const auto longer = [](const Ending& a, const Ending& b) { return a.ending.size() > b.ending.size(); };
  list.push_back({ending, row});
  std::stable_sort(list.begin(), list.end(), longer);
}

std::vector<std::pair<std::string, const CallRow*>> Tables::rows() const {
  std::vector<std::pair<std::string, const CallRow*>> rows;
  for (const auto& [name, row] : calls_) rows.emplace_back(name, &row);
  for (const auto& [last, list] : endings_)
    for (const auto& [ending, row] : list) rows.emplace_back("*" + ending, &row);
  std::sort(rows.begin(), rows.end());
  return rows;
}

Labels Tables::keyword(std::string_view name) const {
  const auto found = keywords_.find(name);
  return found == keywords_.end() ? Labels{} : found->second;
}

const CallRow* Tables::call(const std::string& name) const {
  const auto found = calls_.find(name);
  return found == calls_.end() ? nullptr : &found->second;
}

namespace {

bool is_capital(std::string_view name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

// "prisma.?.create" ends this.prisma.order.create: "?" is any one part of the name, "^?" one that begins with
// a capital letter, as a type's does.
bool ends_as(std::string_view name, std::string_view ending) {
  const auto hole = ending.rfind("?.");
  if (hole == std::string_view::npos) return name.ends_with(ending);
  if (!name.ends_with(ending.substr(hole + 1))) return false;
  name.remove_suffix(ending.size() - hole - 1);
  const auto dot = name.rfind('.');
  const bool of_type = hole > 0 && ending[hole - 1] == '^';
  if (of_type) return is_capital(name.substr(dot == std::string_view::npos ? 0 : dot + 1));
  return dot != std::string_view::npos && ends_as(name.substr(0, dot + 1), ending.substr(0, hole));
}

}  // namespace

const CallRow* Tables::call_ending(const std::string& name, bool first_argument_is_type) const {
  const auto list = endings_.find(last_part(name));
  if (list == endings_.end()) return call_by(name, first_argument_is_type);
  for (const auto& [ending, row] : list->second)
    if (ends_as(name, ending) && (first_argument_is_type || !row.first_argument_is_type)) return &row;
  return nullptr;
}

// repository.findByEmail: the name goes on with what is asked for, and the row is of findBy.
const CallRow* Tables::call_by(const std::string& name, bool first_argument_is_type) const {
  const auto by = name.find("By", name.size() - last_part(name).size());
  if (by == std::string::npos || !is_capital(std::string_view(name).substr(by + 2))) return nullptr;
  return call_ending(name.substr(0, by + 2), first_argument_is_type);
}

}  // namespace detectors::facts
