// JSON one value at a time, so that a large file never stands in memory as a tree. Finds where values begin
// and end; whether one is well formed says the parser that it is given to then.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "runner/comments/reading.hpp"

namespace runner::comments {

// Deeper nesting is a fault: no tool writes it.
inline constexpr int deepest = 100;

using Value = std::string_view;  // a part of the reading's text
using Visit = std::function<void(Value)>;
using VisitMember = std::function<void(const std::string& key, Value)>;

// Each returns false after a fault: the text is cut off, or is no JSON.

// The values of a text one after the other: one document, one on each line, or the pages of `gh api
// --paginate`.
bool documents(Reading& reading, Value text, const Visit& visit);
bool elements(Reading& reading, Value list, const Visit& visit);
bool members(Reading& reading, Value object, const VisitMember& visit);

// Every object of the document that is no list, at any depth of lists: pages, lists of pages.
bool objects(Reading& reading, Value text, const Visit& visit);

[[nodiscard]] inline bool is_list(Value value) { return value.starts_with('['); }
[[nodiscard]] inline bool is_object(Value value) { return value.starts_with('{'); }

}  // namespace runner::comments
