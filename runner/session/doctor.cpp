#include "runner/session/doctor.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "runner/session/files.hpp"
#include "runner/session/run.hpp"
#include "runner/session/store.hpp"
#include "sandbox/probe.hpp"

namespace runner::session {
namespace fs = std::filesystem;
namespace {

using State = DoctorLine::State;

DoctorLine sandbox_line() {
  const auto& found = sandbox::probe();
  DoctorLine line{.subject = "sandbox",
                  .state = State::good,
                  .finding = std::string(sandbox::name(found.tier)),
                  .cure = {}};
  for (const auto& fact : found.facts) line.finding += fmt::format("; {}: {}", fact.name, fact.value);
  line.cure = fmt::format("{}", fmt::join(found.cures, " "));
  switch (found.tier) {
    case sandbox::Tier::full:
    case sandbox::Tier::full_polled:
      break;
    case sandbox::Tier::no_proc:
      line.state = State::limited;
      break;
    case sandbox::Tier::weak:
    case sandbox::Tier::none:
      line.state = State::missing;
      break;
  }
  return line;
}

DoctorLine toolchain_line(const House& house, const std::string& name) {
  const auto profile = load_profile(house, name);
  if (!profile)
    return {.subject = name,
            .state = State::missing,
            .finding = profile.error().problem,
            .cure = profile.error().remedy};
  if (const auto need = sandbox::missing(*profile))
    return {.subject = name,
            .state = State::missing,
            .finding = fmt::format("{}: {} not found", profile->title, need->name),
            .cure = sandbox::cure(*need)};
  return {.subject = name, .state = State::good, .finding = profile->title, .cure = {}};
}

DoctorLine bank_line(const House& house) {
  const auto listing = load_bank(house);
  DoctorLine line{.subject = "exercises",
                  .state = State::good,
                  .finding = fmt::format("{} in {}", listing.exercises.size(), bank_of(house).string()),
                  .cure = {}};
  if (listing.faults.empty()) return line;
  line.state = listing.exercises.empty() ? State::missing : State::limited;
  line.finding += fmt::format("; {} faults", listing.faults.size());
  line.cure = "`seedfault check` shows them";
  return line;
}

DoctorLine catalog_line(const House& house) {
  const auto catalog = load_catalog(house);
  if (catalog)
    return {.subject = "catalogue",
            .state = State::good,
            .finding = fmt::format("{} defect classes", catalog->classes.size()),
            .cure = {}};
  return {.subject = "catalogue",
          .state = State::missing,
          .finding = to_string(catalog.error().front()),
          .cure = "mend that file"};
}

DoctorLine store_line(const House& house) {
  auto folder = house.store;
  std::error_code ignored;
  while (!folder.empty() && folder != folder.root_path() && !fs::exists(folder, ignored))
    folder = folder.parent_path();
  if (::access(folder.c_str(), W_OK | X_OK) == 0)
    return {.subject = "attempts",
            .state = State::good,
            .finding = (house.store / "attempts.sqlite").string(),
            .cure = {}};
  return {.subject = "attempts",
          .state = State::missing,
          .finding = fmt::format("{} cannot be written", folder.string()),
          .cure = "make it writable, or set XDG_DATA_HOME to a folder that is"};
}

}  // namespace

Doctor examine(const House& house) {
  Doctor doctor{.lines = {sandbox_line()}};
  const auto profiles = house.data / "sandbox" / "profiles";
  if (const auto names = files_in(profiles, ".toml"))
    for (const auto& name : *names)
      doctor.lines.push_back(toolchain_line(house, fs::path(name).stem().string()));
  doctor.lines.push_back(bank_line(house));
  doctor.lines.push_back(catalog_line(house));
  doctor.lines.push_back(store_line(house));
  return doctor;
}

}  // namespace runner::session
