// Small pieces of HTML. Whatever a person wrote goes through escaped() or markup(). For this
// room and for the pages of the server.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "runner/session/values.hpp"

namespace runner::report {

// Fit for text and for an attribute in double quotes: printable, and & < > " ' escaped.
[[nodiscard]] std::string escaped(std::string_view text);

// A comment's Markdown as HTML that can do nothing: raw HTML is shown as text, an image as its description
// and address, a heading bold text, a link to anything but http, https and mailto its text and its target in
// brackets.
[[nodiscard]] std::string markup(std::string_view markdown);

// Ids within the page, by index: what people name things can hold any character.
[[nodiscard]] std::string defect_anchor(std::size_t defect);
[[nodiscard]] std::string comment_anchor(std::size_t comment);
[[nodiscard]] std::string file_anchor(std::size_t file);
[[nodiscard]] std::string place_anchor(std::size_t defect, std::size_t place);

// "comment c1 at app/gateway.py:24", leading to the comment in the change.
[[nodiscard]] std::string source_link(const session::Scored& scored, std::size_t claim);
// What the claim says; a word for it where it is a suggestion alone.
[[nodiscard]] std::string words_of(const review::Claim& claim);
[[nodiscard]] std::string link(std::string_view anchor, std::string_view html);
[[nodiscard]] std::string chip(std::string_view tone,
                               std::string_view text);  // tone: good, info, warn, bad, plain
[[nodiscard]] std::string_view tone(review::Level level);
[[nodiscard]] std::string_view tone(review::Fate fate);
[[nodiscard]] std::string_view tone(review::Band band);

// A table that is wider than the window scrolls by itself, by keyboard too.
[[nodiscard]] std::string scrolled(std::string_view name, const std::string& table);

// Four cells, filled up to the level, and the level's name beside them.
[[nodiscard]] std::string meter(review::Level level);

}  // namespace runner::report
