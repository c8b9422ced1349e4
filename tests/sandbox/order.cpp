#include "sandbox/order.hpp"

#include <doctest/doctest.h>

#include <cstring>

#include "sandbox/init/protocol.hpp"

using namespace sandbox;

namespace {

Policy plain() {
  Policy policy;
  policy.argv = {"/bin/true"};
  return policy;
}

std::string problem(const Policy& policy) {
  const auto order = write_order(policy, {"k", "r", ""}, HasProc::yes);
  return order ? "" : order.error().problem;
}

}  // namespace

TEST_CASE("a path of a file inside") {
  struct Row {
    std::string path;
    std::string_view refused;
  };
  const Row rows[] = {
      {"a", ""},
      {"a/b.py", ""},
      {"..a/b..", ""},
      {".git/config", ""},
      {"a\nb", ""},
      {"", "is empty"},
      {"/a", "is absolute"},
      {"a//b", "has an empty part"},
      {"a/", "has an empty part"},
      {"..", "has a part '.' or '..'"},
      {"a/../b", "has a part '.' or '..'"},
      {"./a", "has a part '.' or '..'"},
      {std::string("a\0b", 3), "has a null byte"},
      {std::string(256, 'x'), "has a part of more than 255 bytes"},
      {std::string(1025, 'x'), "is longer than 1024 bytes"},
  };
  for (const auto& [path, refused] : rows) {
    CAPTURE(path);
    CHECK(refusal_of_path(path) == refused);
  }
}

TEST_CASE("an order has its head and its items") {
  Policy policy = plain();
  policy.profile.environment = {{"A", "1"}};
  policy.files = {{"x/y", "content"}};
  policy.folder = "x";
  policy.secret = "s";
  policy.limits.cpu = std::chrono::milliseconds(1200);
  const auto order = write_order(policy, {"known", "refused", "weak"}, HasProc::no,
                                 {.work = "/place", .seen = {"/usr"}, .weak = true});
  REQUIRE(order.has_value());
  init::OrderHead head;
  REQUIRE(order->size() > sizeof head);
  std::memcpy(&head, order->data(), sizeof head);
  CHECK(head.magic == init::order_magic);
  CHECK(head.has_proc == 0);
  CHECK(head.cpu_s == 2);
  CHECK(head.memory == policy.limits.memory);
  CHECK(head.arguments == 1);
  CHECK(head.variables == 1);
  CHECK(head.files == 1);
  CHECK(head.weak == 1);
  CHECK(head.seen == 1);
  std::string expected;
  for (const std::string item :
       {"/place", "x", "s", "known", "refused", "weak", "/bin/true", "A=1", "/usr", "x/y", "content"}) {
    expected += static_cast<char>(item.size());
    expected += std::string(3, '\0') + item;
  }
  CHECK(order->substr(sizeof head) == expected);
}

TEST_CASE("a policy that cannot be is refused with its problem") {
  CHECK(problem(plain()).empty());
  struct Row {
    void (*change)(Policy&);
    std::string_view problem;
  };
  const Row rows[] = {
      {[](Policy& p) { p.argv.clear(); }, "there is no program with an absolute path"},
      {[](Policy& p) { p.argv = {"true"}; }, "there is no program with an absolute path"},
      {[](Policy& p) { p.argv.emplace_back("a\0b", 3); }, "an argument has a null byte"},
      {[](Policy& p) { p.profile.environment = {{"A=B", ""}}; }, "'A=B' cannot be an environment variable"},
      {[](Policy& p) { p.profile.environment = {{"", ""}}; }, "'' cannot be an environment variable"},
      {[](Policy& p) { p.folder = "../x"; }, "the working folder '../x' has a part '.' or '..'"},
      {[](Policy& p) { p.secret.assign(5000, 'x'); }, "the secret has more than 4096 bytes"},
      {[](Policy& p) { p.files = {{"/etc/x", ""}}; }, "the file path '/etc/x' is absolute"},
      {[](Policy& p) { p.files = {{"x", ""}, {"x", ""}}; }, "the file 'x' is given twice"},
      {[](Policy& p) { p.limits.wall = std::chrono::milliseconds(0); }, "a limit is out of range"},
      {[](Policy& p) { p.limits.memory = 1000; }, "a limit is out of range"},
      {[](Policy& p) { p.limits.processes = 0; }, "a limit is out of range"},
      {[](Policy& p) { p.limits.output = 0; }, "a limit is out of range"},
  };
  for (const auto& row : rows) {
    Policy policy = plain();
    row.change(policy);
    CHECK(problem(policy) == row.problem);
  }
  Policy full = plain();
  full.limits.memory = 8U << 20;
  full.files = {{"x", std::string(5U << 20, 'x')}};
  CHECK(problem(full).find("do not fit into half of the memory limit") != std::string::npos);
}
