#include "detectors/syntax/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "detectors/syntax/grammar.hpp"

namespace detectors::syntax {
namespace {

// A person writes a handful of levels; nesting is bounded because reading it recurses.
constexpr int deepest_form = 32;

struct PredicateRow {
  std::string_view name;
  Predicate::Kind kind;
  bool wanted;
};
constexpr std::array<PredicateRow, 6> predicate_rows{{
    {"eq?", Predicate::Kind::equals, true},
    {"not-eq?", Predicate::Kind::equals, false},
    {"any-of?", Predicate::Kind::any_of, true},
    {"not-any-of?", Predicate::Kind::any_of, false},
    {"match?", Predicate::Kind::matches, true},
    {"not-match?", Predicate::Kind::matches, false},
}};

struct Reader {
  std::string_view text;
  const TSLanguage* language;
  ParsedQuery query;
  std::size_t at = 0;
  std::string problem;  // the first one; reading then ends without effect
  std::size_t problem_at = 0;

  [[nodiscard]] bool failed() const { return !problem.empty(); }
  void fail(std::string what, std::size_t where) {
    if (failed()) return;
    problem = std::move(what);
    problem_at = where;
  }
  void fail(std::string what) { fail(std::move(what), at); }

  char next() {
    while (at < text.size() && (std::isspace(static_cast<unsigned char>(text[at])) != 0 || text[at] == ';'))
      at = text[at] == ';' ? std::min(text.find('\n', at), text.size()) : at + 1;
    return at < text.size() ? text[at] : '\0';
  }
  bool take(char c) {
    if (next() != c) return false;
    ++at;
    return true;
  }

  std::string_view word() {
    const auto begin = at;
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                                std::string_view("_.-?").find(text[at]) != std::string_view::npos))
      ++at;
    return text.substr(begin, at - begin);
  }

  std::string quoted() {
    std::string result;
    for (; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')) ++at;
      result += text[at];
    }
    if (!take('"')) fail("a \" is missing");
    return result;
  }

  std::size_t capture_named(std::string_view name) {
    const auto known = std::find(query.names.begin(), query.names.end(), name);
    const auto index = static_cast<std::size_t>(known - query.names.begin());
    if (known == query.names.end()) query.names.emplace_back(name);
    return index;
  }

  // A grammar may use several symbols for one name (an alias).
  void add_kinds(Form& form, std::string_view name, bool named, std::size_t where) {
    for (std::uint32_t i = 0; i < ts_language_symbol_count(language); ++i) {
      const auto symbol = static_cast<TSSymbol>(i);
      const auto type = ts_language_symbol_type(language, symbol);
      if (type == (named ? TSSymbolTypeRegular : TSSymbolTypeAnonymous) &&
          name == ts_language_symbol_name(language, symbol))
        form.kinds.push_back(symbol);
    }
    if (form.kinds.empty()) fail("no such node kind in this language", where);
  }

  void read_predicate() {
    const auto where = at;
    const auto name = word();
    const auto row =
        std::find_if(predicate_rows.begin(), predicate_rows.end(), [&](auto& r) { return r.name == name; });
    if (row == predicate_rows.end()) return fail(fmt::format("unknown predicate #{}", name), where);
    Predicate predicate{.kind = row->kind, .wanted = row->wanted};
    bool other = false;
    if (take('@'))
      predicate.capture = capture_named(word());
    else
      return fail(fmt::format("#{} takes a capture and what to compare it with", name), where);
    while (!failed() && next() != ')' && next() != '\0') {
      if (take('"')) {
        predicate.texts.push_back(quoted());
      } else if (take('@')) {
        predicate.other = capture_named(word());
        other = true;
      } else {
        fail(fmt::format("#{} takes captures and \"texts\"", name));
      }
    }
    if (predicate.texts.empty() && !(other && predicate.kind == Predicate::Kind::equals))
      return fail(fmt::format("#{} takes a capture and what to compare it with", name), where);
    if (!take(')')) fail("a ) is missing");
    if (predicate.kind == Predicate::Kind::matches) compile_pattern(predicate, where);
    query.predicates.back().push_back(std::move(predicate));
  }

  void compile_pattern(Predicate& predicate, std::size_t where) {
    if (auto compiled = compile_expression(predicate.texts.front()))
      predicate.pattern = std::move(*compiled);
    else
      fail(fmt::format("not a regular expression: {}", predicate.texts.front()), where);
  }

  // The children of a node up to its ")", with the predicates among them.
  void read_children(Form& form, int depth) {
    bool anchored = false;
    while (!failed() && next() != ')' && next() != '\0') {
      if (take('.')) {
        anchored = true;
        continue;
      }
      if (text.substr(at).starts_with("(#")) {
        at += 2;
        read_predicate();
        continue;
      }
      form.children.push_back(read_child(depth));
      form.children.back().next = anchored;
      anchored = false;
    }
    if (anchored && !form.children.empty()) form.children.back().last = true;
    if (!take(')')) fail("not a valid query: a ) is missing");
  }

  Form read_child(int depth) {
    std::uint16_t field = 0;
    if (std::isalpha(static_cast<unsigned char>(next())) != 0) {
      const auto where = at;
      const auto name = word();
      field = ts_language_field_id_for_name(language, name.data(), static_cast<std::uint32_t>(name.size()));
      if (field == 0) fail("no such field in this language", where);
      if (!take(':')) fail("a : is missing after the field");
    }
    auto form = read_form(depth);
    form.field = field;
    return form;
  }

  Form read_node(int depth) {
    Form form;
    const auto first = next();
    if (first == '(' || first == '[' || first == '"') {  // ((node) @a (#eq? @a "x"))
      form = read_form(depth);
      Form predicates;
      read_children(predicates, depth);
      if (!predicates.children.empty()) fail("a group holds one node and its predicates");
      return form;
    }
    const auto where = at;
    const auto kind = word();
    if (kind != "_") add_kinds(form, kind, true, where);
    read_children(form, depth);
    return form;
  }

  Form read_alternatives(int depth) {
    Form form;
    while (!failed() && next() != ']' && next() != '\0') form.alternatives.push_back(read_form(depth));
    if (!take(']')) fail("a ] is missing");
    if (form.alternatives.empty()) fail("no alternatives between [ and ]");
    return form;
  }

  Form read_form(int depth) {
    Form form;
    if (depth >= deepest_form) {
      fail("nested too deeply");
    } else if (take('(')) {
      form = read_node(depth + 1);
    } else if (take('[')) {
      form = read_alternatives(depth + 1);
    } else if (take('"')) {
      const auto where = at;
      add_kinds(form, quoted(), false, where);
    } else {
      fail("not a valid query: a ( is missing");
    }
    while (!failed() && take('@')) form.captures.push_back(capture_named(word()));
    const auto after = next();
    if (after == '*' || after == '+' || after == '?' || after == '!')
      fail(fmt::format("'{}' is not understood here", after));
    return form;
  }
};

}  // namespace

tl::expected<ParsedQuery, QueryError> parse_query(std::string_view text, Language language) {
  Reader reader{.text = text, .language = grammar(language)};
  while (!reader.failed() && reader.next() != '\0') {
    reader.query.predicates.emplace_back();
    reader.query.forms.push_back(reader.read_form(0));
  }
  if (!reader.failed()) return std::move(reader.query);
  const auto head = text.substr(0, reader.problem_at);
  const auto line = static_cast<int>(std::count(head.begin(), head.end(), '\n')) + 1;
  return tl::make_unexpected(QueryError{source::Line{line}, std::move(reader.problem)});
}

}  // namespace detectors::syntax
