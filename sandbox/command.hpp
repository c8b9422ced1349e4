// A profile's commands as they are called inside, and where its files lie below /work.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sandbox/profile.hpp"

namespace sandbox {

inline constexpr std::string_view tree_folder = "tree";
inline constexpr std::string_view proof_folder = "proof";
inline constexpr std::string_view harness_folder = "harness";

// {need:NAME}, {tree}, {proof} and {harness} become paths.
[[nodiscard]] std::vector<std::string> filled(std::vector<std::string> command, const Profile& profile);

// More files, below a folder.
void add(std::vector<File>& files, std::string_view folder, const std::vector<File>& more);

}  // namespace sandbox
