#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "runner/cli/calibrate.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/calibration.hpp"
#include "runner/report/terminal.hpp"
#include "runner/session/certify.hpp"
#include "runner/session/clock.hpp"

namespace runner::cli {
namespace {

using session::Checked;
using session::faulty;

Checked<std::size_t> count_in(const Arguments& arguments, std::string_view option, std::size_t most) {
  const auto text = arguments.value(option);
  if (!text) return std::size_t{0};
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || number > most)
    return faulty({std::string(option),
                   {},
                   fmt::format("\"{}\" is no such number", *text),
                   fmt::format("use a whole number from 0 to {}", most)});
  return number;
}

// Sample reviews of the bank: one of each voice that a panel should meet, the rest as near the bar as can be.
Checked<std::vector<std::string>> picked(const Context& context, std::size_t count,
                                         const std::vector<std::string>& taken) {
  struct Candidate {
    std::string name, voice;
    double apart = 0;
  };
  std::vector<Candidate> candidates;
  for (const auto& exercise : session::load_bank(context.house).exercises)
    for (const auto& sample : exercise.reviews) {
      const auto name = exercise.id + "/" + sample.name;
      if (sample.name == "empty" || std::ranges::find(taken, name) != taken.end()) continue;
      context.progress("scoring " + name);
      const auto scored = scored_named(context, name);
      if (!scored) return tl::make_unexpected(scored.error());
      candidates.push_back({name, sample.name, std::abs(scored->card.score - 50)});
    }
  context.progress("");
  std::ranges::stable_sort(candidates, {}, &Candidate::apart);
  std::vector<std::string> names;
  for (const auto* voice : {"noisy", "terse", "model"})
    if (const auto found = std::ranges::find(candidates, voice, &Candidate::voice);
        found != candidates.end() && names.size() < count) {
      names.push_back(found->name);
      candidates.erase(found);
    }
  for (const auto& each : candidates)
    if (names.size() < count) names.push_back(each.name);
  return names;
}

Checked<std::vector<session::PackReview>> reviews_for(const Arguments& arguments, const Context& context,
                                                      const std::string& when) {
  auto names = arguments.values("REVIEW");
  const auto pick = count_in(arguments, "--pick", session::most_reviews);
  if (!pick) return tl::make_unexpected(pick.error());
  const auto anchors = count_in(arguments, "--anchors", session::most_reviews);
  if (!anchors) return tl::make_unexpected(anchors.error());
  std::vector<session::PackReview> again;
  if (*anchors > 0) {
    const auto policy = session::ladder_policy(context.house);
    if (!policy) return tl::make_unexpected(policy.error());
    auto found = session::anchors_to_serve(context.house, when, policy->anchor_days, names);
    if (!found) return found;
    if (found->size() < *anchors)
      return faulty({"--anchors",
                     {},
                     fmt::format("{} of {} can be served", found->size(), *anchors),
                     fmt::format("an anchor comes from a pack that was revealed at least {} days ago",
                                 policy->anchor_days)});
    found->resize(*anchors);
    again = *std::move(found);
  }
  if (*pick > 0) {
    auto taken = names;
    for (const auto& each : again) taken.push_back(each.source);
    const auto more = picked(context, *pick, taken);
    if (!more) return tl::make_unexpected(more.error());
    names.insert(names.end(), more->begin(), more->end());
  }
  auto codes = session::code_names(arguments.text("PACK"), names.size() + again.size());
  auto reviews = frozen(context, arguments.text("PACK"), names, codes);
  if (!reviews) return reviews;
  for (std::size_t i = 0; i < again.size(); ++i) {
    // Frozen already: what it was when it was rated first, under another bird.
    const auto before = again[i].code;
    again[i].code = codes[names.size() + i];
    for (std::size_t at = again[i].document.find('"' + before + '"'); at != std::string::npos;
         at = again[i].document.find('"' + before + '"', at))
      again[i].document.replace(at + 1, before.size(), again[i].code);
    reviews->push_back(std::move(again[i]));
  }
  std::ranges::sort(*reviews, {}, &session::PackReview::code);
  return reviews;
}

Result make(const Arguments& arguments, const Context& context) {
  const auto when = session::now_utc();
  auto reviews = reviews_for(arguments, context, when);
  if (!reviews) return tl::make_unexpected(reviews.error());
  const auto made = session::make_pack(context.house, {.id = arguments.text("PACK"),
                                                       .by = person_in(arguments),
                                                       .when = when,
                                                       .raters = arguments.values("--rater"),
                                                       .adjudicator = {},
                                                       .reviews = *std::move(reviews)});
  if (!made) return tl::make_unexpected(made.error());
  for (const auto& advice : made->advice)
    fmt::print(stderr, "{}", report::paragraph("Note: " + advice, {.first = 0, .rest = 6}, context.err));
  const auto shown = session::find_pack(context.house, made->pack.id, "");
  if (!shown) return tl::make_unexpected(shown.error());
  return print(arguments.has("--json") ? report::pack_json(*shown, "")
                                       : report::pack_text(*shown, "", context.out));
}

Result list(const Arguments& arguments, const Context& context) {
  const auto packs = session::list_packs(context.house);
  if (!packs) return tl::make_unexpected(packs.error());
  return print(arguments.has("--json") ? report::packs_json(*packs)
                                       : report::packs_text(*packs, context.out));
}

}  // namespace

Command calibrate_command() {
  return {
      .name = "calibrate",
      .summary = "Rate frozen reviews blind, and see how far the raters agree",
      .description =
          "Lists the packs. A pack is made with `new`, rated with `sheet` and `rate` (or from the command "
          "line alone), shown to all at once with `reveal`, and read with `report`. `ladder` says who may "
          "judge alone. docs/calibration.md walks through it.",
      .options = {json_option},
      .examples = {"seedfault calibrate", "seedfault calibrate new autumn --pick 8 --rater ana --rater ben"},
      .run = list};
}

Command calibrate_new_command() {
  return {
      .name = "calibrate new",
      .summary = "Freeze six to ten submitted reviews as a pack",
      .description =
          "The reviews are attempts, or sample reviews of the bank (<exercise>/<name>), whose levels are "
          "known. They are scored, names are replaced by birds, and nothing of them changes afterwards. Most "
          "should be near the bar; one noisy, one terse and right, one that sounds like a machine, one by "
          "somebody who writes English as a second language. --pick takes sample reviews by these rules, as "
          "far as the bank has them. --anchors serves reviews of earlier packs again, under other birds.",
      .options = {{.name = "PACK", .value = "", .help = "what to call it", .count = Option::Count::required},
                  {.name = "REVIEW",
                   .value = "",
                   .help = "attempts and sample reviews",
                   .count = Option::Count::any},
                  {.name = "--rater",
                   .value = "NAME",
                   .help = "who is to rate; may be repeated. Nobody sees anything before all have submitted",
                   .count = Option::Count::any},
                  {.name = "--pick", .value = "N", .help = "add so many sample reviews of the bank"},
                  {.name = "--anchors",
                   .value = "N",
                   .help = "add so many reviews of packs revealed months ago"},
                  by_option,
                  json_option},
      .examples = {"seedfault calibrate new autumn --pick 8 --rater ana --rater ben --rater cai",
                   "seedfault calibrate new spring payments-webhook-3 order-search-7 --pick 4 --anchors 2 "
                   "--rater ana --rater ben"},
      .run = make};
}

}  // namespace runner::cli
