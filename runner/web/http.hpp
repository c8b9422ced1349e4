// Requests and responses as values: what the routes see of HTTP, and all that they see.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runner::web {

using Fields = std::vector<std::pair<std::string, std::string>>;  // in the order of their coming

enum class Method { get, head, post, other };

struct Request {
  Method method = Method::get;
  std::string target;   // as it came: path and query, still encoded
  Fields headers = {};  // names in lower case
  std::string body = {};
  std::string address = {};  // of the peer, for the limits; never logged
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body = {};
  Fields headers = {};
};

// The first of that name, or "".
[[nodiscard]] std::string_view field(const Fields& fields, std::string_view name);

// "%41+b" -> "A b" in forms and queries; in paths "+" stays. A broken escape stays as it is.
enum class Plus { is_space, stays };
[[nodiscard]] std::string decoded(std::string_view text, Plus plus);
[[nodiscard]] std::string encoded(std::string_view text);  // all but letters, digits and - . _ ~

[[nodiscard]] Fields read_form(std::string_view text);     // "a=1&b=2"
[[nodiscard]] Fields read_cookies(std::string_view text);  // "a=1; b=2"
[[nodiscard]] std::string_view path_of(std::string_view target);
[[nodiscard]] std::string_view query_of(std::string_view target);  // without the question mark

// Who asks, behind a proxy: the last X-Forwarded-For, which the proxy wrote itself; what stands before it
// came from outside. `peer` where there is none.
[[nodiscard]] std::string forwarded_for(const Fields& headers, std::string peer);

[[nodiscard]] std::string_view to_string(Method method);  // "GET", "other"

[[nodiscard]] Response redirect(std::string_view to);  // 303: come again with GET

}  // namespace runner::web
