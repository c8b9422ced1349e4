#include "detectors/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "detectors/openapi_findings.hpp"
#include "detectors/outline.hpp"
#include "detectors/prefilter.hpp"
#include "detectors/relations.hpp"
#include "detectors/rules.hpp"
#include "detectors/subjects.hpp"
#include "detectors/told.hpp"

namespace detectors {
namespace {

Confidence confidence_in(const Rule& rule, const facts::Facts& facts, const Candidate& candidate) {
  const auto language = facts.tree.language();
  const bool high = std::any_of(rule.high.begin(), rule.high.end(), [&](const HighConfidence& each) {
    return std::find(each.languages.begin(), each.languages.end(), language) != each.languages.end() &&
           judge(facts, each.match, candidate) && file_fits(facts, each.match);
  });
  return high ? Confidence::high : rule.confidence;
}

Finding finding_of(const Rule& rule, const facts::Facts& facts, const Candidate& candidate) {
  auto bytes = facts.tree.bytes(candidate.node);
  if (candidate.first != facts::no_node) bytes.begin = facts.tree.bytes(candidate.first).begin;
  if (candidate.last != facts::no_node) bytes.end = std::max(bytes.end, facts.tree.bytes(candidate.last).end);
  return {.rule = rule.id,
          .class_id = rule.class_id,
          .severity = rule.severity,
          .confidence = confidence_in(rule, facts, candidate),
          .path = facts.file->path(),
          .bytes = bytes,
          .lines = facts.file->lines(bytes),
          .begin = facts.file->position(bytes.begin),
          .message = filled(rule.message, candidate),
          .because = candidate.because};
}

// A file of generated or hostile text may hold more to judge than anybody can wait for. The clock of the
// thread's own work ends it, long after any file that a person wrote is done.
class Deadline {
 public:
  [[nodiscard]] bool over() {
    if (++asked_ % 64 != 0 || over_) return over_;
    timespec now{};
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    if (end_ == 0) end_ = now.tv_sec + seconds;
    return over_ = now.tv_sec > end_;
  }

 private:
  static constexpr std::time_t seconds = 4;
  std::time_t end_ = 0;
  std::uint64_t asked_ = 0;
  bool over_ = false;
};

std::optional<Told::Key> stands_for(const Rule& rule, const facts::Facts& facts, const Candidate& candidate) {
  if (rule.match.once_per_function) return Told::Key{facts.owner[candidate.node], ""};
  if (!candidate.guard_name.empty()) return Told::Key{candidate.loop, candidate.guard_name};
  return std::nullopt;
}

void add_findings(const Rule& rule, const facts::Facts& facts, const std::vector<Candidate>& subjects,
                  Deadline& deadline, std::vector<Finding>& findings) {
  Told told(findings);
  std::optional<bool> about_it;
  for (const auto& candidate : subjects) {
    const auto key = stands_for(rule, facts, candidate);
    if (told.is_settled(key, rule)) continue;
    if (deadline.over()) return;
    const auto judged = judge(facts, rule.match, candidate);
    if (!judged) continue;
    if (!about_it) about_it = file_fits(facts, rule.match);
    if (!*about_it) return;
    told.tell(key, finding_of(rule, facts, *judged));
  }
}

std::vector<Candidate> subjects_of(const Rule& rule, const std::vector<const Rule*>& rules,
                                   const facts::Facts& facts) {
  if (rule.match.subject != Subject::call) return candidates(facts, rule.match);
  std::vector<const Relations*> asked;
  for (const auto* each : rules)
    if (each->match.subject == Subject::call) asked.push_back(&each->match);
  return call_candidates(facts, asked);
}

// False when there was not the time to try every rule on everything.
bool judge_all(const std::vector<const Rule*>& rules, const facts::Facts& facts,
               std::vector<Finding>& findings) {
  Deadline deadline;
  std::map<Subject, std::vector<Candidate>> subjects;
  for (const auto* rule : rules) {
    if (rule->match.subject == Subject::pattern || rule->match.subject == Subject::query) {
      add_findings(*rule, facts, candidates(facts, rule->match), deadline, findings);
      continue;
    }
    auto known = subjects.find(rule->match.subject);
    if (known == subjects.end())
      known = subjects.emplace(rule->match.subject, subjects_of(*rule, rules, facts)).first;
    add_findings(*rule, facts, known->second, deadline, findings);
  }
  return !deadline.over();
}

bool before(const Finding& a, const Finding& b) {
  return std::tie(a.bytes.begin, a.bytes.end, a.rule) < std::tie(b.bytes.begin, b.bytes.end, b.rule);
}
bool same(const Finding& a, const Finding& b) { return a.rule == b.rule && a.begin == b.begin; }

enum class Tried { likely, all };

std::vector<const Rule*> rules_to_try(const RuleSet& set, const source::SourceFile& file,
                                      syntax::Language language, bool compares, Tried tried) {
  if (tried == Tried::likely) return set.prefilter(language).rules_for(file.path(), file.text(), compares);
  std::vector<const Rule*> rules;
  for (const auto& rule : set.rules)
    if (rule.speaks(language)) rules.push_back(&rule);
  return rules;
}

// Judged as code; why not, when it cannot be.
void scan_code(const source::SourceFile& file, const std::string* old_text, const RuleSet& set,
               syntax::Language language, Tried tried, Scan& result) {
  std::string note;
  const auto* lowering = set.lowerings.of(language, note);
  if (!lowering) return result.notes.push_back(note);
  if (auto why = syntax::unreadable(file.text())) return result.notes.push_back(std::move(*why));
  const auto rules = rules_to_try(set, file, language, old_text != nullptr, tried);
  if (rules.empty()) return;
  auto parsed = syntax::parse(file.text(), language);
  result.notes = std::move(parsed.notes);
  if (!parsed.tree) return;
  auto facts = facts::gather(file, std::move(*parsed.tree), *lowering, set.of(language));
  const auto old = old_text ? syntax::parse(*old_text, language).tree : std::nullopt;
  facts.before = old ? &*old : nullptr;
  if (!judge_all(rules, facts, result.findings))
    result.notes.emplace_back("too much to judge: not every rule was tried on all of it");
  std::stable_sort(result.findings.begin(), result.findings.end(), before);
  result.findings.erase(std::unique(result.findings.begin(), result.findings.end(), same),
                        result.findings.end());
}

Scan scan_side(const source::SourceFile& file, const std::string* old_text, const Catalog& catalog,
               const OtherFiles& others, Tried tried = Tried::likely) {
  Scan result;
  const auto language = syntax::language_by_path(file.path());
  if (!language && old_text && catalog.rules) return scan_document(file, *old_text, *catalog.rules, others);
  if (!language || !catalog.rules) return result;
  const auto& set = *catalog.rules;
  if (std::any_of(set.rules.begin(), set.rules.end(), [&](auto& rule) { return rule.speaks(*language); }))
    scan_code(file, old_text, set, *language, tried, result);
  else if (!file.text().empty())
    result.notes.push_back(fmt::format("no rules for {} yet", syntax::name_of(*language)));
  return result;
}

}  // namespace

std::string_view to_string(Confidence confidence) { return confidence == Confidence::high ? "high" : "low"; }

Scan scan(const source::SourceFile& file, const Catalog& catalog) {
  return scan_side(file, nullptr, catalog, {});
}

Scan scan_unfiltered(const source::SourceFile& file, const Catalog& catalog) {
  return scan_side(file, nullptr, catalog, {}, Tried::all);
}

Scan scan(const source::SourceFile& file, const std::string& before_change, const Catalog& catalog) {
  return scan_side(file, &before_change, catalog, {});
}

Scan scan(const source::SourceFile& file, const std::string& before_change, const Catalog& catalog,
          const OtherFiles& others) {
  return scan_side(file, &before_change, catalog, others);
}

}  // namespace detectors
