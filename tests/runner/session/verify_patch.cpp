#include "runner/session/verify_patch.hpp"

#include "runner/session/prove.hpp"
#include "runner/session/run.hpp"
#include "stage.hpp"

using namespace runner::session;
using runner::review::ProofVerdict;

namespace {

PatchTrial trial(std::string digest, std::string defect, ProofVerdict verdict, std::string tier = "full") {
  return {.patch = digest + ".patch",
          .digest = std::move(digest),
          .defect = std::move(defect),
          .verdict = verdict,
          .detail = {},
          .tier = std::move(tier),
          .made_at = {}};
}

Attempt attempt_with(const std::vector<std::string>& planted) {
  auto attempt = sample_attempt("payments-webhook-1");
  attempt.planted = planted;
  return attempt;
}

std::vector<std::string> problems(const TestHouse& at, const PatchOrder& order) {
  const auto verified = verify_patch(at.house, attempt_with(full_stage().chosen), order, [](const auto&) {});
  REQUIRE(!verified);
  std::vector<std::string> all;
  for (const auto& fault : verified.error()) all.push_back(fault.problem);
  return all;
}

}  // namespace

TEST_CASE("what is wrong with a patch and its claim is said at once, and nothing is kept") {
  const TestHouse at;
  CHECK(problems(at, {.name = "x.patch", .text = "", .defects = {"nope"}}) ==
        std::vector<std::string>{"'nope' is not planted in payments-webhook-1", "is empty"});
  CHECK(Store::open(at.house)->patch_trials("payments-webhook-1")->empty());
}

TEST_CASE("patch trials are a journal") {
  const TestHouse at;
  auto store = Store::open(at.house);
  REQUIRE(store);
  REQUIRE(store->add(sample_attempt("a-1")));
  CHECK(store->add("a-1", trial("d", "x", ProofVerdict::failed)) == 1);
  CHECK(store->add("a-1", trial("d", "x", ProofVerdict::passed, "weak")) == 2);
  const auto kept = store->patch_trials("a-1");
  REQUIRE(kept->size() == 2);
  CHECK(kept->at(1).verdict == ProofVerdict::passed);
  CHECK(kept->at(1).tier == "weak");
  CHECK(kept->at(1).patch == "d.patch");
}

TEST_CASE("what patches showed, in a sentence each") {
  const std::pair<std::vector<PatchTrial>, std::vector<std::string>> rows[] = {
      {{}, {}},
      {{trial("d", "x", ProofVerdict::not_run)}, {}},
      {{trial("d", "x", ProofVerdict::failed)},
       {"The patch d.patch was given beside the review and run: it fixes no defect, of 1 defect tried. It "
        "counts nothing by itself."}},
      {{trial("d", "y", ProofVerdict::failed), trial("d", "x", ProofVerdict::failed),
        trial("d", "x", ProofVerdict::passed), trial("e", "x", ProofVerdict::passed, "weak")},
       {"The patch d.patch was given beside the review and run: it fixes x, of 2 defects tried. It counts "
        "nothing by itself.",
        "The patch e.patch was given beside the review and run in the weak sandbox: it fixes x, of 1 defect "
        "tried. It counts nothing by itself."}},
  };
  for (const auto& [trials, notes] : rows) CHECK(notes_on_patches(trials) == notes);
}

TEST_CASE("what a run of the sandbox shows") {
  sandbox::ProofResult weak{.verdict = sandbox::Passed{}, .outcome = sandbox::Outcome{}};
  weak.outcome->tier = sandbox::Tier::weak;
  const auto passed = shown_by("proof", "x", weak);
  CHECK(passed.verdict == ProofVerdict::passed);
  CHECK(passed.tier == "weak");
  CHECK(passed.note == weak_note);
  weak.verdict = sandbox::Failed{"no socket"};
  const auto held_against_nobody = shown_by("proof", "x", weak);
  CHECK(held_against_nobody.verdict == ProofVerdict::not_run);
  CHECK(held_against_nobody.tier == "weak");
  CHECK(held_against_nobody.note ==
        "x: failed in the weak sandbox, which refuses sockets, so nothing is concluded (proof: no socket)");
  const auto failed =
      shown_by("proof", "x", sandbox::ProofResult{.verdict = sandbox::Failed{"2 != 1"}, .outcome = {}});
  CHECK(failed.verdict == ProofVerdict::failed);
  CHECK(failed.detail == "proof: 2 != 1");
  const auto unclear =
      shown_by("proof", "x", sandbox::ProofResult{.verdict = sandbox::Inconclusive{"late"}, .outcome = {}});
  CHECK(unclear.verdict == ProofVerdict::failed);
  CHECK(unclear.detail == "proof: inconclusive: late");
  const auto missing =
      shown_by("proof", "x",
               sandbox::ProofResult{.verdict = sandbox::NotRun{"go not found", "apt-get"}, .outcome = {}});
  CHECK(missing.verdict == ProofVerdict::not_run);
  CHECK(missing.note == "not run: go not found (apt-get)");
  const auto broken = shown_by("proof", "x", tl::unexpected(sandbox::Failure{"start", "no", "do"}));
  CHECK(broken.verdict == ProofVerdict::not_run);
  CHECK(broken.note == "x: start: no; do");
}
