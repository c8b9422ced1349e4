#include "runner/session/pack_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "detectors/source/nearest.hpp"

namespace runner::session {
namespace {

Checked<std::monostate> done(Checked<std::vector<Row>> rows) {
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return std::monostate{};
}

std::string joined(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\n"));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string digits_of(const std::vector<Level>& levels) {
  std::string digits;
  for (const auto level : levels) digits += static_cast<char>('0' + static_cast<int>(level));
  return digits;
}

std::vector<Level> levels_of(const std::string& digits) {
  std::vector<Level> levels;
  for (const char digit : digits)
    levels.push_back(digit >= '0' && digit <= '4' ? static_cast<Level>(digit - '0') : Level::missed);
  return levels;
}

PackReview review_in(const Row& row) {
  return {.code = text_of(row[0]),
          .source = text_of(row[1]),
          .title = text_of(row[2]),
          .defects = lines_of(text_of(row[3])),
          .program = levels_of(text_of(row[4])),
          .gold = levels_of(text_of(row[5])),
          .program_band = review::band_named(text_of(row[6])).value_or(review::Band::more_review),
          .anchor = text_of(row[7]),
          .document = text_of(row[8])};
}

PackRater rater_in(const Row& row) {
  return {.name = text_of(row[0]),
          .role = text_of(row[1]) == "adjudicator" ? PackRole::adjudicator : PackRole::rater,
          .rung = measure::rung_named(text_of(row[2])).value_or(measure::Rung::observer),
          .submitted_at = text_of(row[3]),
          .excused = text_of(row[4])};
}

void add_to(Pack& pack, const Row& row) {
  const auto* review = review_of(pack, text_of(row[1]));
  if (review == nullptr) return;
  auto& rating = pack.sheets[text_of(row[0])][review->code];
  rating.defects.resize(review->defects.size());
  const auto item = text_of(row[2]);
  const auto value = text_of(row[3]);
  const auto found = std::ranges::find(review->defects, item);
  if (item.empty()) {
    rating.verdict = review::band_named(value);
    rating.why = text_of(row[4]);
  } else if (found != review->defects.end()) {
    rating.defects[static_cast<std::size_t>(found - review->defects.begin())] = {
        .level = review::level_named(value), .why = text_of(row[4])};
  }
}

Checked<std::monostate> fill(Database& database, Pack& pack) {
  auto reviews = database.run(
      "SELECT code, source, title, defects, program, gold, program_band, anchor, document FROM pack_reviews"
      " WHERE pack=?1 ORDER BY number",
      {pack.id});
  if (!reviews) return tl::make_unexpected(reviews.error());
  for (const auto& row : *reviews) pack.reviews.push_back(review_in(row));
  auto raters = database.run(
      "SELECT rater, role, rung, submitted_at, excused FROM pack_raters WHERE pack=?1 ORDER BY number",
      {pack.id});
  if (!raters) return tl::make_unexpected(raters.error());
  for (const auto& row : *raters) pack.raters.push_back(rater_in(row));
  auto ratings = database.run(
      "SELECT rater, review, item, value, why FROM ratings WHERE pack=?1 ORDER BY rater, review, item",
      {pack.id});
  if (!ratings) return tl::make_unexpected(ratings.error());
  for (const auto& row : *ratings) add_to(pack, row);
  return std::monostate{};
}

Pack pack_in(const Row& row) {
  return {.id = text_of(row[0]),
          .kind = text_of(row[1]) == to_string(PackKind::panel) ? PackKind::panel : PackKind::calibration,
          .made_by = text_of(row[2]),
          .made_at = text_of(row[3]),
          .tool_version = text_of(row[4]),
          .program_rates = integer_of(row[5]) != 0,
          .revealed_at = text_of(row[6]),
          .reviews = {},
          .raters = {},
          .sheets = {}};
}

// With all that hangs on them, in the order of their making.
Checked<std::vector<Pack>> packs_where(Database& database, std::string_view condition,
                                       const std::vector<Value>& values) {
  auto rows = database.run(
      fmt::format("SELECT id, kind, made_by, made_at, tool_version, program_rates, revealed_at FROM packs"
                  " WHERE {} ORDER BY made_at, id",
                  condition),
      values);
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<Pack> packs;
  for (const auto& row : *rows)
    if (auto filled = fill(database, packs.emplace_back(pack_in(row))); !filled)
      return tl::make_unexpected(filled.error());
  return packs;
}

}  // namespace

Checked<std::monostate> add_pack(Store& store, const Pack& pack) {
  auto& database = store.database();
  auto made = database.run("INSERT INTO packs VALUES (?1,?2,?3,?4,?5,?6,'')",
                           {pack.id, std::string(to_string(pack.kind)), pack.made_by, pack.made_at,
                            pack.tool_version, std::int64_t{pack.program_rates ? 1 : 0}});
  if (!made) return tl::make_unexpected(made.error());
  std::int64_t number = 0;
  for (const auto& review : pack.reviews)
    if (auto added = database.run(
            "INSERT INTO pack_reviews VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
            {pack.id, ++number, review.code, review.source, review.title, joined(review.defects),
             digits_of(review.program), digits_of(review.gold),
             std::string(review::to_string(review.program_band)), review.anchor, review.document});
        !added)
      return tl::make_unexpected(added.error());
  for (const auto& rater : pack.raters)
    if (auto added = add_rater(store, pack.id, rater); !added) return added;
  return std::monostate{};
}

Checked<std::vector<Pack>> read_packs(Store& store) { return packs_where(store.database(), "1=1", {}); }

Checked<Pack> read_pack(Store& store, std::string_view id) {
  auto found = packs_where(store.database(), "id=?1", {std::string(id)});
  if (!found) return tl::make_unexpected(found.error());
  if (!found->empty()) return std::move(found->front());
  auto rows = store.database().run("SELECT id FROM packs ORDER BY id");
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<std::string> ids;
  for (const auto& row : *rows) ids.push_back(text_of(row[0]));
  const auto meant = detectors::source::did_you_mean(id, ids);
  return faulty({std::string(id),
                 {},
                 "no such pack",
                 meant ? *meant : "`seedfault calibrate` lists them, `seedfault calibrate new` makes one"});
}

Checked<std::vector<Pack>> panels_of(Store& store, std::string_view attempt) {
  return packs_where(store.database(),
                     "kind='panel' AND EXISTS (SELECT 1 FROM pack_reviews WHERE pack=packs.id AND source=?1)",
                     {std::string(attempt)});
}

Checked<std::monostate> add_rater(Store& store, std::string_view pack, const PackRater& rater) {
  return done(store.database().run(
      "INSERT INTO pack_raters VALUES (?1, (SELECT COALESCE(MAX(number), 0) + 1 FROM pack_raters WHERE "
      "pack=?1), ?2, ?3, ?4, ?5, ?6)",
      {std::string(pack), rater.name,
       std::string(rater.role == PackRole::adjudicator ? "adjudicator" : "rater"),
       std::string(to_string(rater.rung)), rater.submitted_at, rater.excused}));
}

Checked<std::monostate> set_rater(Store& store, std::string_view pack, const PackRater& rater) {
  return done(store.database().run(
      "UPDATE pack_raters SET rung=?3, submitted_at=?4, excused=?5 WHERE pack=?1 AND rater=?2",
      {std::string(pack), rater.name, std::string(to_string(rater.rung)), rater.submitted_at,
       rater.excused}));
}

Checked<std::monostate> set_revealed(Store& store, std::string_view pack, std::string_view when) {
  return done(store.database().run("UPDATE packs SET revealed_at=?2 WHERE id=?1",
                                   {std::string(pack), std::string(when)}));
}

Checked<std::monostate> put_rating(Store& store, const Pack& pack, std::string_view rater,
                                   const PackReview& review, const ReviewRating& rating) {
  const auto put = [&](const std::string& item, std::string_view value, const std::string& why) {
    return done(store.database().run(
        "INSERT INTO ratings VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT (pack, rater, review, item)"
        " DO UPDATE SET value=excluded.value, why=excluded.why",
        {pack.id, std::string(rater), review.code, item, std::string(value), why}));
  };
  for (std::size_t i = 0; i < rating.defects.size(); ++i) {
    const auto& each = rating.defects[i];
    if (auto kept = put(review.defects[i], each.level ? to_string(*each.level) : "", each.why); !kept)
      return kept;
  }
  return put("", rating.verdict ? review::to_string(*rating.verdict) : "", rating.why);
}

}  // namespace runner::session
