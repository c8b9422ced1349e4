#include "runner/web/layout.hpp"

#include <fmt/format.h>

#include "runner/report/html.hpp"
#include "runner/web/assets.hpp"

namespace runner::web {

using report::escaped;

Response page(const Page& page) {
  const auto script = page.script.empty()
                          ? std::string()
                          : fmt::format("<script src=\"{}\" defer></script>\n", asset_path(page.script));
  return {
      .status = page.status,
      .body = fmt::format(
          "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
          "<title>{}</title>\n<link rel=\"stylesheet\" href=\"{}\">\n{}</head>\n<body>\n"
          "<a class=\"skip\" href=\"#main\">Skip to the main part</a>\n"
          "<header class=\"bar\"><div class=\"wrap\"><span "
          "class=\"house\">seedfault</span>{}</div></header>\n"
          "<main id=\"main\" class=\"wrap\" tabindex=\"-1\"{}>\n{}</main>\n</body>\n</html>\n",
          escaped(page.title), asset_path("style.css"), script, page.header, page.data, page.main)};
}

Response told(int status, std::string_view title, std::string_view text) {
  return page({.title = std::string(title),
               .main = fmt::format("<h1>{}</h1>\n<p>{}</p>\n", escaped(title), escaped(text)),
               .status = status});
}

Response whole_report(std::string html) {
  Response response{.body = std::move(html)};
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
                                "'none'; frame-ancestors 'none'");
  return response;
}

std::string faults_html(const session::Faults& faults) {
  if (faults.empty()) return "";
  std::string out = "<div class=\"callout bad\" role=\"alert\"><ul class=\"plain\">\n";
  for (const auto& fault : faults)
    out += fmt::format("<li>{}{} {}. <span class=\"muted\">{}</span></li>\n", escaped(fault.path),
                       fault.line.number > 0 ? fmt::format(", line {}:", fault.line.number) : "",
                       escaped(fault.problem), escaped(fault.remedy));
  return out + "</ul></div>\n";
}

std::string form_begin(const Visit& visit, std::string_view action, std::string_view more) {
  return fmt::format("<form method=\"post\" action=\"{}\"{}>\n{}", escaped(action), more,
                     hidden("token", visit.form_token));
}

std::string hidden(std::string_view name, std::string_view value) {
  return fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", name, escaped(value));
}

std::string button(std::string_view what, std::string_view text, std::string_view classes) {
  return fmt::format("<button name=\"do\" value=\"{}\" class=\"{}\">{}</button>\n", what, classes,
                     escaped(text));
}

std::string duration(long long seconds) {
  const auto minutes = seconds / 60;
  return minutes < 60 ? fmt::format("{} min", minutes)
                      : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

// NOLINTNEXTLINE(readability-function-size): the style sheet is one text
std::string_view style() {
  return R"css(
.bar { background: var(--panel); border-bottom: 1px solid var(--line); padding: .7rem 0; margin-bottom: 1.75rem; font-size: .925rem; }
.bar .wrap { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: baseline; max-width: 90rem; }
.bar .house { font-weight: 650; margin-right: auto; } .bar details { margin: 0; } .bar nav { display: contents; }
main.wrap { max-width: 90rem; padding-bottom: 4rem; } main h2 { margin-top: 1.75rem; } main:focus { outline: none; } .read { max-width: 46rem; }
button, .button { font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--muted); border-radius: 8px; padding: .4rem 1rem;
  min-height: 2.4rem; cursor: pointer; text-decoration: none; display: inline-block; }
button.main, .button.main { background: var(--accent); color: var(--bg); border-color: var(--accent); font-weight: 600; }
button.bad { color: var(--bad); border-color: var(--bad); }
:is(button, input, select, textarea):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
textarea, select, input[type=text], input[type=number] { font: inherit; color: var(--ink); background: var(--bg); border: 1px solid var(--muted);
  border-radius: 6px; padding: .4rem .6rem; max-width: 100%; }
textarea { width: 100%; min-height: 7rem; } input[type=number] { width: 6rem; }
label { display: block; font-weight: 600; font-size: .9rem; margin: .7rem 0 .2rem; } fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; }
fieldset label { font-weight: 400; font-size: 1rem; margin: .35rem 0; } .line { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: .8rem 0; }
.line > div { min-width: 0; max-width: 100%; } .line > div > label { margin-top: 0; } form.inline { display: inline; } ul.plain { list-style: none; margin: 0; padding: 0; } .compose { padding: .2rem .2rem .6rem; max-width: 46rem; }
.diff a.ln { display: block; color: inherit; text-decoration: none; } .diff a.ln:is(:hover, :focus-visible) { color: var(--accent); text-decoration: underline; }
.diff.split .c { width: 50%; } .diff .gap a { font-size: .85rem; } .tools { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; padding: .4rem 1rem; font-size: .875rem; }
.file.seen > h3 { color: var(--muted); } .files { columns: 2 22rem; list-style: none; padding: 0; margin: .5rem 0 1.5rem; font-size: .9rem; }
table.grid { border-collapse: collapse; width: 100%; } table.grid :is(th, td) { text-align: left; padding: .45rem .9rem .45rem 0; border-top: 1px solid var(--line); vertical-align: top; }
table.grid thead th { border-top: 0; color: var(--muted); font-size: .85rem; } .token { font-family: ui-monospace, monospace; background: var(--panel); padding: .6rem .8rem; border-radius: 6px; }
.hl-keyword { color: var(--info); } .hl-string { color: var(--good); } .hl-comment { color: var(--muted); font-style: italic; } .hl-function, .hl-type { color: var(--accent); }
.hl-number, .hl-constant { color: var(--warn); }
.typed { margin: .3rem 1rem; font-size: .9rem; } tr.picked > :is(th, td) { box-shadow: inset 0 0 0 99rem color-mix(in srgb, var(--accent) 14%, transparent); }
.diff tr:focus-within > :is(th, td) { box-shadow: inset 0 0 0 99rem color-mix(in srgb, var(--accent) 9%, transparent); } tr.notes:focus-within > td { box-shadow: none; }
tr.hit > td.c { box-shadow: inset .25rem 0 var(--warn); } tr.hit-now > td.c { outline: 2px solid var(--warn); outline-offset: -2px; }
.status { position: fixed; left: 50%; bottom: 1rem; transform: translateX(-50%); margin: 0; padding: .5rem 1rem; max-width: 90vw; background: var(--ink); color: var(--bg); border-radius: 8px; z-index: 3; }
.status:empty { display: none; } .search { position: fixed; right: 1rem; top: 1rem; z-index: 3; display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; padding: .6rem .8rem; max-width: 95vw;
  background: var(--panel); border: 1px solid var(--muted); border-radius: 8px; } .search input { font: inherit; color: var(--ink); background: var(--bg); border: 1px solid var(--muted); border-radius: 6px; padding: .35rem .6rem; }
.keys-button { display: block; margin: 0 auto 2rem; font-size: .875rem; } .help { color: var(--ink); background: var(--bg); border: 1px solid var(--muted); border-radius: 10px; max-width: min(34rem, 95vw); }
.help::backdrop { background: rgb(0 0 0 / .5); } .help :is(th, td) { text-align: left; padding: .15rem .8rem .15rem 0; } kbd { font-family: ui-monospace, monospace; padding: 0 .35rem; border: 1px solid var(--muted); border-radius: 4px; }
@media (prefers-contrast: more) { :root { --muted: var(--ink); --line: var(--ink); } a { text-decoration-thickness: .12em; } }
)css";
}

}  // namespace runner::web
