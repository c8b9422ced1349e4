#include "runner/web/rating_frame.hpp"

#include <fmt/format.h>

#include "runner/web/layout.hpp"

namespace runner::web {
namespace {

using session::Pack;
using session::PackRole;
using session::ReviewRating;

// What the visitor is to this pack; nullptr when they do not rate it.
const session::PackRater* self_in(const Pack& pack, const Visit& visit) {
  const auto* rater = session::rater_of(pack, visit.invitation.name);
  return rater != nullptr && rater->role == PackRole::rater ? rater : nullptr;
}

}  // namespace

std::string pack_address(const Pack& pack, std::string_view more) {
  return fmt::format("/desk/calibration/{}{}", encoded(pack.id), more);
}

const ReviewRating* own_rating(const Visit& visit, const Pack& pack, const std::string& code) {
  const auto sheet = pack.sheets.find(visit.invitation.name);
  if (sheet == pack.sheets.end()) return nullptr;
  const auto found = sheet->second.find(code);
  return found == sheet->second.end() ? nullptr : &found->second;
}

bool may_rate(const Visit& visit, const Pack& pack) {
  const auto* self = self_in(pack, visit);
  return self != nullptr && self->submitted_at.empty();
}

std::string standing(const Visit& visit, const Pack& pack) {
  if (!pack.revealed_at.empty()) return "revealed";
  const auto* self = self_in(pack, visit);
  if (self == nullptr) return "you do not rate it";
  return self->submitted_at.empty() ? "to be rated by you" : "submitted by you";
}

Response no_pack() { return told(404, "No such pack", "Go back to the list of packs."); }

}  // namespace runner::web
