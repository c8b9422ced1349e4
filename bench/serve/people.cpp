#include "bench/serve/people.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "runner/session/audit.hpp"
#include "runner/session/invite.hpp"
#include "runner/session/pair.hpp"
#include "runner/session/secret.hpp"
#include "tests/source_tree.hpp"

namespace bench {
namespace {

using namespace runner;

constexpr const char* exercises[] = {"payments-webhook", "order-search", "partner-gateway", "inventory-sync"};

template <class T>
T must(session::Checked<T> checked) {
  if (!checked) throw std::runtime_error(to_string(checked.error().front()));
  return *std::move(checked);
}

session::House house() {
  return {.data = source_tree(), .store = std::filesystem::path(std::getenv("XDG_DATA_HOME")) / "seedfault"};
}

std::string line_of(const std::string& invitation, const std::string& token) {
  return fmt::format("{} {} {}", invitation, token, session::form_secret(token, "form"));
}

}  // namespace

void make_people(const std::filesystem::path& folder, int candidates, int pairs) {
  const auto here = house();
  std::ofstream singles(folder / "candidates"), both(folder / "pairs");
  for (int i = 0; i < candidates; ++i) {
    auto invited =
        must(session::invite(here, {.name = fmt::format("c{}", i), .exercise = exercises[i % 4], .seed = 7},
                             session::command_line));
    static_cast<void>(must(session::begin(here, invited.invitation)));
    singles << line_of(invited.invitation.id, invited.token) << "\n";
  }
  for (int i = 0; i < pairs; ++i) {
    auto made = must(session::open_pair(
        here,
        {.exercise = exercises[i % 4], .candidate = fmt::format("p{}", i), .interviewer = "ana", .seed = 7},
        session::command_line));
    both << made.pair.id << " " << line_of(made.pair.candidate, made.candidate_token) << " "
         << line_of(made.pair.interviewer, made.interviewer_token) << "\n";
  }
}

std::vector<Candidate> candidates_in(const std::filesystem::path& folder) {
  std::vector<Candidate> all;
  std::ifstream file(folder / "candidates");
  for (Candidate each; file >> each.invitation >> each.token >> each.form;) all.push_back(each);
  return all;
}

std::vector<Pair> pairs_in(const std::filesystem::path& folder) {
  std::vector<Pair> all;
  std::ifstream file(folder / "pairs");
  for (Pair each; file >> each.id >> each.candidate.invitation >> each.candidate.token >>
                  each.candidate.form >> each.interviewer.invitation >> each.interviewer.token >>
                  each.interviewer.form;)
    all.push_back(each);
  return all;
}

}  // namespace bench
