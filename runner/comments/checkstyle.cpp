// Checkstyle XML, which many linters write: <file name> with <error line column severity message source>.
// Read with expat, piece by piece; a document type is refused, so that no entity can blow up.
#include <expat.h>
#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <type_traits>

#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

using review::Column;
using review::CommentScope;

constexpr int largest_number = 10'000'000;
constexpr std::size_t block = std::size_t{1} << 20U;

struct Checkstyle {
  Reading& reading;
  XML_Parser parser;
  std::string file;
  bool root = false;
  bool refused = false;
  std::size_t count = 0;

  [[nodiscard]] detectors::source::Line line() const {
    return {static_cast<int>(XML_GetCurrentLineNumber(parser))};
  }
};

std::string attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2)
    if (attributes[0] == name) return attributes[1];
  return "";
}

int number(Checkstyle& state, const char** attributes, std::string_view name) {
  const auto text = attribute(attributes, name);
  if (text.empty()) return 0;
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size() && value >= 0 &&
      value <= largest_number)
    return value;
  state.reading.fault(state.line(), fmt::format("{}=\"{}\" is no number", name, text.substr(0, 40)),
                      "write a whole number from 0");
  return 0;
}

void read_error(Checkstyle& state, const char** attributes) {
  Found found{.comment = {.id = {}, .source = "checkstyle"},
              .record = fmt::format("error {}", ++state.count)};
  auto& comment = found.comment;
  const int line = number(state, attributes, "line");
  const int column = number(state, attributes, "column");
  comment.path = unix_path(state.file);
  comment.lines = span_of(0, line);
  comment.scope = comment.lines.none() ? CommentScope::file : CommentScope::lines;
  if (line > 0 && column > 0) comment.columns = {Column{column}, Column{0}};
  comment.body = unix_lines(attribute(attributes, "message"));
  comment.severity = severity_of(attribute(attributes, "severity"));
  const auto source = attribute(attributes, "source");
  comment.label = label_of(source);
  if (comment.label.empty()) comment.origin.instance = source;
  const auto begin = XML_GetCurrentByteIndex(state.parser);
  const auto length = XML_GetCurrentByteCount(state.parser);
  comment.raw = state.reading.text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(length));
  found.unit = ColumnUnit::code_points;
  state.reading.found(std::move(found));
}

void XMLCALL on_start(void* user, const char* name, const char** attributes) {
  auto& state = *static_cast<Checkstyle*>(user);
  const std::string_view element = name;
  if (!state.root && element != "checkstyle") {
    state.refused = true;
    state.reading.fault(state.line(), fmt::format("<{}> is not <checkstyle>", element.substr(0, 40)),
                        "this is some other XML");
    XML_StopParser(state.parser, XML_FALSE);
  }
  state.root = true;
  if (element == "file") state.file = attribute(attributes, "name");
  if (element == "error") read_error(state, attributes);
}

void XMLCALL on_doctype(void* user, const char*, const char*, const char*, int) {
  auto& state = *static_cast<Checkstyle*>(user);
  state.refused = true;
  state.reading.fault(state.line(), "<!DOCTYPE …> is not read", "remove it: Checkstyle writes none");
  XML_StopParser(state.parser, XML_FALSE);
}

}  // namespace

void read_checkstyle(Reading& reading) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);  // whatever the header says: the text is decoded already
  Checkstyle state{.reading = reading, .parser = parser.get(), .file = {}};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_start, nullptr);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  auto rest = reading.text;
  bool last = false;
  while (!last) {
    const auto size = std::min(rest.size(), block);
    last = size == rest.size();
    const auto parsed =  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): its size goes with it
        XML_Parse(parser.get(), rest.data(), static_cast<int>(size), last ? XML_TRUE : XML_FALSE);
    if (parsed == XML_STATUS_ERROR && !state.refused)
      reading.fault(state.line(),
                    fmt::format("not valid XML: {}", XML_ErrorString(XML_GetErrorCode(parser.get()))),
                    "mend it at or before this line, or write the file again");
    if (parsed == XML_STATUS_ERROR) return;
    rest.remove_prefix(size);
  }
}

bool is_checkstyle(const Look& look) {
  return look.shape == Look::Shape::xml && look.head.find("<checkstyle") != std::string_view::npos;
}

}  // namespace runner::comments
