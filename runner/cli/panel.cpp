#include <fmt/format.h>

#include "runner/cli/calibrate.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/calibration.hpp"
#include "runner/report/score_read.hpp"
#include "runner/session/clock.hpp"

namespace runner::cli {
namespace {

using session::faulty;

Result tell(const Arguments& arguments, const Context& context, const session::Pack& pack) {
  if (pack.kind != session::PackKind::panel)
    return faulty({pack.id, {}, "is no panel", "`seedfault calibrate report` shows a calibration pack"});
  if (pack.revealed_at.empty())
    return print(arguments.has("--json") ? report::pack_json(pack, "")
                                         : report::pack_text(pack, "", context.out));
  const auto scored = report::read_score(pack.reviews.front().document);
  if (!scored) return tl::make_unexpected(scored.error());
  const auto result = session::panel_result(pack, scored->key, scored->policy);
  return print(arguments.has("--json") ? report::panel_json(pack, result)
                                       : report::panel_text(pack, result, context.out));
}

Result show(const Arguments& arguments, const Context& context) {
  const auto pack = session::find_pack(context.house, arguments.text("PACK"), "");
  if (!pack) return tl::make_unexpected(pack.error());
  return tell(arguments, context, *pack);
}

Result list(const Arguments& arguments, const Context& context) {
  auto packs = session::list_packs(context.house);
  if (!packs) return tl::make_unexpected(packs.error());
  std::erase_if(*packs, [](const auto& pack) { return pack.kind != session::PackKind::panel; });
  if (packs->empty() && !arguments.has("--json"))
    return print("No panels yet: `seedfault panel new` makes one.\n");
  return print(arguments.has("--json") ? report::packs_json(*packs)
                                       : report::packs_text(*packs, context.out));
}

Result make(const Arguments& arguments, const Context& context) {
  std::vector<std::string> codes;
  auto reviews = frozen(context, arguments.text("PACK"), {arguments.text("ATTEMPT")}, codes);
  if (!reviews) return tl::make_unexpected(reviews.error());
  const auto made = session::make_pack(context.house, {.id = arguments.text("PACK"),
                                                       .kind = session::PackKind::panel,
                                                       .by = person_in(arguments),
                                                       .when = session::now_utc(),
                                                       .raters = arguments.values("--rater"),
                                                       .adjudicator = arguments.text("--adjudicator"),
                                                       .program_rates = !arguments.has("--without-program"),
                                                       .reviews = *std::move(reviews)});
  if (!made) return tl::make_unexpected(made.error());
  const auto pack = session::find_pack(context.house, made->pack.id, "");
  if (!pack) return tl::make_unexpected(pack.error());
  return tell(arguments, context, *pack);
}

Result adjudicate(const Arguments& arguments, const Context& context) {
  const auto before = session::find_pack(context.house, arguments.text("PACK"), "");
  if (!before) return tl::make_unexpected(before.error());
  if (before->kind != session::PackKind::panel)
    return faulty({before->id, {}, "is no panel", "only a panel has an adjudicator"});
  auto rating = ratings_in(arguments.values("--level"), before->reviews.front());
  if (!rating) return tl::make_unexpected(rating.error());
  for (auto& each : rating->defects)
    if (each.level) each.why = arguments.text("--why");
  session::Sheet sheet;
  sheet[before->reviews.front().code] = *std::move(rating);
  const auto pack = session::adjudicate(context.house, {.pack = before->id,
                                                        .by = person_in(arguments),
                                                        .when = session::now_utc(),
                                                        .sheet = std::move(sheet)});
  if (!pack) return tl::make_unexpected(pack.error());
  return tell(arguments, context, *pack);
}

}  // namespace

Command panel_command() {
  return {.name = "panel",
          .summary = "Have an attempt rated by two people independently; lists the panels",
          .description =
              "Two people rate the attempt without seeing each other's levels or the program's: `panel new` "
              "names them, `calibrate sheet`, `show` and `rate` are theirs, `calibrate reveal` shows all at "
              "once. Where all agree, the level stands; where they differ, the adjudicator decides.",
          .options = {json_option},
          .examples = {"seedfault panel"},
          .run = list};
}

Command panel_result_command() {
  return {
      .name = "panel result",
      .summary = "What two independent raters and an adjudicator made of one attempt",
      .description =
          "The level of each defect with who said what, the program among them unless it was left out, and "
          "who decided. Before the reveal only who has submitted.",
      .options = {pack_option, json_option},
      .examples = {"seedfault panel result heron-final"},
      .run = show};
}

Command panel_new_command() {
  return {
      .name = "panel new",
      .summary = "Have an attempt rated by two people independently",
      .description = "The attempt is frozen, and its candidate's name replaced.",
      .options =
          {{.name = "PACK", .value = "", .help = "what to call it", .count = Option::Count::required},
           {.name = "ATTEMPT", .value = "", .help = "a submitted attempt", .count = Option::Count::required},
           {.name = "--rater",
            .value = "NAME",
            .help = "one of the two or more; repeat it",
            .count = Option::Count::any},
           {.name = "--adjudicator",
            .value = "NAME",
            .help = "who decides where they differ",
            .count = Option::Count::required},
           {.name = "--without-program",
            .value = "",
            .help = "the program's levels are not one of the ratings"},
           by_option,
           json_option},
      .examples = {"seedfault panel new heron-final payments-webhook-3 --rater ana --rater ben "
                   "--adjudicator cai"},
      .run = make};
}

Command panel_adjudicate_command() {
  return {.name = "panel adjudicate",
          .summary = "Decide where the raters of a panel differ",
          .description = "After the reveal, by the adjudicator who was named.",
          .options = {pack_option,
                      {.name = "--level",
                       .value = "DEFECT=LEVEL",
                       .help = "the level that stands; may be repeated",
                       .count = Option::Count::any},
                      {.name = "--why", .value = "TEXT", .help = "why", .count = Option::Count::required},
                      by_option,
                      json_option},
          .examples = {"seedfault panel adjudicate heron-final --level missing-timeout=3 --why 'names what "
                       "blocks' --by cai"},
          .run = adjudicate};
}

}  // namespace runner::cli
