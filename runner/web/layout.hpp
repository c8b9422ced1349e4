// The frame of every page of the server, and its small words.
#pragma once

#include <string>
#include <string_view>

#include "runner/web/http.hpp"
#include "runner/web/route.hpp"

namespace runner::web {

struct Page {
  std::string title;
  std::string header = {};  // HTML beside the name of the house: links, the clock
  std::string main;         // HTML
  int status = 200;
  std::string_view script = {};  // "review.js": what makes the page handier
  std::string data = {};         // attributes of the main part, for the script: " data-home=\"/r/i7\""
};
[[nodiscard]] Response page(const Page& page);

// A page that says one thing and what to do about it.
[[nodiscard]] Response told(int status, std::string_view title, std::string_view text);

// A page of the reports, whole: its style is in it, and it has no script and no form.
[[nodiscard]] Response whole_report(std::string html);

// What was wrong, above the form that it was wrong in; "" without faults.
[[nodiscard]] std::string faults_html(const session::Faults& faults);

[[nodiscard]] std::string form_begin(const Visit& visit, std::string_view action, std::string_view more = "");
[[nodiscard]] std::string hidden(std::string_view name, std::string_view value);
[[nodiscard]] std::string button(std::string_view what, std::string_view text, std::string_view classes = "");
[[nodiscard]] std::string duration(long long seconds);  // "1 h 5 min", "12 min"

[[nodiscard]] std::string_view style();  // what the style sheet holds beyond the reports' own

}  // namespace runner::web
