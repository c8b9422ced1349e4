#include "runner/web/answer.hpp"

#include <fmt/format.h>

#include <charconv>
#include <exception>

#include "runner/session/invite.hpp"
#include "runner/session/pair.hpp"
#include "runner/session/secret.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/pair.hpp"
#include "runner/web/route.hpp"

namespace runner::web {
namespace {

using session::Invitation;

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

bool is_part(const std::string& part) {
  return part != "." && part != ".." && part.find('\0') == std::string::npos;
}

std::string_view take_part(std::string_view& path) {
  path.remove_prefix(1);  // the slash
  const auto part = path.substr(0, path.find('/'));
  path.remove_prefix(part.size());
  return part;
}

// Nothing may be kept, framed, sniffed or told to others; no other host is ever asked for anything.
void add_headers(Response& response, const Site& site) {
  const auto add = [&](const char* name, const char* value) {
    if (field(response.headers, name).empty()) response.headers.emplace_back(name, value);
  };
  add("Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
      "base-uri "
      "'none'; frame-ancestors 'none'");
  add("Cache-Control", "no-store");
  if (site.url.starts_with("https://")) add("Strict-Transport-Security", "max-age=31536000");
  // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
  add("Referrer-Policy", "same-origin");
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

struct Found {
  const Route* route = nullptr;
  std::vector<std::string> parts;
  bool other_method = false;
};

Found find(const Request& request) {
  const auto method = request.method == Method::head ? Method::get : request.method;
  Found found;
  for (const auto& route : routes()) {
    auto parts = match(route.pattern, path_of(request.target));
    if (!parts) continue;
    if (route.method == method) return {.route = &route, .parts = *std::move(parts)};
    found.other_method = true;
  }
  return found;
}

// The token's cookie: its path keeps one invitation's apart from the next.
std::string token_in(const Request& request) {
  return std::string(field(read_cookies(field(request.headers, "cookie")), "seedfault"));
}

struct Admission {
  std::optional<Invitation> invitation;
  bool too_often = false;
};

Admission admit(const Request& request, Site& site, const std::string& token) {
  if (token.empty()) return {};
  const auto hash = session::hash_of(std::string_view(token));
  const auto now = site.seconds();
  if (!site.guard.knows(hash) && !site.guard.may_try(request.address, now)) return {.too_often = true};
  auto admitted = session::admit(site.house, token);
  if (!admitted) throw std::runtime_error(to_string(admitted.error().front()));
  if (*admitted)
    site.guard.remember(hash);
  else
    site.guard.failed(request.address, now);
  return {.invitation = *std::move(admitted)};
}

bool may_enter(const Visit& visit, const Route& route) {
  const auto& invitation = visit.invitation;
  switch (route.access) {
    case Access::open:
      return true;
    case Access::candidate:
      return invitation.role == session::Role::candidate && !visit.parts.empty() &&
             visit.parts.front() == invitation.id;
    case Access::interviewer:
      return invitation.role == session::Role::interviewer;
    case Access::pair_interviewer:
      return visit.pair && (invitation.role == session::Role::interviewer ||
                            (invitation.role == session::Role::pair_interviewer &&
                             visit.pair->interviewer == invitation.id));
  }
  return false;
}

// The pair session that a path names; one that is not there is nobody's.
std::optional<session::PairSession> pair_in(const Route& route, const Visit& visit) {
  if (route.access != Access::pair_interviewer || visit.parts.empty()) return std::nullopt;
  auto pair = session::pair_named(visit.site.house, visit.parts.front());
  return pair ? std::optional(*std::move(pair)) : std::nullopt;
}

// Another site can make a browser send a form, but it cannot know the token in it, nor pretend its origin.
bool own_form(const Request& request, const Site& site, const Fields& form, std::string_view form_token) {
  const auto type = field(request.headers, "content-type");
  const auto origin = field(request.headers, "origin");
  const auto from = field(request.headers, "sec-fetch-site");
  return type.substr(0, type.find(';')) == form_type && (origin.empty() || origin == site.url) &&
         (from.empty() || from == "same-origin" || from == "none") &&
         session::same_secret(field(form, "token"), form_token);
}

Response too_often() {
  auto response = told(429, "Too many attempts", "Wait a minute, then open your link again.");
  response.headers.emplace_back("Retry-After", "60");
  return response;
}

constexpr std::string_view no_page =
    "This page is reached by the link that you were sent. Open that link again.";

// Who comes, let in or not; the refusal where not.
std::optional<Response> let_in(Visit& visit, const Route& route) {
  const bool open = route.access == Access::open;
  if (open && !route.pattern.starts_with("/i/")) return std::nullopt;
  const auto token = open ? visit.parts.front() : token_in(visit.request);
  auto admission = admit(visit.request, visit.site, token);
  if (admission.too_often) return too_often();
  if (admission.invitation) {
    visit.invitation = *std::move(admission.invitation);
    visit.pair = pair_in(route, visit);
  }
  if (visit.invitation.id.empty() || !may_enter(visit, route)) return told(404, "Nothing here", no_page);
  visit.form_token = session::form_secret(token, "form");
  return std::nullopt;
}

// Before anybody is let in.
Visit visit_to(const Request& request, Site& site, const Found& found) {
  return {.request = request,
          .site = site,
          .parts = found.parts,
          .query = read_form(query_of(request.target)),
          .form = {},
          .invitation = {},
          .form_token = {}};
}

Response enter(const Request& request, Site& site, const Found& found) {
  const auto& route = *found.route;
  auto visit = visit_to(request, site, found);
  if (auto refused = let_in(visit, route)) return *std::move(refused);
  if (request.method == Method::post) {
    visit.form = read_form(request.body);
    if (!own_form(request, site, visit.form, visit.form_token))
      return told(403, "That did not come from this page", "Go back, reload the page and send it again.");
    auto response = route.handler(visit);
    if (visit.pair) site.hub.wake(visit.pair->id);
    site.hub.stirred(visit.invitation.id);
    return response;
  }
  return route.handler(visit);
}

Response respond(const Request& request, Site& site, const Found& found) {
  if (!found.route && found.other_method)
    return told(405, "That cannot be done here", "Go back to the page before.");
  if (!found.route) return told(404, "Nothing here", no_page);
  try {
    return enter(request, site, found);
  } catch (const std::exception&) {  // what it says may hold a path of this machine: not for the page
    return told(
        500, "Something went wrong on our side",
        "What you saved is kept. Try again in a minute; if it stays so, tell whoever sent you the link.");
  }
}

}  // namespace

std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  std::vector<std::string> parts;
  while (!pattern.empty() && !path.empty()) {
    const auto wanted = take_part(pattern);
    if (wanted == "*") {
      for (auto rest = path; !rest.empty();)
        if (!is_part(decoded(take_part(rest), Plus::stays))) return std::nullopt;
      parts.push_back(decoded(path.substr(1), Plus::stays));
      for (std::string_view whole = parts.back(); !whole.empty();) {  // "%2F" made further parts
        const auto part = whole.substr(0, whole.find('/'));
        if (!is_part(std::string(part))) return std::nullopt;
        whole.remove_prefix(std::min(whole.size(), part.size() + 1));
      }
      return parts;
    }
    const auto part = decoded(take_part(path), Plus::stays);
    if (!is_part(part)) return std::nullopt;
    if (wanted.starts_with(':') && !part.empty())
      parts.push_back(part);
    else if (part != wanted)
      return std::nullopt;
  }
  return pattern.empty() && path.empty() ? std::optional(parts) : std::nullopt;
}

std::variant<Response, LiveCaller> call(const Request& request, Site& site) {
  const auto found = find(request);
  if (!found.route || found.route->handler != needs_upgrade || request.method != Method::get)
    return told(404, "Nothing here", no_page);
  // Browsers always say where a live connection comes from, and do not ask before they open one.
  if (field(request.headers, "origin") != site.url)
    return told(403, "That did not come from this page", "Reload the page.");
  try {
    auto visit = visit_to(request, site, found);
    if (auto refused = let_in(visit, *found.route)) return *std::move(refused);
    const auto desk = pair_desk_of(visit);
    if (!desk) return told(404, "Nothing here", no_page);
    int seen = 0;
    const auto text = field(visit.query, "seen");
    std::from_chars(text.data(), text.data() + text.size(), seen);
    return LiveCaller{.pair = desk->pair, .voice = desk->voice, .seen = std::max(0, seen)};
  } catch (const std::exception&) {
    return told(500, "Something went wrong on our side", "Try again in a minute.");
  }
}

Answer answer(const Request& request, Site& site) {
  const auto began = site.seconds();
  const auto found = find(request);
  auto response = respond(request, site, found);
  add_headers(response, site);
  const std::string_view route = found.route ? found.route->pattern : "";
  site.metrics.answered(route, response.status, site.seconds() - began);
  return {.response = std::move(response), .route = route};
}

}  // namespace runner::web
