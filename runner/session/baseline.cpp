#include "runner/session/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "detectors/source/nearest.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/score.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

bool fits_a_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-';
}

// The tool that all comments come from, as a name; else the file's.
std::string found_name(const std::vector<review::Comment>& comments, const std::string& path) {
  std::string tool;
  for (const auto& comment : comments) {
    if (!tool.empty() && comment.origin.instance != tool) return std::filesystem::path(path).stem().string();
    tool = comment.origin.instance;
  }
  if (tool.empty() || tool.find('/') != std::string::npos) return std::filesystem::path(path).stem().string();
  std::replace(tool.begin(), tool.end(), ' ', '-');
  return tool;
}

Checked<std::string> name_for(const BaselineRequest& request, const std::vector<review::Comment>& comments) {
  auto name = request.name.empty() ? found_name(comments, request.path) : request.name;
  if (!name.empty() && name.size() <= 60 && std::all_of(name.begin(), name.end(), fits_a_name)) return name;
  return faulty({"--name",
                 {},
                 fmt::format("'{}' cannot name a baseline", name),
                 "use --name with up to 60 letters, digits, dots, dashes and underscores: --name tool-4.2"});
}

// Own ids in the order of the file; replies follow them.
void number_comments(std::vector<review::Comment>& comments, const std::string& author) {
  std::map<std::string, std::string> ids;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto id = fmt::format("c{}", i + 1);
    if (!comments[i].id.empty()) ids[comments[i].id] = id;
    comments[i].id = id;
    comments[i].author = author;
    comments[i].state = review::CommentState::submitted;
    const auto answered = ids.find(comments[i].reply_to);
    if (answered != ids.end()) comments[i].reply_to = answered->second;
  }
}

Checked<Stage> stage_for(const House& house, const BaselineRequest& request) {
  auto loaded = load_exercise(house, request.exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  if (request.like && request.like->exercise != loaded->id)
    return faulty({"--like",
                   {},
                   fmt::format("{} is an attempt of {}, not of {}", request.like->id, request.like->exercise,
                               loaded->id),
                   "name an attempt of the same exercise"});
  auto chosen = request.like ? request.like->planted : all_defects(*loaded);
  return set_stage(*std::move(loaded), std::move(chosen));
}

Checked<std::monostate> keep(const House& house, const Attempt& baseline,
                             const std::vector<review::Comment>& comments,
                             BaselineRequest::Existing existing) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto known = store->baselines(baseline.exercise);
  if (!known) return tl::make_unexpected(known.error());
  const bool taken =
      std::any_of(known->begin(), known->end(), [&](const auto& other) { return other.id == baseline.id; });
  if (taken && existing == BaselineRequest::Existing::keep)
    return faulty({baseline.id, {}, "is a baseline already", "give another --name, or --replace it"});
  if (taken)
    if (auto removed = store->remove_baseline(baseline); !removed) return removed;
  if (auto added = store->add_baseline(baseline, comments); !added) return added;
  return transaction->commit();
}

}  // namespace

Checked<BaselineAdded> add_baseline(const House& house, const BaselineRequest& request) {
  const auto stage = stage_for(house, request);
  if (!stage) return tl::make_unexpected(stage.error());
  auto placed = place_review(*stage, request.format, request.path, request.text);
  if (!placed) return tl::make_unexpected(placed.error());
  const auto name = name_for(request, placed->comments);
  if (!name) return tl::make_unexpected(name.error());
  number_comments(placed->comments, *name);
  Attempt baseline;
  baseline.id = fmt::format("{}@{}", stage->exercise.id, *name);
  baseline.exercise = stage->exercise.id;
  baseline.exercise_version = stage->exercise.version;
  baseline.exercise_digest = stage->exercise.digest;
  baseline.tool_version = std::string(tool_version());
  baseline.planted = stage->chosen;
  baseline.candidate = *name;
  baseline.state = AttemptState::submitted;
  baseline.verdict =
      std::exchange(placed->result.files.front().verdict, review::Verdict::none);  // applied here
  baseline.submitted_at = now_utc();
  baseline.comment_count = static_cast<int>(placed->comments.size());
  placed->result.attempt = baseline.id;
  if (auto kept = keep(house, baseline, placed->comments, request.existing); !kept)
    return tl::make_unexpected(kept.error());
  return BaselineAdded{.baseline = std::move(baseline), .result = std::move(placed->result)};
}

Checked<std::vector<Attempt>> list_baselines(const House& house, const std::string& exercise) {
  const auto loaded = load_exercise(house, exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  return store->baselines(loaded->id);
}

Checked<Attempt> find_baseline(const House& house, const std::string& id) {
  const auto exercise = id.substr(0, id.find('@'));
  const auto all = list_baselines(house, exercise);
  if (!all) return tl::make_unexpected(all.error());
  std::vector<std::string> ids;
  for (const auto& baseline : *all) {
    if (baseline.id == id) return baseline;
    ids.push_back(baseline.id);
  }
  const auto meant = detectors::source::did_you_mean(id, ids);
  return faulty(
      {id,
       {},
       "no such baseline",
       fmt::format("{}`seedfault baseline {}` shows them all", meant ? *meant + " " : "", exercise)});
}

Checked<std::monostate> remove_baseline(const House& house, const Attempt& baseline) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  if (auto removed = store->remove_baseline(baseline); !removed) return removed;
  return transaction->commit();
}

Checked<Scored> score_baseline(const House& house, const Attempt& baseline) {
  const auto stage = stage_of(house, baseline);
  if (!stage) return tl::make_unexpected(stage.error());
  const auto bench = set_bench(house);
  if (!bench) return tl::make_unexpected(bench.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto comments = store->baseline_comments(baseline);
  if (!comments) return tl::make_unexpected(comments.error());
  auto scored = score_review(*bench, *stage, baseline,
                             {.comments = *std::move(comments), .verdict = baseline.verdict}, {});
  if (scored)
    scored->notes.insert(
        scored->notes.begin(),
        "This is a baseline: what a tool says of the exercise. It is no person's review, and is "
        "kept apart from them.");
  return scored;
}

}  // namespace runner::session
