// The types of a contract's fields as they are written, compared by what is sent. A name that the text does
// not explain (an alias, a class of another file) may be anything, and nothing is said of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detectors {

// What a value of the type may be, one member each: `string`, `"open"`, `[]number`; absence is not among
// them.
struct SentType {
  std::vector<std::string> members;  // sorted
  friend bool operator==(const SentType&, const SentType&) = default;
};

// Of Python, Go, TypeScript, zod and Java.
[[nodiscard]] SentType sent_type(std::string_view written);

// Whether it may be absent or null itself; not what stands within its brackets.
[[nodiscard]] bool may_be_null(std::string_view written);

// Whether a value of it is a function: nobody sends one.
[[nodiscard]] bool is_function_type(std::string_view written);

// Whether every member is a literal, and what those are without their quotes.
[[nodiscard]] std::vector<std::string> literal_values(const SentType& type);

// Whether some value of `to` is surely none of `from`.
[[nodiscard]] bool surely_exceeds(const SentType& to, const SentType& from);

}  // namespace detectors
