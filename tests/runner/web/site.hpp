// A site with a house of its own, and a browser's few manners: it keeps the cookie, finds the form's token
// and sends forms.
#pragma once

#include <doctest/doctest.h>

#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/invite.hpp"
#include "runner/session/secret.hpp"
#include "runner/web/answer.hpp"
#include "tests/runner/session/temporary.hpp"

namespace runner::web {

struct TestSite {
  session::TestHouse at;
  double time = 0;
  Site site{.house = at.house,
            .url = "http://127.0.0.1:8080",
            .seconds = [this] { return time; },
            .now = session::now_utc};

  Response get(const std::string& target, const std::string& token) {
    return answer({.method = Method::get,
                   .target = target,
                   .headers = {{"cookie", "seedfault=" + token}},
                   .address = "192.0.2.1"},
                  site)
        .response;
  }
  // With the token that forms must carry, as found on a page of the same visitor.
  Response post(const std::string& target, const std::string& token, const std::string& fields) {
    return send(target, token, "token=" + encoded(session::form_secret(token, "form")) + "&" + fields);
  }
  Response send(const std::string& target, const std::string& token, const std::string& body,
                const Fields& more = {}) {
    Request request{
        .method = Method::post,
        .target = target,
        .headers = {{"cookie", "seedfault=" + token}, {"content-type", "application/x-www-form-urlencoded"}},
        .body = body,
        .address = "192.0.2.1"};
    request.headers.insert(request.headers.begin(), more.begin(), more.end());
    return answer(request, site).response;
  }

  session::Invited candidate(session::Feedback feedback = session::Feedback::none) {
    auto invited = session::invite(
        at.house, {.name = "heron", .exercise = "payments-webhook", .seed = 7, .feedback = feedback},
        session::command_line);
    REQUIRE(invited);
    return *std::move(invited);
  }
  session::Invited interviewer() {
    auto invited =
        session::invite(at.house, {.role = session::Role::interviewer, .name = "ana"}, session::command_line);
    REQUIRE(invited);
    return *std::move(invited);
  }
};

inline bool holds(const Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}
inline std::string to(const Response& response) { return std::string(field(response.headers, "Location")); }

}  // namespace runner::web
