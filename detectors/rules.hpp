// Rules as values: what detectors/rules/<class>/<rule>.toml says, compiled. For those who write, load and
// test rules.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "detectors/catalog.hpp"
#include "detectors/facts/facts.hpp"
#include "detectors/pattern.hpp"
#include "detectors/scan.hpp"

namespace detectors {

// What a rule looks at one by one. The relations then sort out which of them are findings.
enum class Subject {
  call,                // each call
  lazy_load,           // an attribute of a loop's row that runs a query of its own
  row_update,          // a row's field set from its own old value
  insert_after_check,  // an insert that stands on an earlier look whether the row exists
  except_clause,       // each handler of a try
  retry_loop,          // a loop that tries again until it succeeds
  log_value,           // each value that goes into a log line
  error_response,      // an exception's text that goes back to the client
  sql_text,            // a value that is written into the text of a statement
  spawn,               // work started beside the function, once for each element of a loop
  shared_write,        // a variable of the function around, written by work that runs beside it
  second_write,        // a write that follows another, each in a transaction of its own
  field_write,         // a field of an object, changed by one of its methods
  unguarded_write,     // a field that one method changes with a lock held and another without
  await_gap,           // state that is read before an await and set after it
  module_state,        // a variable of the whole process, changed by a function
  contract_change,     // what a change does to an answer or a request
  stale_write,         // shared state, set from what was seen before an await
  migration_step,      // a step of a migration that changes what is there already
  pattern,             // a code pattern
  query,               // a tree-sitter query
};

// Where a guard is looked for.
enum class GuardScope { function, loop, behind, retry, file };

// Calls by label ("query") or by name ("requests.post", "*session.commit").
struct CallSet {
  facts::Labels labels;
  std::vector<std::string> names;
  [[nodiscard]] bool empty() const { return labels.none() && names.empty(); }
};

// What a code pattern says of the subject's surroundings. Metavariables stand for the same in all of a rule.
struct PatternRelation {
  enum class Place { here, around, within, beside };  // beside: anywhere in the file
  Place place = Place::here;
  bool wanted = true;
  Pattern pattern;
};

struct Relations {
  Subject subject = Subject::call;
  CallSet call;                     // the subject's call, or a call that the subject stands for
  bool through_helpers = false;     // a function of this file that makes such a call counts as the call
  std::vector<std::string> inside;  // every one of these contexts: loop, handler, transaction, …
  std::vector<std::string> not_inside;
  std::vector<std::string>
      unless_declared;  // the field that `words_of` names is declared with one of these words
  std::vector<std::string> used_inside;         // the name that `words_of` gives is used in one of these
  std::vector<std::string> unless_used_inside;  // the name that `words_of` gives is used in one of these
  std::vector<std::string> argument_absent;
  std::vector<std::string> argument_words;  // some argument has one of these phrases as its name
  std::map<std::string, std::vector<std::string>>
      argument_is;  // the argument is passed, as one of these texts
  std::map<std::string, std::vector<std::string>> argument_is_any;  // one of them is
  std::map<std::string, std::vector<std::string>>
      argument_known;     // passed, it is one of these calls or names: what anything else does is not known
  CallSet argument_from;  // a call whose value went into an argument
  CallSet argument_not_from;
  bool loop_variant = false;
  CallSet without_guard;
  GuardScope guard_scope = GuardScope::function;
  CallSet guard_words_in;                  // only in the text of such calls
  std::vector<std::string> guard_words;    // names or texts in the guard's scope that show a guard
  CallSet holds;                           // calls made inside the subject (in a try's body, for its handler)
  CallSet before;                          // such a call follows in the same function
  CallSet after;                           // stands before it
  CallSet beside;                          // or anywhere
  std::vector<std::string> body;           // for a handler: what it does
  std::vector<std::string> unless_types;   // for a handler: the exceptions that it may treat so
  std::vector<std::string> on_every_exit;  // methods that release what the call opened
  std::vector<std::string> on_every_return;     // the same, but for what raises between
  bool unbounded = false;                       // for a retry loop: nothing ends it
  std::vector<std::string> words;               // the subject's name has one of these phrases
  std::vector<std::string> unless_words;        // and none of these
  std::string words_of;                         // a metavariable or capture instead of the subject's name
  CallSet value_is;                             // the value itself comes from such a call or name
  std::vector<std::string> unless_iterable;     // words of the loop's iterable that make it harmless
  bool once_per_function = false;               // one finding says it for all of the function
  std::vector<std::string> unless_function;     // words of the enclosing function's name
  CallSet call_not;                             // the subject's call is none of these
  std::vector<std::string> unless_argument_of;  // nor an argument of a call whose last name is one of these
  std::vector<std::string> file_words;          // some name of the file has one of these phrases
  // A word that says nothing in such a file: `token` where a lexer is written. By word, the file's words.
  std::map<std::string, std::vector<std::string>> unless_file_words;
  bool changes_value = false;  // an update that writes no constants: done twice it does more
  std::map<syntax::Language, std::vector<Pattern>> patterns;
  std::map<syntax::Language, std::vector<PatternRelation>> pattern_relations;  // every one must hold
  std::map<std::string, std::regex>
      matches;  // a metavariable's or a capture's text; "subject": the node's own
  std::vector<syntax::Literals> matched_literals;  // what those ask for, as far as it is a list of words
  std::map<syntax::Language, std::shared_ptr<const syntax::Query>> queries;
};

// Where a rule's findings are worth saying at least nine times in ten: in these languages, if these relations
// hold as well.
struct HighConfidence {
  std::vector<syntax::Language> languages;
  std::string when;  // the same for people: "in a handler"; "" for all of the languages' findings
  Relations match;
};

struct Example {
  syntax::Language language = syntax::Language::python;
  source::Line line;  // in the rule's file
  std::string code;
  bool bad = false;
  std::optional<std::string> before;  // the text before the change, for what compares two sides
};

struct Rule {
  std::string id;
  std::string class_id;
  std::string file;
  std::vector<syntax::Language> languages;
  source::Severity severity = source::Severity::major;
  std::string message;  // with {name}s of the subject
  std::string why;
  std::string fix;
  Relations match;
  Confidence confidence = Confidence::high;  // where no table of `high` holds
  std::vector<HighConfidence> high;
  std::vector<Example> examples;
  [[nodiscard]] bool speaks(syntax::Language language) const {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  }
};

// The languages' facts.scm, compiled when a file of that language is first scanned.
class Lowerings {
 public:
  explicit Lowerings(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // nullptr and a note when the language has none, or when it does not compile.
  [[nodiscard]] const facts::Lowering* of(syntax::Language language, std::string& note) const;

 private:
  struct Slot {
    std::once_flag once;
    std::optional<facts::Lowering> lowering;
    std::string note;
  };
  std::filesystem::path folder_;
  mutable std::array<Slot, syntax::languages.size()> slots_;
};

class Prefilter;

struct RuleSet {
  explicit RuleSet(std::filesystem::path languages);
  ~RuleSet();
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;
  std::shared_ptr<facts::LabelNames> labels;
  std::vector<facts::Tables> tables;  // of each language
  std::vector<Rule> rules;            // sorted by id
  Lowerings lowerings;
  [[nodiscard]] const facts::Tables& of(syntax::Language language) const {
    return tables[static_cast<std::size_t>(language)];
  }
  // Made when a file of the language is first scanned: the rules do not change after that.
  [[nodiscard]] const Prefilter& prefilter(syntax::Language language) const;

 private:
  struct Slot {
    std::once_flag once;
    std::unique_ptr<const Prefilter> prefilter;
  };
  mutable std::array<Slot, syntax::languages.size()> prefilters_;
};

// One step of load_catalog each. Every fault goes to `faults`.
void load_tables(const std::filesystem::path& folder, RuleSet& set, source::Faults& faults);
void load_rules(const std::filesystem::path& folder, RuleSet& set, source::Faults& faults);

// A rule that misses one of its bad examples, or matches one of its good ones, is a fault that names the
// example.
[[nodiscard]] source::Faults check_rules(const Catalog& catalog);
// Of the rules below this folder alone.
[[nodiscard]] source::Faults check_rules(const Catalog& catalog, const std::filesystem::path& folder);

}  // namespace detectors
