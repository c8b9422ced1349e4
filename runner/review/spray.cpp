#include "runner/review/spray.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "runner/review/seats.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {
namespace {

constexpr std::size_t same_words = 4;      // places with the same words: two or three may well be meant
constexpr std::size_t same_class = 8;      // places with the same class: more than any pull request has
constexpr std::size_t listed_classes = 6;  // classes in one list without places
constexpr std::size_t least_guesses = 6;   // causes named that no defect supports
constexpr std::size_t many_places = 30;    // with a kind of defect named in each
constexpr std::size_t spare_remarks = 4;   // vague remarks beyond one for each defect

using Group = std::vector<std::size_t>;  // claims

// Where the claim's text quotes code.
std::vector<detectors::source::ByteSpan> quoted_in(const std::string& text,
                                                   const std::vector<std::string>& code) {
  std::vector<detectors::source::ByteSpan> spans;
  std::size_t from = 0;
  for (const auto& each : code) {
    const auto begin = text.find(each, from);
    if (begin == std::string::npos || each.empty()) continue;
    from = begin + each.size();
    spans.push_back({begin, from});
  }
  return spans;
}

// The words of a claim without the code that it quotes: on every line another line is quoted.
std::string own_words(const ReadClaim& claim) {
  const auto& tokens = claim.speech.tokens;
  const auto spans = quoted_in(tokens.text, claim.claim.code);
  std::string own;
  std::string all;
  for (const auto& token : tokens.tokens) {
    all += token.stem + ' ';
    const bool quoted = std::ranges::any_of(
        spans, [&](auto span) { return span.begin <= token.bytes.begin && token.bytes.begin < span.end; });
    if (!quoted) own += token.stem + ' ';
  }
  return own.empty() ? all : own;
}

class Screen {
 public:
  Screen(const std::vector<ReadClaim>& claims, const std::vector<Pair>& pairs, const Scene& scene)
      : claims_(claims),
        scene_(scene),
        reasons_(claims.size()),
        right_(claims.size()),
        score_(claims.size(), 0),
        rank_(claims.size(), 0) {
    std::vector<Claim> read;
    for (const auto& claim : claims) read.push_back(claim.claim);
    const auto order = reading_order(read, *scene.review);
    for (std::size_t i = 0; i < order.size(); ++i) rank_[order[i]] = i;
    for (const auto& pair : pairs) {
      score_[pair.claim] = std::max(score_[pair.claim], pair.score);
      if (pair.score >= weights::same_problem) right_[pair.claim].insert(pair.defect);
    }
  }

  std::vector<std::string> run() {
    repeated_words();
    repeated_class();
    lists();
    everywhere();
    guesses();
    vague();
    return std::move(reasons_);
  }

 private:
  std::size_t rightly(const Group& group) const {
    std::set<std::size_t> defects;
    for (const auto claim : group) defects.insert(right_[claim].begin(), right_[claim].end());
    return defects.size();
  }

  void strike(std::size_t claim, const std::string& reason) {
    if (reasons_[claim].empty()) reasons_[claim] = reason;
  }

  void repeated_words() {
    std::map<std::string, Group> groups;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      auto key = own_words(claims_[i]);
      if (!key.empty()) groups[std::move(key)].push_back(i);
    }
    for (const auto& [words, group] : groups) {
      const bool named = !claims_[group.front()].causes.empty();
      const auto right = rightly(group);
      if (group.size() >= same_words && 2 * right < group.size()) {
        for (const auto claim : group)
          strike(claim,
                 fmt::format("the same words stand in {} places and are right in {}", group.size(), right));
      } else if (group.size() > 1 && !named && right == 0) {
        const auto best = *std::ranges::min_element(
            group, {}, [&](std::size_t claim) { return std::pair(-score_[claim], rank_[claim]); });
        for (const auto claim : group)
          if (claim != best) strike(claim, "the same remark stands in another place too");
      }
    }
  }

  void repeated_class() {
    std::map<std::size_t, Group> groups;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      std::set<std::size_t> named(claims_[i].causes.begin(), claims_[i].causes.end());
      for (const auto& said : claims_[i].speech.said)
        if (said.meant() && said.owner.kind == Concept::remedy)
          named.insert(scene_.words->class_of(said.owner.vocabulary));
      for (const auto known : named) groups[known].push_back(i);
    }
    for (const auto& [known, group] : groups) {
      const auto right = rightly(group);
      if (group.size() < same_class || 4 * right >= group.size()) continue;
      for (const auto claim : group) {
        const auto& causes = claims_[claim].causes;
        const bool main = causes.empty() || std::ranges::binary_search(causes, known);
        if (main)
          strike(claim, fmt::format("{} is named in {} places and is right in {}",
                                    scene_.words->classes[known], group.size(), right));
      }
    }
  }

  void lists() {
    std::map<std::size_t, Group> by_comment;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const auto placed = [](const Anchor& anchor) { return !anchor.lines.none(); };
      if (!claims_[i].causes.empty() && std::ranges::none_of(claims_[i].anchors, placed))
        by_comment[claims_[i].claim.comment].push_back(i);
    }
    for (const auto& [comment, group] : by_comment) {
      std::set<std::size_t> named;
      for (const auto claim : group) named.insert(claims_[claim].causes.front());
      if (named.size() < listed_classes || 2 * rightly(group) >= named.size()) continue;
      for (const auto claim : group)
        strike(claim, fmt::format("a list of {} kinds of defect without places", named.size()));
    }
  }

  std::size_t changed_lines() const {
    std::size_t lines = 0;
    for (const auto& file : scene_.key->code)
      for (const auto& span : file.changed)
        lines += static_cast<std::size_t>(span.last.number - span.first.number + 1);
    return lines;
  }

  // Who names a defect on each third line of a change is right somewhere, whatever the change is. Of a
  // claim's places the comment's own counts, which is the first.
  void everywhere() {
    std::set<std::pair<std::size_t, int>> places;
    Group group;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].causes.empty() && !claims_[i].soup) continue;
      group.push_back(i);
      if (const auto& anchors = claims_[i].anchors; !anchors.empty() && !anchors.front().lines.none())
        places.emplace(anchors.front().file, anchors.front().lines.first.number);
    }
    if (places.size() < many_places || 3 * places.size() < changed_lines() ||
        4 * rightly(group) >= places.size())
      return;
    for (const auto claim : group)
      strike(claim, fmt::format("this review names a defect in {} places of {} changed lines", places.size(),
                                changed_lines()));
  }

  // Who hits with one guess in four hits places by chance too.
  void guesses() {
    Group wrong;
    Group right;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (!claims_[i].causes.empty() || claims_[i].soup) (right_[i].empty() ? wrong : right).push_back(i);
    }
    if (wrong.size() < least_guesses || wrong.size() < 3 * rightly(right)) return;
    for (std::size_t i = 0; i < claims_.size(); ++i)
      if (right_[i].empty() && claims_[i].approval.empty())
        strike(i, fmt::format("{} guesses of this review are supported by nothing", wrong.size()));
  }

  void vague() {
    Group group;
    for (std::size_t i = 0; i < claims_.size(); ++i)
      if (right_[i].empty() && claims_[i].approval.empty() && claims_[i].causes.empty()) group.push_back(i);
    const auto all = scene_.key->defects.size() + spare_remarks;
    if (group.size() <= all) return;
    for (const auto claim : group) strike(claim, fmt::format("one of {} vague remarks", group.size()));
  }

  const std::vector<ReadClaim>& claims_;
  const Scene& scene_;
  std::vector<std::string> reasons_;
  std::vector<std::set<std::size_t>> right_;  // by claim: defects that it matches
  std::vector<double> score_;
  std::vector<std::size_t> rank_;  // by claim: its place in reading order
};

}  // namespace

std::vector<std::string> sprayed(const std::vector<ReadClaim>& claims, const std::vector<Pair>& pairs,
                                 const Scene& scene) {
  return Screen(claims, pairs, scene).run();
}

}  // namespace runner::review
