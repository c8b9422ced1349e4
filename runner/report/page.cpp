#include "runner/report/page.hpp"

#include <fmt/format.h>

#include "runner/report/html.hpp"

namespace runner::report {
namespace {

// The policy is a second wall: even markup that slipped through could load and run nothing.
constexpr std::string_view head =
    "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; "
    "form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" "
    "content=\"noindex\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n";

}  // namespace

std::string page(std::string_view title, std::string_view skip, std::string_view body) {
  std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n" + std::string(head);
  out += fmt::format("<title>{}</title>\n<style>", escaped(title));
  out += page_style();
  out += fmt::format("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n", escaped(skip));
  return out.append(body) + "</body>\n</html>\n";
}

}  // namespace runner::report
