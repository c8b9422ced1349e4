#include "sandbox/command.hpp"

#include <fmt/format.h>

namespace sandbox {
namespace {

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::vector<std::string> filled(std::vector<std::string> command, const Profile& profile) {
  for (auto& argument : command) {
    for (const auto& need : profile.needs) {
      replace(argument, "{need:" + need.name + "}", found(need).value_or(""));
    }
    replace(argument, "{tree}", fmt::format("/work/{}", tree_folder));
    replace(argument, "{proof}", fmt::format("/work/{}/{}", proof_folder, profile.proof_file));
    replace(argument, "{harness}", fmt::format("/work/{}", harness_folder));
  }
  return command;
}

void add(std::vector<File>& files, std::string_view folder, const std::vector<File>& more) {
  for (const auto& file : more) files.push_back({fmt::format("{}/{}", folder, file.path), file.content});
}

}  // namespace sandbox
