#include <algorithm>
#include <vector>

#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

constexpr std::size_t most_head = std::size_t{64} << 10U;

// Walks the beginning of a JSON text, which may break off anywhere, and notes two objects' keys.
class Glance {
 public:
  explicit Glance(Look& look) : look_(look) {}

  void walk(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '"')
        at = take_string(text, at);
      else if (c == '{' || c == '[')
        open(c);
      else if ((c == '}' || c == ']') && !open_.empty())
        close();
      else if (c == ',' || c == ':')
        key_next_ = c == ',' && !open_.empty() && open_.back() == '{';
      if (open_.empty() && c != ' ' && c != '\n' && c != '\t' && c != '\r') return;  // one document is enough
    }
  }

 private:
  void open(char c) {
    const bool in_list = !open_.empty() && open_.back() == '[';
    open_.push_back(c);
    key_next_ = c == '{';
    if (c == '{' && in_list && record_ == 0) record_ = open_.size();
  }

  void close() {
    if (open_.size() == record_) record_ = std::string_view::npos;  // the first is enough
    open_.pop_back();
    key_next_ = false;
  }

  // The closing quote, or the end of the text.
  std::size_t take_string(std::string_view text, std::size_t at) {
    const auto begin = at + 1;
    for (++at; at < text.size() && text[at] != '"'; ++at)
      if (text[at] == '\\') ++at;
    if (!key_next_ || at >= text.size()) return at;
    key_next_ = false;
    const auto key = text.substr(begin, at - begin);
    if (open_.size() == 1) look_.keys.emplace(key);
    if (open_.size() == record_) look_.record_keys.emplace(key);
    return at;
  }

  Look& look_;
  std::vector<char> open_;
  std::size_t record_ = 0;  // how deep the first object in a list stands; 0: not met yet
  bool key_next_ = false;
};

}  // namespace

bool Look::ends_in(std::string_view ending) const { return small_letters(path).ends_with(ending); }

Look look_at(std::string_view path, std::string_view text) {
  Look look{.path = path, .head = text.substr(0, most_head), .keys = {}, .record_keys = {}};
  auto begin = look.head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return look;
  if (look.head.substr(begin).starts_with(")]}'")) begin = look.head.find('\n', begin);  // Gerrit's
  if (begin == std::string_view::npos) return look;
  begin = std::min(look.head.find_first_not_of(" \t\r\n", begin), look.head.size() - 1);
  const char first = look.head[begin];
  if (first == '{') look.shape = Look::Shape::json_object;
  // "[blocker] app/x.py:3: …" and "[PATCH] …" are no lists
  const auto second = look.head.find_first_not_of(" \t\r\n", begin + 1);
  if (first == '[' && second != std::string_view::npos &&
      std::string_view("{[]").find(look.head[second]) != std::string_view::npos)
    look.shape = Look::Shape::json_list;
  if (first == '<') look.shape = Look::Shape::xml;
  if (look.is_json()) Glance(look).walk(look.head.substr(begin));
  return look;
}

}  // namespace runner::comments
