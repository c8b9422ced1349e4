// How fast foreign reviews are read, and how much memory that takes beside the file's own text:
//   bench_import [COMMENTS] [BYTES_A_BODY]     a format a line: read only, then read and kept in a store
// 100,000 comments without arguments; 400,000 with bodies of 400 bytes make files of about 200 MB.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>

#include "runner/session/folder.hpp"
#include "runner/session/import.hpp"
#include "runner/session/start.hpp"
#include "tests/source_tree.hpp"

namespace {

using namespace runner;

struct Size {
  int comments = 100'000;
  int body = 80;
};

std::string body_of(int i, const Size& size) {
  auto text = fmt::format("no timeout in call {}: if it hangs, every worker hangs. ", i);
  while (static_cast<int>(text.size()) < size.body) text += "And again, the same in other words. ";
  return text;
}

int line_of(int i) { return i % 60 + 1; }

std::string github(const Size& size) {
  std::string text = "[";
  for (int i = 0; i < size.comments; ++i)
    text += fmt::format(
        R"({}{{"id":{},"path":"payments/notifier.py","line":{},"side":"RIGHT","commit_id":"6dcb09b5b57875f334f61aebed695e2e4193db5e","diff_hunk":"","user":{{"login":"cand"}},"created_at":"2026-11-22T10:02:11Z","body":"{}"}})",
        i == 0 ? "" : ",\n", i + 1, line_of(i), body_of(i, size));
  return text + "]";
}

std::string sarif(const Size& size) {
  std::string text = R"({"version":"2.1.0","runs":[{"results":[)";
  for (int i = 0; i < size.comments; ++i)
    text += fmt::format(
        R"({}{{"ruleId":"B1","message":{{"text":"{}"}},"locations":[{{"physicalLocation":{{"artifactLocation":{{"uri":"payments/notifier.py"}},"region":{{"startLine":{}}}}}}}]}})",
        i == 0 ? "" : ",\n", body_of(i, size), line_of(i));
  return text + R"(],"tool":{"driver":{"name":"x"}}}]})";
}

std::string checkstyle(const Size& size) {
  std::string text = "<checkstyle><file name=\"payments/notifier.py\">\n";
  for (int i = 0; i < size.comments; ++i)
    text += fmt::format("<error line=\"{}\" message=\"{}\"/>\n", line_of(i), body_of(i, size));
  return text + "</file></checkstyle>";
}

std::string lines(const Size& size, std::string_view first, std::string_view row) {
  std::string text(first);
  for (int i = 0; i < size.comments; ++i)
    text += fmt::format(fmt::runtime(row), line_of(i), body_of(i, size));
  return text;
}

double seconds(const std::function<void()>& work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

// Peak resident memory in MiB since it was last reset.
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }
double peak() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
  return 0;
}
double resident() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1024;
  return 0;
}

// The memory that the import takes beyond the text, which it is given.
void measure(std::string_view name, const std::string& text) {
  const auto* format = comments::format_named(name);
  if (format == nullptr || comments::format_of("-", text) != format) {
    fmt::print("{:<12} is not recognised\n", name);
    std::exit(1);
  }
  reset_peak();
  const auto before = resident();
  std::size_t count = 0;
  const auto reading = seconds([&] {
    if (!comments::read(*format, "x", text, [&](comments::Found&&) { ++count; })) std::exit(1);
  });
  const auto read_peak = peak() - before;
  const session::TemporaryFolder folder("bench-import");
  const session::House house{.data = source_tree(), .store = folder.path() / "store"};
  const auto attempt =
      session::start(house, {.exercise = "payments-webhook", .seed = 1, .into = folder.path() / "r"});
  if (!attempt) std::exit(1);
  reset_peak();
  const auto whole = seconds([&] {
    if (!session::import_file(house, *attempt, "", "x", text)) std::exit(1);
  });
  fmt::print("{:<12} {:>8} {:>8.1f} {:>10.2f} {:>10.1f} {:>10.2f} {:>10.1f}\n", name, count,
             static_cast<double>(text.size()) / 1e6, reading, read_peak, whole, peak() - before);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  Size size;
  if (argc > 1) size.comments = std::atoi(argv[1]);
  if (argc > 2) size.body = std::atoi(argv[2]);
  fmt::print("{:<12} {:>8} {:>8} {:>10} {:>10} {:>10} {:>10}\n", "format", "comments", "MB", "read s", "+MiB",
             "import s", "+MiB");
  measure("github", github(size));
  measure("sarif", sarif(size));
  measure("checkstyle", checkstyle(size));
  measure("rdjsonl", lines(size, "",
                           "{{\"location\":{{\"path\":\"payments/"
                           "notifier.py\",\"range\":{{\"start\":{{\"line\":{}}}}}}},\"message\":\"{}\"}}\n"));
  measure("csv", lines(size, "file,line,comment\n", "payments/notifier.py,{},\"{}\"\n"));
  measure("text", lines(size, "", "payments/notifier.py:{}: {}\n"));
}
