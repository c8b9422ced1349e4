#include "runner/review/mention.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace runner::review {
namespace {

using detectors::source::Line;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool path_char(char c) { return name_char(c) || c == '/' || c == '.' || c == '-' || c == '@' || c == '+'; }

bool known_extension(std::string_view extension) {
  static constexpr std::array<std::string_view, 36> known{
      "py",   "go",  "js",  "ts",  "tsx", "jsx", "mjs", "cjs",  "java", "kt",    "scala", "sql",
      "rb",   "rs",  "c",   "h",   "cc",  "cpp", "hpp", "cs",   "php",  "toml",  "yaml",  "yml",
      "json", "xml", "ini", "cfg", "env", "md",  "txt", "html", "sh",   "proto", "tf",    "gradle"};
  return std::ranges::find(known, extension) != known.end();
}

bool path_like(std::string_view word) {
  const auto slash = word.rfind('/');
  const auto name = slash == std::string_view::npos ? word : word.substr(slash + 1);
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 0 && known_extension(name.substr(dot + 1));
}

// Reads "12", "12-15", "L12-L15" at `at`, which then stands behind it.
std::optional<LineSpan> read_lines(std::string_view text, std::size_t& at) {
  const auto number = [&](std::size_t& place) -> int {
    if (place < text.size() && (text[place] == 'L' || text[place] == 'l')) ++place;
    int value = 0;
    const auto begin = place;
    while (place < text.size() && digit(text[place]) && place - begin < 7)
      value = value * 10 + (text[place++] - '0');
    return place == begin ? 0 : value;
  };
  std::size_t place = at;
  const int first = number(place);
  if (first == 0) return std::nullopt;
  at = place;
  int last = first;
  if (place < text.size() && (text[place] == '-' || text.substr(place).starts_with("\u2013"))) {
    place += text[place] == '-' ? 1U : 3U;
    if (const int value = number(place); value >= first) {
      last = value;
      at = place;
    }
  }
  return LineSpan{Line{first}, Line{last}};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view path) : text_(text), path_(path) {}

  std::vector<Mention> scan() {
    while (at_ < text_.size()) {
      if (!path_char(text_[at_])) {
        ++at_;
        continue;
      }
      const auto begin = at_;
      while (at_ < text_.size() && path_char(text_[at_])) ++at_;
      auto end = at_;
      while (end > begin && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
      read_word(begin, end);
    }
    return std::move(found_);
  }

 private:
  void keep(Mention mention) {
    if (std::ranges::find(found_, mention) == found_.end() && found_.size() < 64)
      found_.push_back(std::move(mention));
  }

  void read_word(std::size_t begin, std::size_t end) {
    const auto word = text_.substr(begin, end - begin);
    if (path_like(word)) return read_path(begin, end);
    if (const auto small = lower(word); small == "line" || small == "lines" || small == "l.")
      return read_line_word(begin);
    if (word.size() > 1 && word.size() < 8 && word[0] == 'L' && std::ranges::all_of(word.substr(1), digit)) {
      auto at = begin;
      if (const auto lines = read_lines(text_, at))
        keep({.text = std::string(word), .path = std::string(path_), .lines = *lines});
      return;
    }
    const bool called = end < text_.size() && text_[end] == '(';
    const bool snake = word.find('_') != std::string_view::npos;
    const bool camel = has_hump(word);
    if ((called || snake || camel) && !symbol_in(word).empty())
      keep({.text = std::string(word), .symbol = symbol_in(word)});
  }

  static bool has_hump(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i)
      if (std::islower(static_cast<unsigned char>(word[i - 1])) != 0 &&
          std::isupper(static_cast<unsigned char>(word[i])) != 0)
        return true;
    return false;
  }

  // "app/x.py:12-15", "app/x.py#L12", "app/x.py line 12"; of a permalink only what follows /blob/<commit>/.
  void read_path(std::size_t begin, std::size_t end) {
    std::string path(text_.substr(begin, end - begin));
    if (const auto blob = path.find("/blob/"); blob != std::string::npos)
      if (const auto slash = path.find('/', blob + 6); slash != std::string::npos)
        path = path.substr(slash + 1);
    if (path.starts_with("./")) path = path.substr(2);
    LineSpan lines;
    auto at = end;
    const auto rest = text_.substr(end);
    if (rest.starts_with(":") || rest.starts_with("#")) {
      ++at;
    } else {
      for (const std::string_view between :
           {" lines ", " line ", ", line ", ", lines ", " (line ", " (lines ", " l"}) {
        const bool here = lower(rest.substr(0, between.size())) == between;
        if (here && end + between.size() < text_.size() && digit(text_[end + between.size()]))
          at = end + between.size();
      }
    }
    if (at > end)
      if (const auto read = read_lines(text_, at)) {
        lines = *read;
        at_ = std::max(at_, at);
        end = at;
      }
    keep({.text = std::string(text_.substr(begin, end - begin)), .path = std::move(path), .lines = lines});
  }

  void read_line_word(std::size_t begin) {
    auto at = at_;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '#' || text_[at] == ':')) ++at;
    const auto lines = read_lines(text_, at);
    if (!lines) return;
    at_ = std::max(at_, at);
    keep({.text = std::string(text_.substr(begin, at - begin)), .path = std::string(path_), .lines = *lines});
  }

  std::string_view text_;
  std::string_view path_;
  std::vector<Mention> found_;
  std::size_t at_ = 0;
};

}  // namespace

std::string symbol_in(std::string_view code) {
  const auto end =
      std::ranges::find_if_not(code, [](char c) { return name_char(c) || c == '.'; }) - code.begin();
  const auto head = code.substr(0, static_cast<std::size_t>(end));
  const auto rest = code.substr(static_cast<std::size_t>(end));
  const bool call = rest.empty() || rest.front() == '(';
  if (!call || head.size() < 2 || digit(head.front()) || head.front() == '.' || head.back() == '.') return "";
  return std::string(head);
}

std::vector<Mention> mentions_in(std::string_view text, std::string_view path) {
  return Scanner(text, path).scan();
}

}  // namespace runner::review
