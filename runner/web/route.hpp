// Routes as rows: a method, a pattern, who may come, what answers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/invitation_values.hpp"
#include "runner/session/pair_values.hpp"
#include "runner/web/http.hpp"
#include "runner/web/site.hpp"

namespace runner::web {

// anyone; whose invitation the path's first part names; any interviewer; the interviewer of the pair session
// that the path's first part names, and any interviewer.
enum class Access { open, candidate, interviewer, pair_interviewer };

// A request that was let in.
struct Visit {
  const Request& request;
  Site& site;
  std::vector<std::string> parts;  // of the path, for the pattern's ":" and "*", decoded
  Fields query;
  Fields form;                     // of a POST
  session::Invitation invitation;  // none's for an open route
  std::string form_token;          // that every form of this visitor carries, in the field "token"
  std::optional<session::PairSession> pair = {};  // of a pair interviewer's route
};

struct Route {
  Method method = Method::get;
  std::string_view pattern;  // "/r/:invitation/file/:side/*": ":" takes one part, a last "*" all that is left
  Access access = Access::open;
  Response (*handler)(const Visit& visit) = nullptr;
};

[[nodiscard]] std::span<const Route> routes();

// The decoded parts where the path fits. A part that decodes to "." or "..", or holds a NUL, fits nothing.
[[nodiscard]] std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path);

}  // namespace runner::web
