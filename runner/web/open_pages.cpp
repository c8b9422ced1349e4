// What anyone may ask for: the way in by a link, the server's health.
#include "runner/web/open_pages.hpp"

#include <fmt/format.h>

#include "runner/session/invite.hpp"
#include "runner/session/pair.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/pair.hpp"

namespace runner::web {
namespace {

Response plain(int status, std::string text) {
  return {.status = status, .type = "text/plain; charset=utf-8", .body = std::move(text)};
}

// Where an invitation leads, and the only path that its cookie is sent to.
std::string home_for(const Visit& visit) {
  switch (visit.invitation.role) {
    case session::Role::candidate:
      return "/r/" + visit.invitation.id;
    case session::Role::interviewer:
      return "/desk";
    case session::Role::pair_interviewer:
      break;
  }
  const auto pair = session::pair_of_invitation(visit.site.house, visit.invitation.id);
  return pair && *pair ? "/desk/pair/" + (*pair)->id : "/";
}

}  // namespace

// Looking at a link changes nothing: programs that check mail open links too.
Response enter_by_link(const Visit& visit) {
  const auto home = home_for(visit);
  auto response = redirect(home);
  response.headers.emplace_back(
      "Set-Cookie",
      fmt::format("seedfault={}; Path={}; HttpOnly; SameSite=Lax; Max-Age=2592000{}", visit.parts.front(),
                  home, visit.site.url.starts_with("https://") ? "; Secure" : ""));
  return response;
}

Response show_welcome(const Visit&) {
  return told(200, "seedfault", "This page is reached by the link that you were sent. Open that link.");
}

Response show_health(const Visit&) { return plain(200, "ok\n"); }

Response show_ready(const Visit& visit) {
  if (visit.site.draining) return plain(503, "draining\n");
  return session::list_invitations(visit.site.house) ? plain(200, "ok\n")
                                                     : plain(503, "the store cannot be read\n");
}

Response show_metrics(const Visit& visit) {
  auto response = plain(200, visit.site.metrics.text());
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

}  // namespace runner::web
