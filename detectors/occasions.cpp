#include "detectors/occasions.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace detectors {

using namespace facts;

bool in_migration(const Facts& facts) {
  static constexpr std::array<std::string_view, 5> folders{
      "/migrations/", "/migration/", "/alembic/versions/", "/alembic_migrations/", "/db/migrate/"};
  const auto path = "/" + facts.file->path();
  return std::any_of(folders.begin(), folders.end(),
                     [&](auto folder) { return path.find(folder) != std::string::npos; });
}

bool in_command(const Facts& facts, NodeId id) {
  if (("/" + facts.file->path()).find("/management/commands/") != std::string::npos) return true;
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
    if (const auto type = facts.functions[at].type; type != nothing)
      for (const auto base : facts.types[type].bases)
        if (facts.text(base).ends_with("BaseCommand")) return true;
  return false;
}

}  // namespace detectors
