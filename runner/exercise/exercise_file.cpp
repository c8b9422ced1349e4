#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "detectors/source/nearest.hpp"
#include "runner/exercise/reading.hpp"

namespace runner::exercise {
namespace {

using detectors::source::Manifest;

constexpr std::array<std::string_view, 3> levels{"L3", "L4", "L5+"};
constexpr int longest_session = 240;  // minutes

int in_range(Manifest& manifest, std::string_view key, int least, int most) {
  const bool given = manifest.has(key);
  const auto value = manifest.required_integer(key);
  if (value >= least && value <= most) return static_cast<int>(value);
  if (given && manifest.integer(key))
    manifest.fault(key, fmt::format("'{}' is {}", key, value),
                   fmt::format("write a number from {} to {}", least, most));
  return least;
}

void read_patterns(Manifest& manifest, Exercise& exercise) {
  exercise.patterns = manifest.texts("patterns");
  std::vector<std::string> known;
  for (const auto& theme : detectors::source::outage_patterns) known.emplace_back(theme.id);
  for (const auto& pattern : exercise.patterns) check_known_id(manifest, "patterns", pattern, known);
  if (!manifest.has("patterns"))
    manifest.fault("patterns", "'patterns' is missing",
                   "add patterns = [\"…\"], the outage patterns that it covers");
}

void read_plant(Manifest& manifest, const KnownIds& known, Exercise& exercise) {
  auto plant = manifest.table("plant");
  if (!plant) {
    if (!manifest.has("plant"))
      manifest.fault("plant", "[plant] is missing", "add it, with at_least and at_most");
    return;
  }
  const auto most = std::max(1, static_cast<int>(known.defects.size()));
  exercise.plant.at_least = in_range(*plant, "at_least", 1, most);
  exercise.plant.at_most = in_range(*plant, "at_most", 1, most);
  if (exercise.plant.at_least > exercise.plant.at_most)
    plant->fault("at_least", "'at_least' is more than 'at_most'", "let at_least be the smaller");
  exercise.plant.always = plant->texts("always");
  for (const auto& id : exercise.plant.always) check_known_id(*plant, "always", id, known.defects);
  if (exercise.plant.always.size() > static_cast<std::size_t>(exercise.plant.at_most))
    plant->fault("always", "'always' names more defects than 'at_most' allows",
                 "name fewer, or raise at_most");
}

// What stands in a commit's header: one line, no angle bracket.
void require_line(Manifest& manifest, std::string_view key, std::string& value) {
  require_text(manifest, key, value);
  if (value.find_first_of("\r\n") != std::string::npos)
    manifest.fault(key, fmt::format("'{}' is more than one line", key), "write it on one line");
}

void require_identity(Manifest& manifest, std::string_view key, std::string& value) {
  require_line(manifest, key, value);
  if (value.find_first_of("<>") != std::string::npos)
    manifest.fault(key, fmt::format("'{}' has an angle bracket", key),
                   "write the name and the address apart");
}

void read_pull_request(Manifest& manifest, Exercise& exercise) {
  auto table = manifest.table("pull_request");
  if (!table) {
    if (!manifest.has("pull_request"))
      manifest.fault("pull_request", "[pull_request] is missing",
                     "add it, with title, author, email, branch, base_message, when");
    return;
  }
  auto& request = exercise.pull_request;
  require_line(*table, "title", request.title);
  require_identity(*table, "author", request.author);
  require_identity(*table, "email", request.email);
  if (!request.email.empty() && request.email.find('@') == std::string::npos)
    table->fault("email", fmt::format("'email' is \"{}\"", request.email), "write an address with an @");
  require_line(*table, "branch", request.branch);
  if (const auto reason = bad_branch(request.branch); !request.branch.empty() && !reason.empty())
    table->fault("branch", fmt::format("'branch' is \"{}\": {}", request.branch, reason),
                 "write a name like pay-412-webhook");
  request.ticket = table->text("ticket").value_or("");
  require_text(*table, "base_message", request.base_message);
  require_line(*table, "when", request.when);
  if (!request.when.empty() && !is_moment(request.when))
    table->fault("when", fmt::format("'when' is \"{}\"", request.when),
                 "write it as \"2026-03-17T09:42:00+01:00\"");
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

int days_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// The characters at the places that `pattern` marks with 0 are digits, the others are the pattern's own.
bool shaped(std::string_view text, std::string_view pattern) {
  const auto fits = [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; };
  return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), fits);
}

}  // namespace

bool is_moment(std::string_view text) {
  const auto clock = text.substr(0, 19);
  const auto offset = text.substr(clock.size());
  if (!shaped(clock, "0000-00-00T00:00:00")) return false;
  if (offset != "Z" && !shaped(offset, "+00:00") && !shaped(offset, "-00:00")) return false;
  if (offset != "Z" && (number(offset.substr(1, 2)) > 14 || number(offset.substr(4)) > 59)) return false;
  const int year = number(clock.substr(0, 4));
  const int month = number(clock.substr(5, 2));
  const int day = number(clock.substr(8, 2));
  return year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month) &&
         number(clock.substr(11, 2)) < 24 && number(clock.substr(14, 2)) < 60 &&
         number(clock.substr(17, 2)) < 60;
}

// Source: git-check-ref-format(1).
std::string bad_branch(std::string_view name) {
  if (name.empty()) return "it is empty";
  if (name == "main" || name == "HEAD" || name == "@") return "that name is taken";
  if (name.starts_with("main/")) return "'main' is a branch, not a folder of branches";
  if (name.front() == '-' || name.front() == '/' || name.back() == '/' || name.back() == '.')
    return "it begins or ends badly";
  for (const auto bad : {"..", "//", "@{", "/.", ".lock/"})
    if (name.find(bad) != name.npos) return fmt::format("'{}' may not stand in it", bad);
  if (name.front() == '.' || name.ends_with(".lock")) return "it begins or ends badly";
  for (const char c : name)
    if (static_cast<unsigned char>(c) <= ' ' || c == 127 ||
        std::string_view("~^:?*[\\").find(c) != std::string_view::npos)
      return "only letters, digits, '-', '_', '.' and '/' should stand in it";
  return "";
}

void require_text(Manifest& manifest, std::string_view key, std::string& value) {
  const bool given = manifest.has(key);
  value = manifest.required_text(key);
  if (given && manifest.text(key) && value.find_first_not_of(" \t\r\n") == std::string::npos)
    manifest.fault(key, fmt::format("'{}' is empty", key), "write it");
}

std::string unknown_id_remedy(const std::string& id, const std::vector<std::string>& known) {
  return detectors::source::did_you_mean(id, known).value_or(
      fmt::format("use one of: {}", fmt::join(known, ", ")));
}

void check_known_id(Manifest& manifest, std::string_view key, const std::string& id,
                    const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), id) != known.end()) return;
  manifest.fault(key, fmt::format("'{}' names '{}', which does not exist", key, id),
                 unknown_id_remedy(id, known));
}

void read_exercise_file(const Folder& folder, const KnownIds& known, Exercise& exercise, Faults& faults) {
  auto manifest = Manifest::read(folder.name + "/exercise.toml", text_at(folder, "exercise.toml"));
  if (!manifest) {
    faults.insert(faults.end(), manifest.error().begin(), manifest.error().end());
    return;
  }
  require_text(*manifest, "title", exercise.title);
  require_text(*manifest, "version", exercise.version);
  require_text(*manifest, "summary", exercise.summary);
  require_text(*manifest, "language", exercise.language);
  exercise.level = manifest->required_choice("level", levels);
  exercise.minutes = in_range(*manifest, "minutes", 1, longest_session);
  require_text(*manifest, "toolchain", exercise.toolchain);
  read_patterns(*manifest, exercise);
  require_text(*manifest, "ai_policy", exercise.ai_policy);
  exercise.test_command_extra = manifest->texts("test_command_extra");
  read_plant(*manifest, known, exercise);
  read_pull_request(*manifest, exercise);
  const auto found = manifest->finish();
  faults.insert(faults.end(), found.begin(), found.end());
}

}  // namespace runner::exercise
