#include "runner/review/evidence.hpp"

#include <fmt/format.h>

#include "runner/review/weights.hpp"

namespace runner::review {

EvidenceKind evidence_kind(Concept kind) {
  switch (kind) {
    case Concept::cause:
      return EvidenceKind::cause;
    case Concept::effect:
      return EvidenceKind::effect;
    case Concept::remedy:
      return EvidenceKind::remedy;
    case Concept::wrong_remedy:
      return EvidenceKind::wrong_remedy;
    case Concept::topic:
    case Concept::lackable:
      return EvidenceKind::topic;
    case Concept::near_miss:
    case Concept::false_alarm:
      return EvidenceKind::mechanism;
  }
  return EvidenceKind::topic;
}

std::string_view role_of(Concept kind) {
  switch (kind) {
    case Concept::cause:
      return "names the cause";
    case Concept::effect:
      return "names the consequence";
    case Concept::remedy:
      return "names a remedy";
    case Concept::wrong_remedy:
      return "is a remedy that does not help";
    case Concept::topic:
    case Concept::lackable:
      return "names the subject";
    case Concept::near_miss:
      return "looks like it and is another matter";
    case Concept::false_alarm:
      return "is the false alarm that the place invites";
  }
  return "";
}

double weight_of(Relation relation) {
  switch (relation) {
    case Relation::elsewhere:
      return weights::elsewhere;
    case Relation::none:
      return 0;
    case Relation::file:
      return weights::same_file;
    case Relation::type:
      return weights::type;
    case Relation::function:
      return weights::function;
    case Relation::block:
      return weights::block;
    case Relation::near:
      return weights::near;
    case Relation::statement:
      return weights::statement;
  }
  return 0;
}

std::string place_sentence(const Standing& standing, const std::vector<Anchor>& anchors,
                           const std::vector<Spot>& spots) {
  const auto& said = anchors[standing.anchor].said;
  if (spots.empty() || standing.relation == Relation::elsewhere)
    return fmt::format("{} is in another file", said);
  const auto& spot = spots[standing.spot];
  const auto lines = to_string(spot.lines);
  const std::string_view zone =
      standing.role == PlaceRole::neutral ? "a line that one may pick instead" : "the defect";
  switch (standing.relation) {
    case Relation::statement:
      return fmt::format("{} is on {} (line {})", said, zone, lines);
    case Relation::near:
      return fmt::format("{} is {} line{} from {} (line {})", said, standing.distance,
                         standing.distance == 1 ? "" : "s", zone, lines);
    case Relation::block:
      return fmt::format("{} is in the same block as {} (line {})", said, zone, lines);
    case Relation::function:
      return fmt::format("{} is in the same function, {}", said,
                         spot.function_name.empty() ? "as the defect" : spot.function_name);
    case Relation::type:
      return fmt::format("{} is in the same type or long function", said);
    case Relation::file:
    case Relation::none:
    case Relation::elsewhere:
      break;
  }
  return fmt::format("{} is in the same file", said);
}

}  // namespace runner::review
