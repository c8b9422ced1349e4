#include "detectors/foreign_samples.hpp"

#include <cctype>
#include <string_view>

namespace detectors::foreign {
namespace {

using syntax::Language;

bool name_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Takes the comma before or after what is left out away with it.
void drop_comma(std::string& made, std::string_view& rest) {
  const auto last = made.find_last_not_of(" \t\n");
  if (last != std::string::npos && made[last] == ',') return made.resize(last);
  const auto next = rest.find_first_not_of(" \t");
  if (next != std::string_view::npos && rest[next] == ',')
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t", next + 1), rest.size()));
}

bool stands_alone(const std::string& made, std::string_view rest) {
  const auto before = made.find_last_not_of(" \t");
  const auto after = rest.find_first_not_of(" \t;");
  return (before == std::string::npos || made[before] == '\n' || made[before] == '{') &&
         (after == std::string_view::npos || rest[after] == '\n' || rest[after] == '}');
}

// $X as x, $$$ARGS as nothing; a $$$ that stands for statements as `body`.
std::string written(std::string_view pattern, std::string_view body) {
  std::string made;
  while (!pattern.empty()) {
    if (pattern.front() != '$') {
      made += pattern.front();
      pattern.remove_prefix(1);
      continue;
    }
    const bool many = pattern.starts_with("$$$");
    pattern.remove_prefix(many ? 3 : 1);
    std::string name;
    while (!pattern.empty() && name_letter(pattern.front())) {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(pattern.front())));
      pattern.remove_prefix(1);
    }
    if (!many)
      made += name.empty() || name == "_" ? "some" : name;
    else if (stands_alone(made, pattern))
      made += body;
    else
      drop_comma(made, pattern);
  }
  return made;
}

std::string_view nothing_done(Language language) { return language == Language::python ? "pass" : ""; }

std::string indented(const std::string& text) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  return result;
}

}  // namespace

std::string bad_sample(const Case& one, Language language) {
  auto code = one.here.empty() ? std::string() : written(one.here.front(), nothing_done(language));
  const bool statement = !code.empty() && code.back() != ';' && code.back() != '}';
  if (language == Language::java && statement) code += ';';
  for (const auto& around : one.inside) code = written(around, indented(code));
  if (language == Language::go)
    return "package p\n\n" + (code.starts_with("func ") ? code : "func f() {\n\t" + code + "\n}") + "\n";
  const bool type = code.starts_with("class ") || code.starts_with("public class ");
  if (language == Language::java && !type) return "class A {\n  void f() {\n    " + code + "\n  }\n}\n";
  return code + "\n";
}

std::string good_sample(Language language) {
  if (language == Language::go) return "package p\n\nfunc f() {\n}\n";
  if (language == Language::java) return "class A {\n  void f() {\n  }\n}\n";
  return language == Language::python ? "pass\n" : "export {};\n";
}

}  // namespace detectors::foreign
