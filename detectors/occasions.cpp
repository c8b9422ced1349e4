#include "detectors/occasions.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

#include "detectors/facts/words.hpp"
#include "detectors/one_shot.hpp"
#include "detectors/requests.hpp"

namespace detectors {

using namespace facts;

namespace {

bool lies_in(const Facts& facts, std::initializer_list<std::string_view> folders) {
  const auto path = "/" + facts.file->path();
  return std::any_of(folders.begin(), folders.end(),
                     [&](auto folder) { return path.find(folder) != std::string::npos; });
}

// exports.up and exports.down, whatever folder they lie in.
bool goes_both_ways(const Facts& facts) {
  bool up = false;
  bool down = false;
  for (const auto& function : facts.functions) {
    up |= function.name == "up" || function.name == "upgrade";
    down |= function.name == "down" || function.name == "downgrade";
  }
  return up && down;
}

// #!/usr/bin/env node, or import … from "commander": somebody runs it by hand.
bool is_program(const Facts& facts) {
  const std::string_view whole = facts.file->text();
  if (whole.starts_with("#!")) return true;
  for (const auto& [name, all] : facts.functions.front().definitions) {
    if (all.front().kind != Definition::Kind::import) continue;
    const auto module = imported_module(facts, all.front().value);
    for (const std::string_view library :
         {"commander", "yargs", "inquirer", "@inquirer/prompts", "minimist", "meow", "cac", "@oclif/core",
          "@oclif/command", "clipanion", "prompts"})
      if (module == library) return true;
  }
  return false;
}

// import "github.com/spf13/cobra": the file is of a program's commands.
bool imports_commands(const Facts& facts) {
  static constexpr std::array<std::string_view, 5> libraries{"spf13/cobra", "urfave/cli", "kingpin",
                                                             "mitchellh/cli", "alecthomas/kong"};
  return std::any_of(libraries.begin(), libraries.end(),
                     [&](auto library) { return has_import(facts, library); });
}

// if __name__ == "__main__": what stands below runs when somebody starts the file.
bool is_main_block(const Facts& facts, NodeId id) {
  return facts.role(id) == Role::branch &&
         facts.text(facts.part(id, Part::condition)).find("__main__") != std::string_view::npos;
}

bool in_main_block(const Facts& facts, NodeId id) {
  for (auto at = id; facts.traits().first_is_self && at != no_node; at = facts.tree[at].parent)
    if (is_main_block(facts, at)) return true;
  return false;
}

// import argparse, from optparse import OptionParser: it reads a command line; from setuptools import
// Command: it builds a package.
bool imports_started_by_hand(const Facts& facts, const Function& function) {
  static constexpr std::array<std::string_view, 10> libraries{"argparse",   "optparse", "getopt", "click",
                                                              "typer",      "docopt",   "fire",   "plac",
                                                              "setuptools", "distutils"};
  for (const auto& [name, all] : function.definitions)
    for (const auto& each : all) {
      if (each.kind != Definition::Kind::import) continue;
      const auto module = facts.text(facts.part(each.value, Part::module));
      if (std::find(libraries.begin(), libraries.end(), module.substr(0, module.find('.'))) !=
          libraries.end())
        return true;
    }
  return false;
}

bool reads_argv(const Facts& facts) {
  if (facts.file->text().find("sys.argv") == std::string_view::npos) return false;
  for (NodeId i = 0; i < facts.tree.size(); ++i)
    if (facts.role(i) == Role::attribute && facts.text(i) == "sys.argv") return true;
  return false;
}

// Where a project keeps what makes its documentation and its releases: docs/conf.py, tools/, setup.py.
bool builds_project(const Facts& facts) {
  return lies_in(facts, {"/docs/", "/doc/", "/tools/", "/benchmarks/", "_tests/"}) ||
         ("/" + facts.file->path()).ends_with("/setup.py");
}

// The function itself, one around it, or one of this file that calls it reads a command line.
bool works_for_command_line(const Facts& facts, FunctionId id) {
  const auto reads = [&](FunctionId each) { return imports_started_by_hand(facts, facts.functions[each]); };
  for (auto at = id; at != 0; at = facts.functions[at].parent)
    if (reads(at)) return true;
  return id != 0 &&
         std::any_of(facts.functions[id].callers.begin(), facts.functions[id].callers.end(), reads);
}

// No package clause: nothing can import what stands there.
bool in_default_package(const Facts& facts) {
  for (NodeId i = facts.tree.first_child(0); i != no_node; i = facts.tree.next_sibling(i))
    if (facts.tree.kind(i) == "package_declaration") return false;
  return true;
}

constexpr std::array<std::string_view, 3> loopback{"localhost", "127.0.0.1", "[::1]"};

// A program of its own beside the one that is shipped: package main below tools/ or script/.
bool is_tool(const Facts& facts) {
  return is_main_package(facts) &&
         lies_in(facts, {"/tools/", "/tool/", "/script/", "/contrib/", "/fuzz/", "/build/"});
}

bool starts_program(const Facts& facts, const Function& function) {
  return function.name == "main" &&
         facts.text(function.node).substr(0, 200).find("static") != std::string_view::npos;
}

// public static void main(String[] args), and what it calls; a task of a build.
bool run_by_hand(const Facts& facts, FunctionId id) {
  const auto is_main = [&](FunctionId each) { return starts_program(facts, facts.functions[each]); };
  const auto is_static = [&](const Function& each) {
    return facts.text(each.node).substr(0, 80).find("static ") != std::string_view::npos;
  };
  for (auto at = id; at != 0; at = facts.functions[at].parent) {
    const auto& function = facts.functions[at];
    if (is_main(at)) return true;
    if (is_static(function) && std::any_of(function.callers.begin(), function.callers.end(), is_main))
      return true;
    if (function.type == nothing) continue;
    for (const auto base : facts.types[function.type].bases)
      if (const auto name = facts.text(base); name == "Task" || name == "MatchingTask")
        return facts.file->text().find("org.apache.tools.ant") != std::string_view::npos;
  }
  return false;
}

}  // namespace

bool in_script(const Facts& facts, NodeId id) {
  if (facts.text(0).starts_with("#!")) return true;
  if (facts.tree.language() == syntax::Language::java)
    return lies_in(facts, {"/build/", "/tools/", "/tool/", "/ant/", "/installer/"}) ||
           in_default_package(facts) ||
           std::any_of(facts.functions.begin(), facts.functions.end(),
                       [&](const Function& each) { return starts_program(facts, each); });
  if (facts.traits().errors_are_values) return runs_once(facts);
  if (!facts.traits().first_is_self) return false;
  for (NodeId i = facts.tree.first_child(0); i != no_node; i = facts.tree.next_sibling(i))
    if (is_main_block(facts, i)) return true;
  return builds_project(facts) || imports_started_by_hand(facts, facts.functions[0]) ||
         works_for_command_line(facts, facts.owner[id]) || reads_argv(facts);
}

bool in_migration(const Facts& facts) {
  return lies_in(facts, {"/migrations/", "/migration/", "/migrate/", "/alembic/versions/",
                         "/alembic_migrations/"}) ||
         goes_both_ways(facts);
}

bool in_command(const Facts& facts, NodeId id) {
  static const std::vector<std::string> command_line{"cli"};
  if (lies_in(facts, {"/commands/", "/bin/", "/scripts/"}) ||
      has_any_phrase(facts.file->path(), command_line) || in_main_block(facts, id))
    return true;
  if (syntax::is_script(facts.tree.language())) return is_program(facts);
  if (facts.traits().errors_are_values) return imports_commands(facts) || is_tool(facts);
  if (facts.tree.language() == syntax::Language::java) return run_by_hand(facts, facts.owner[id]);
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
    if (const auto type = facts.functions[at].type; type != nothing)
      for (const auto base : facts.types[type].bases)
        if (facts.text(base).ends_with("BaseCommand")) return true;
  return false;
}

bool asks_loopback(const Facts& facts, NodeId id) {
  const auto names_it = [&](NodeId each) {
    const auto text = facts.text(each);
    return std::any_of(loopback.begin(), loopback.end(),
                       [&](auto name) { return text.find(name) != std::string_view::npos; });
  };
  if (names_it(id)) return true;
  const auto* call = facts.call(id);
  if (!call) return false;
  std::vector<NodeId> asked{call->receiver};
  for (const auto& argument : call->arguments) asked.push_back(argument.value);
  return std::any_of(asked.begin(), asked.end(), [&](NodeId each) {
    if (each == no_node) return false;
    const auto behind = values_behind(facts, each);
    return std::any_of(behind.begin(), behind.end(), names_it);
  });
}

bool in_telemetry(const Facts& facts, NodeId id) {
  static const std::vector<std::string> words{"telemetry", "analytics", "usage stats", "usage statistics",
                                              "tracking",  "last seen", "heartbeat",   "statistics"};
  if (has_any_phrase(facts.file->path(), words)) return true;
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
    if (has_any_phrase(facts.functions[at].name, words)) return true;
  return false;
}

bool is_unused(const Facts& facts, NodeId id) {
  const auto& function = facts.functions[facts.owner[id]];
  const auto whole = facts.text(function.node);
  if (facts.tree.language() != syntax::Language::java || function.name.empty() ||
      whole.substr(0, whole.find('(')).find("private ") == std::string_view::npos)
    return false;
  int said = 0;
  for (NodeId i = 0; i < facts.tree.size() && said < 2; ++i)
    said += facts.role(i) == Role::identifier && facts.text(i) == function.name;
  return said < 2;
}

bool is_behind_switch(const Facts& facts, NodeId id) {
  for (auto at = id; at != no_node && facts.owner[at] == facts.owner[id]; at = facts.tree[at].parent) {
    const auto condition = facts.role(at) == Role::branch ? facts.part(at, Part::condition) : no_node;
    if (condition != no_node && has_any_phrase(facts.text(condition), {"debug", "verbose", "trace", "pii"}))
      return true;
  }
  return false;
}

}  // namespace detectors
