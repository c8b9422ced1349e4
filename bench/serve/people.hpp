// Who takes part in a measurement: candidates and pairs, made in the store, and listed in files of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

struct Candidate {
  std::string invitation;
  std::string token;
  std::string form;  // the token that its forms carry
};

struct Pair {
  std::string id;
  Candidate candidate;
  Candidate interviewer;
};

// The files "candidates" and "pairs" of `folder`; the store is the one of XDG_DATA_HOME.
void make_people(const std::filesystem::path& folder, int candidates, int pairs);
[[nodiscard]] std::vector<Candidate> candidates_in(const std::filesystem::path& folder);
[[nodiscard]] std::vector<Pair> pairs_in(const std::filesystem::path& folder);

}  // namespace bench
