// What is known of libraries, by name: which calls do what, and what they give back. Rows of
// detectors/tables/*.toml and of a team's own files; rows of one name add up.
#pragma once

#include <bitset>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace detectors::facts {

// Labels are words that rows give and rules ask for ("outbound", "query"); each has a bit.
inline constexpr std::size_t most_labels = 128;
using Labels = std::bitset<most_labels>;

// The bits of labels, shared by the tables of all languages.
class LabelNames {
 public:
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  // nullopt when there are too many labels already.
  std::optional<std::size_t> add(std::string_view name);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> bits_;  // only ever asked by name
};

using TypeId = int;
inline constexpr TypeId no_type = -1;

struct CallRow {
  Labels labels;
  TypeId returns = no_type;
  bool returns_argument = false;        // gives back its first argument: list(rows), sorted(rows)
  std::vector<std::string> arguments;   // the names of the positional ones, for argument_absent
  bool first_argument_is_type = false;  // the row holds only for f(Order, …)
  bool needs_arguments = false;         // and only when it is called with some
  std::size_t most_arguments = static_cast<std::size_t>(-1);  // and with no more than these
  std::string options;              // the argument whose fields count as arguments: axios.get(url, {timeout})
  Labels callback;                  // what a function passed to it is: route, transaction, loop
  TypeId callback_takes = no_type;  // and its first parameter's type
};

struct TypeRow {
  std::string name;
  TypeId elements = no_type;  // what a loop over it gives
  TypeId called = no_type;    // what calling it gives
  bool fluent = false;        // a method without a row gives the same type
  Labels labels;              // what a statement of this type does when it is run: read, write, insert
  Labels handles;             // methods of a class derived from it are inside these ("route")
  Labels parameter;           // functions that take one are these: f(w http.ResponseWriter)
};

// Of one language.
class Tables {
 public:
  explicit Tables(std::shared_ptr<LabelNames> names) : names_(std::move(names)) {}
  [[nodiscard]] std::optional<std::size_t> label(std::string_view name) const { return names_->find(name); }
  TypeId add_type(std::string_view name);
  void add_alias(std::string_view alias, TypeId type);
  TypeRow& edit(TypeId type) { return types_[static_cast<std::size_t>(type)]; }
  // A name that begins with '*' stands for every dotted name that ends so: "*session.commit".
  void add_call(const std::string& name, const CallRow& row);

  // A keyword that says what the call does: with_for_update=True.
  void add_keyword(const std::string& name, const Labels& labels) { keywords_[name] |= labels; }
  [[nodiscard]] Labels keyword(std::string_view name) const;

  [[nodiscard]] const TypeRow& type(TypeId type) const { return types_[static_cast<std::size_t>(type)]; }
  [[nodiscard]] TypeId type_named(std::string_view name) const;
  [[nodiscard]] const CallRow* call(const std::string& name) const;
  // By the ending of a dotted name whose head is not known. The longest ending wins.
  [[nodiscard]] const CallRow* call_ending(const std::string& name, bool first_argument_is_type) const;
  [[nodiscard]] const CallRow* call_by(const std::string& name, bool first_argument_is_type) const;

  // All of them, for those who ask what there is. Names as they are written in the rows, sorted.
  [[nodiscard]] std::vector<std::pair<std::string, const CallRow*>> rows() const;
  [[nodiscard]] const std::vector<TypeRow>& types() const { return types_; }            // by TypeId
  [[nodiscard]] const std::map<std::string, TypeId, std::less<>>& type_names() const {  // with aliases
    return type_ids_;
  }
  [[nodiscard]] const std::map<std::string, Labels, std::less<>>& keywords() const { return keywords_; }

 private:
  std::shared_ptr<LabelNames> names_;
  std::vector<TypeRow> types_;
  std::map<std::string, TypeId, std::less<>> type_ids_;
  std::unordered_map<std::string, CallRow> calls_;
  std::map<std::string, Labels, std::less<>> keywords_;
  struct Ending {
    std::string ending;
    CallRow row;
  };
  std::unordered_map<std::string, std::vector<Ending>> endings_;  // by the last part of the name
};

}  // namespace detectors::facts
