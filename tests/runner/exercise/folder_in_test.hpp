// An exercise's folder on disk, sound to begin with, for tests that break it; gone when the test is.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

class ExerciseFolder {
 public:
  ExerciseFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "seedfault-test-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
    write_sound();
  }
  ExerciseFolder(const ExerciseFolder&) = delete;
  ExerciseFolder& operator=(const ExerciseFolder&) = delete;
  ~ExerciseFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  [[nodiscard]] std::filesystem::path path() const { return root_ / "exercises/small"; }

  void write(const std::string& relative, std::string_view text) const {
    std::filesystem::create_directories((path() / relative).parent_path());
    std::ofstream(path() / relative, std::ios::binary) << text;
  }
  void remove(const std::string& relative) const { std::filesystem::remove_all(path() / relative); }
  [[nodiscard]] std::string read(const std::string& relative) const {
    std::ifstream stream(path() / relative, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  // Replaces one text by another; the first must be there.
  [[nodiscard]] bool replace(const std::string& relative, std::string_view from, std::string_view to) const {
    auto text = read(relative);
    const auto at = text.find(from);
    if (at == std::string::npos) return false;
    write(relative, text.replace(at, from.size(), to));
    return true;
  }

 private:
  void write_sound() const {
    write("exercise.toml", R"(title = "Small"
version = "1"
summary = "A small one"
language = "python"
level = "L4"
minutes = 30
toolchain = "python"
patterns = ["dependency-failure-cascade"]
ai_policy = "Say so if you use one."
[plant]
at_least = 1
at_most = 2
always = ["no-timeout"]
[pull_request]
title = "Charge on capture"
author = "Mira Novak"
email = "mira@payments.example"
branch = "pay-412"
ticket = "PAY-412"
base_message = "Add the client"
when = "2026-03-17T09:42:00+01:00"
)");
    write("brief.md", "# Brief\n");
    write("pull-request.md", "It charges.\n");
    write("tree/app/x.py", "def charge():\n    call(timeout=3)\n");
    write("before.patch",
          "diff --git a/app/x.py b/app/x.py\n--- a/app/x.py\n+++ b/app/x.py\n@@ -1 +1 @@\n-def "
          "charge():\n+def x():\n");
    for (const auto* id : {"no-timeout", "swallowed"}) {
      const auto base = std::string("defects/") + id;
      write(base + "/defect.toml", R"(class = "missing-timeout"
severity = "blocker"
weight = 2
title = "No timeout"
why = "It hangs."
fix = "Add one."
near_misses = ["retry"]
follow_ups = ["What if it hangs?"]
[words]
cause = ["{absent} timeout"]
[[places]]
path = "app/x.py"
symbol = "charge"
role = "neutral"
)");
      write(base + "/plant.patch",
            "diff --git a/app/x.py b/app/x.py\n--- a/app/x.py\n+++ b/app/x.py\n@@ -2 +2 @@\n-    "
            "call(timeout=3)\n+    call()\n");
      write(base + "/proof.py", "assert True\n");
    }
    write("decoys/session.toml", R"(title = "Looks bare"
class = "missing-timeout"
reason = "The session sets it."
false_alarm = ["no timeout"]
[[places]]
path = "app/x.py"
code = "def charge"
)");
    write("artifacts/logs/app.log", "started\n");
    write("reviews/strong.json", R"({"title": "Strong", "verdict": "request-changes",
"comments": [{"file": "app/x.py", "lines": "1-2", "body": "no timeout", "severity": "blocker"}, {"body": "fine"}],
"expected": {"no-timeout": "identified", "swallowed": "missed"}, "expected_decoy_hits": 0}
)");
  }

  std::filesystem::path root_;
};
