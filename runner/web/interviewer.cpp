// The list of invitations and each of them.
#include "runner/web/interviewer.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "runner/report/html.hpp"
#include "runner/report/invitations.hpp"
#include "runner/session/invite.hpp"
#include "runner/session/pick.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/pair.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::Feedback;
using session::InvitationState;
using session::Role;
using session::Stand;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string input(std::string_view name, std::string_view label, std::string_view value,
                  std::string_view more = "") {
  return fmt::format(
      "<div><label for=\"{0}\">{1}</label><input type=\"text\" id=\"{0}\" name=\"{0}\" "
      "value=\"{2}\"{3}></div>\n",
      name, label, escaped(value), more);
}

std::string choice(std::string_view name, std::string_view label, const std::vector<std::string>& values,
                   const Fields& form) {
  std::string out = fmt::format(
      "<div><label for=\"{0}\">{1}</label><select id=\"{0}\" name=\"{0}\"><option value=\"\">any</option>",
      name, label);
  for (const auto& each : values)
    out += fmt::format("<option{}>{}</option>", field(form, name) == each ? " selected" : "", escaped(each));
  return out + "</select></div>\n";
}

std::string feedback_choice(Feedback chosen) {
  std::string out =
      "<div><label for=\"feedback\">Feedback after submission</label><select id=\"feedback\" "
      "name=\"feedback\">";
  for (const auto each : {Feedback::none, Feedback::letter, Feedback::answers})
    out += fmt::format("<option{}>{}</option>", each == chosen ? " selected" : "", session::to_string(each));
  return out + "</select></div>\n";
}

std::string row(const InvitationState& state, std::string_view now) {
  const auto& each = state.invitation;
  const auto report = state.attempt ? fmt::format(
                                          "<a href=\"/desk/attempts/{0}/report\">report</a>, <a "
                                          "href=\"/desk/attempts/{0}/queue\">close calls</a>, <a "
                                          "href=\"/desk/attempts/{0}/conversation\">conversation</a>",
                                          escaped(state.attempt->id))
                                    : std::string();
  return fmt::format(
      "<tr><th scope=\"row\"><a "
      "href=\"/desk/invitations/{0}\">{0}</a></th><td>{1}</td><td>{2}</td><td>{3}</td><td>{4}</td><td>{5}</"
      "td></tr>\n",
      escaped(each.id), escaped(each.name),
      each.role == Role::interviewer
          ? "interviewer"
          : fmt::format("<a href=\"/desk/exercises/{0}\">{0}</a>", escaped(each.exercise)),
      session::to_string(session::stand_of(state, now)), escaped(each.deadline), report);
}

std::string invite_form(const Visit& visit) {
  const auto& form = visit.form;
  std::string out =
      "<h2>Invite a candidate</h2>\n" + form_begin(visit, "/desk/invitations") + "<div class=\"line\">";
  out +=
      "<div><label for=\"exercise\">Exercise</label><select id=\"exercise\" name=\"exercise\"><option "
      "value=\"\">pick one for the language and level</option>";
  for (const auto& id : session::exercise_ids(visit.site.house))
    out +=
        fmt::format("<option{}>{}</option>", field(form, "exercise") == id ? " selected" : "", escaped(id));
  const auto choices = session::pick_choices(visit.site.house);
  out += "</select></div>\n" + choice("language", "Language, to pick for", choices.languages, form) +
         choice("level", "Level, to pick for", choices.levels, form) +
         input("name", "Code name (no real name)", field(form, "name")) +
         input("seed", "Seed (drawn if empty)", field(form, "seed")) +
         input("deadline", "To be begun before", field(form, "deadline"), " placeholder=\"2026-04-30\"") +
         input("factor", "Time, in percent", field(form, "factor").empty() ? "100" : field(form, "factor")) +
         feedback_choice(session::feedback_named(field(form, "feedback")).value_or(Feedback::letter));
  return out + button("invite", "Invite", "main") + "</div></form>\n";
}

Response desk_page(const Visit& visit, const session::Faults& faults, const std::string& news) {
  const auto all = must(session::list_invitations(visit.site.house));
  std::string main = "<h1>Invitations</h1>\n" + faults_html(faults) + news;
  main +=
      "<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Invitations</caption><thead><tr><th "
      "scope=\"col\">Id</th><th scope=\"col\">Name</th>"
      "<th scope=\"col\">Exercise</th><th scope=\"col\">State</th><th scope=\"col\">Deadline</th><th "
      "scope=\"col\">Look at</th></tr></thead><tbody>\n";
  for (const auto& state : all) main += row(state, visit.site.now());
  main += "</tbody></table></div>\n" + invite_form(visit) + pair_form(visit);
  return page({.title = "Invitations",
               .header = interviewer_header(visit),
               .main = std::move(main),
               .status = faults.empty() ? 200 : 422});
}

session::Checked<session::InviteRequest> request_in(const Visit& visit) {
  session::InviteRequest request;
  request.exercise = field(visit.form, "exercise");
  request.name = field(visit.form, "name");
  request.deadline = field(visit.form, "deadline");
  request.feedback = session::feedback_named(field(visit.form, "feedback")).value_or(Feedback::letter);
  session::Faults faults;
  if (const auto seed = field(visit.form, "seed"); !seed.empty()) {
    request.seed = number_in<std::uint64_t>(seed);
    if (!request.seed)
      faults.push_back({"seed", {}, "is no whole number", "leave it empty to have one drawn"});
  }
  const auto factor = number_in<int>(field(visit.form, "factor"));
  if (!factor)
    faults.push_back(
        {"time factor", {}, "is no whole number", "100 is the suggested time, 150 half as much again"});
  request.time_factor = factor.value_or(100);
  if (request.exercise.empty()) {
    auto picked =
        session::pick_exercise(visit.site.house, {.language = std::string(field(visit.form, "language")),
                                                  .level = std::string(field(visit.form, "level")),
                                                  .name = request.name});
    if (picked)
      request.exercise = *std::move(picked);
    else
      faults.insert(faults.end(), picked.error().begin(), picked.error().end());
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return request;
}

std::string settings_form(const Visit& visit, const InvitationState& state) {
  const auto& each = state.invitation;
  std::string out = form_begin(visit, "/desk/invitations/" + each.id) + "<div class=\"line\">" +
                    input("deadline", "To be begun before", each.deadline) +
                    input("factor", "Time, in percent", fmt::format("{}", each.time_factor)) +
                    feedback_choice(each.feedback);
  out += button("change", "Change", "main");
  const auto stand = session::stand_of(state, visit.site.now());
  if (stand == Stand::started) out += button("pause", "Pause the clock");
  if (stand == Stand::paused) out += button("resume", "Let the clock go on");
  return out + button("revoke", "Take the link back", "bad") + "</div></form>\n";
}

Response invitation_page(const Visit& visit, const std::string& id, const session::Faults& faults) {
  auto found = session::invitation_state(visit.site.house, id);
  if (!found) return told(404, "No such invitation", "Go back to the list.");
  const auto& each = found->invitation;
  const auto stand = session::stand_of(*found, visit.site.now());
  std::string main = fmt::format(
      "<h1>Invitation {}: {}</h1>\n{}<dl "
      "class=\"pairs\"><dt>Name</dt><dd>{}</dd><dt>State</dt><dd>{}</dd><dt>Made</dt><dd>{}</dd>",
      escaped(each.id), each.role == Role::interviewer ? "interviewer" : escaped(each.exercise),
      faults_html(faults), escaped(each.name), session::to_string(stand), escaped(each.made_at));
  if (each.role == Role::candidate) main += fmt::format("<dt>Seed</dt><dd>{}</dd>", each.seed);
  if (found->attempt)
    main += fmt::format(
        "<dt>Attempt</dt><dd>{0}: {1} comments; <a href=\"/desk/attempts/{0}/report\">report</a>, <a "
        "href=\"/desk/attempts/{0}/queue\">close "
        "calls</a>, <a href=\"/desk/attempts/{0}/conversation\">conversation</a>; as <a "
        "href=\"/desk/attempts/{0}/export/github\">GitHub</a>, <a "
        "href=\"/desk/attempts/{0}/export/sarif\">SARIF</a>, <a "
        "href=\"/desk/attempts/{0}/export/csv\">CSV</a></dd>",
        escaped(found->attempt->id), found->attempt->comment_count);
  main += "</dl>\n";
  if (stand != Stand::revoked) main += settings_form(visit, *found);
  return page({.title = "Invitation " + each.id,
               .header = interviewer_header(visit),
               .main = std::move(main),
               .status = faults.empty() ? 200 : 422});
}

session::Faults changed(const Visit& visit, const std::string& id) {
  const auto what = field(visit.form, "do");
  const auto& house = visit.site.house;
  const auto& actor = visit.invitation.id;
  const auto faults_of = [](auto checked) { return checked ? session::Faults{} : checked.error(); };
  if (what == "pause") return faults_of(session::set_clock(house, id, session::Clock::pause, actor));
  if (what == "resume") return faults_of(session::set_clock(house, id, session::Clock::resume, actor));
  if (what == "revoke") return faults_of(session::revoke(house, id, actor));
  const auto now = session::invitation_state(house, id);
  if (!now) return now.error();
  session::InvitationChange change{.feedback = session::feedback_named(field(visit.form, "feedback"))};
  change.time_factor =
      number_in<int>(field(visit.form, "factor")).value_or(0);  // out of bounds: a fault says so
  if (field(visit.form, "deadline") != now->invitation.deadline)
    change.deadline = std::string(field(visit.form, "deadline"));
  return faults_of(session::change_invitation(house, id, change, actor));
}

}  // namespace

std::string interviewer_header(const Visit& visit) {
  return fmt::format(
      "<nav aria-label=\"Interviewer\"><a href=\"/desk\">Invitations</a><a "
      "href=\"/desk/calibration\">Calibration</a></nav><span>{}</span>",
      escaped(visit.invitation.name));
}

Response show_desk(const Visit& visit) { return desk_page(visit, {}, ""); }

Response make_invitation(const Visit& visit) {
  const auto request = request_in(visit);
  if (!request) return desk_page(visit, request.error(), "");
  const auto invited = session::invite(visit.site.house, *request, visit.invitation.id);
  if (!invited) return desk_page(visit, invited.error(), "");
  return desk_page(visit, {},
                   fmt::format("<div class=\"callout\" role=\"status\"><p>Send this link to {}. It is not "
                               "shown again.</p><p class=\"token\">{}</p></div>\n",
                               escaped(request->name.empty() ? "the candidate" : request->name),
                               escaped(report::link_to(visit.site.url, invited->token))));
}

Response show_invitation(const Visit& visit) { return invitation_page(visit, visit.parts[0], {}); }

Response change_invitation(const Visit& visit) {
  const auto faults = changed(visit, visit.parts[0]);
  if (!faults.empty()) return invitation_page(visit, visit.parts[0], faults);
  return redirect("/desk/invitations/" + visit.parts[0]);
}

}  // namespace runner::web
