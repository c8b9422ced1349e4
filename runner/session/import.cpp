#include "runner/session/import.hpp"

#include <fmt/format.h>

#include <chrono>

#include "runner/session/files.hpp"
#include "runner/session/intake.hpp"
#include "runner/session/kept.hpp"
#include "runner/session/pair_store.hpp"

namespace runner::session {
namespace {

constexpr std::size_t largest_import = std::size_t{1} << 30U;

// One file's text, and how to read it.
struct Source {
  std::string path;
  std::string text;
  const comments::Format* format = nullptr;
};

Checked<Source> open_source(const std::string& format, const std::string& path, std::string bytes) {
  const auto shown = path == "-" ? std::string("standard input") : path;
  auto text = comments::decoded(shown, std::move(bytes));
  if (!text) return tl::make_unexpected(text.error());
  const auto chosen = choose_format(format, path, *text);
  if (!chosen) return tl::make_unexpected(chosen.error());
  return Source{shown, *std::move(text), *chosen};
}

// Says how far it is, at most ten times a second.
class Ticker {
 public:
  explicit Ticker(const Progress& progress) : progress_(progress) {}
  void tick(const std::string& path) {
    if (++count_ % 256 != 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - begun_ < std::chrono::seconds(1) || now - said_ < std::chrono::milliseconds(100)) return;
    said_ = now;
    progress_(fmt::format("{}: {} comments", path, count_));
  }

 private:
  const Progress& progress_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point said_ = begun_;
  std::size_t count_ = 0;
};

Checked<std::monostate> read_into(Intake& intake, const Source& source, const Progress& progress) {
  intake.begin_file(source.path, source.format->name);
  Ticker ticker(progress);
  auto harvest = comments::read(*source.format, source.path, source.text, [&](comments::Found&& found) {
    ticker.tick(source.path);
    intake.take(std::move(found));
  });
  if (!harvest) return tl::make_unexpected(std::move(harvest.error()));
  for (auto& each : harvest->left_out) intake.leave_out(std::move(each.record), std::move(each.why));
  auto& file = intake.result().files.back();
  file.verdict = harvest->verdict;
  file.notes.insert(file.notes.end(), harvest->notes.begin(), harvest->notes.end());
  return std::monostate{};
}

// Runs `fill` on an intake inside of a transaction, which only a success commits.
template <class Fill>
Checked<ImportResult> taken_in(const House& house, const Attempt& attempt, const std::string& author,
                               const Fill& fill) {
  if (attempt.state != AttemptState::open)
    return faulty(
        {attempt.id, {}, "was submitted already", "a submitted review is final; start another attempt"});
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto pair = pair_by(*store, PairKey::attempt, attempt.id);
  if (!pair) return tl::make_unexpected(pair.error());
  if (*pair)  // its log is a record of who wrote what and when
    return faulty({attempt.id,
                   {},
                   fmt::format("is the pair session {}", (*pair)->id),
                   "its comments are written on its page: open the candidate's link"});
  Intake intake(*store, attempt, **stage, author);
  if (auto begun = intake.begin(); !begun) return tl::make_unexpected(begun.error());
  if (Checked<std::monostate> filled = fill(intake); !filled) return tl::make_unexpected(filled.error());
  if (auto finished = intake.finish(); !finished) return tl::make_unexpected(finished.error());
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return std::move(intake.result());
}

}  // namespace

int ImportResult::count(review::AnchorQuality anchor) const {
  return static_cast<int>(std::count_if(comments.begin(), comments.end(),
                                        [&](const auto& comment) { return comment.anchor == anchor; }));
}

Checked<const comments::Format*> choose_format(const std::string& name, const std::string& path,
                                               std::string_view text) {
  const auto* format = name.empty() ? comments::format_of(path, text) : comments::format_named(name);
  if (format) return format;
  std::vector<std::string_view> names;
  for (const auto& each : comments::formats()) names.push_back(each.name);
  return faulty(
      {path == "-" ? "standard input" : path,
       {},
       name.empty() ? "is in no format that seedfault knows" : fmt::format("no such format '{}'", name),
       fmt::format("use --from with one of: {}", fmt::join(names, ", "))});
}

Checked<ImportResult> import_files(const House& house, const Attempt& attempt, const ImportRequest& request,
                                   const Progress& progress) {
  return taken_in(house, attempt, request.author, [&](Intake& intake) -> Checked<std::monostate> {
    Faults faults;  // of all files: each is read, though one has failed
    for (const auto& path : request.files) {
      auto bytes = path == "-" ? read_input(largest_import) : read_file(path, largest_import);
      auto source = std::move(bytes).and_then(
          [&](std::string&& read) { return open_source(request.format, path, std::move(read)); });
      const auto done = source ? read_into(intake, *source, progress)
                               : Checked<std::monostate>(tl::unexpect, source.error());
      if (!done) faults.insert(faults.end(), done.error().begin(), done.error().end());
    }
    if (!faults.empty()) return tl::make_unexpected(std::move(faults));
    return std::monostate{};
  });
}

Checked<PlacedReview> place_review(const Stage& stage, const std::string& format, const std::string& path,
                                   std::string text) {
  const auto source = open_source(format, path, std::move(text));
  if (!source) return tl::make_unexpected(source.error());
  PlacedReview placed;
  Placer placer(stage, "", "");
  auto harvest = comments::read(*source->format, source->path, source->text, [&](comments::Found&& found) {
    const auto record = found.record;
    const auto& comment = placed.comments.emplace_back(placer.placed(std::move(found)));
    placed.result.comments.push_back(
        imported_comment(comment, fmt::format("c{}", placed.comments.size()), source->path, record));
  });
  if (!harvest) return tl::make_unexpected(std::move(harvest.error()));
  for (auto& each : harvest->left_out)
    placed.result.left_out.push_back({source->path, std::move(each.record), std::move(each.why)});
  placed.result.files.push_back({.path = source->path,
                                 .format = std::string(source->format->name),
                                 .comments = static_cast<int>(placed.comments.size()),
                                 .verdict = harvest->verdict,
                                 .notes = std::move(harvest->notes)});
  return placed;
}

Checked<ImportResult> import_file(const House& house, const Attempt& attempt, const std::string& format,
                                  const std::string& path, std::string text) {
  return taken_in(house, attempt, "", [&](Intake& intake) -> Checked<std::monostate> {
    const auto source = open_source(format, path, std::move(text));
    if (!source) return tl::make_unexpected(source.error());
    return read_into(intake, *source, [](const std::string&) {});
  });
}

Checked<ImportResult> import_review(const House& house, const Attempt& attempt,
                                    const comments::Imported& imported) {
  return taken_in(house, attempt, "", [&](Intake& intake) -> Checked<std::monostate> {
    intake.begin_file("", "");
    for (const auto& comment : imported.review.comments)
      intake.take({.comment = comment, .record = "comment " + comment.id});
    intake.result().files.back().notes = imported.notes;
    return std::monostate{};
  });
}

}  // namespace runner::session
