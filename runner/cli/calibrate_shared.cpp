#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/nearest.hpp"
#include "runner/cli/calibrate.hpp"
#include "runner/cli/terminal.hpp"
#include "runner/report/score_json.hpp"
#include "runner/session/files.hpp"
#include "runner/session/sheet.hpp"

namespace runner::cli {

using session::Checked;
using session::faulty;

std::string person_in(const Arguments& arguments) {
  if (const auto by = arguments.value("--by")) return *by;
  for (const char* variable : {"USER", "LOGNAME"})
    if (const auto name = environment_variable(variable); name && !name->empty()) return *name;
  return {};
}

Checked<std::vector<session::PackReview>> frozen(const Context& context, const std::string& pack,
                                                 const std::vector<std::string>& names,
                                                 std::vector<std::string>& codes) {
  session::Faults faults;
  std::vector<session::PackReview> reviews;
  if (codes.empty()) codes = session::code_names(pack, names.size());
  for (const auto& name : names) {
    context.progress("scoring " + name);
    const auto scored = scored_named(context, name);
    if (!scored) {
      faults.insert(faults.end(), scored.error().begin(), scored.error().end());
      continue;
    }
    const auto& code = codes[reviews.size()];
    auto review =
        session::freeze(context.house, *scored, code, report::score_json(session::blinded(*scored, code)));
    if (review)
      reviews.push_back(*std::move(review));
    else
      faults.insert(faults.end(), review.error().begin(), review.error().end());
  }
  context.progress("");
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  // The order of the codes says nothing about the order in which the reviews were named.
  std::ranges::sort(reviews, {}, &session::PackReview::code);
  return reviews;
}

Checked<session::ReviewRating> ratings_in(const std::vector<std::string>& texts,
                                          const session::PackReview& review) {
  session::ReviewRating rating;
  rating.defects.resize(review.defects.size());
  session::Faults faults;
  for (const auto& text : texts) {
    const auto equals = text.find('=');
    const auto id = text.substr(0, equals);
    const auto found = std::ranges::find(review.defects, id);
    const auto level =
        equals == std::string::npos ? std::nullopt : session::level_in(text.substr(equals + 1));
    if (found == review.defects.end())
      faults.push_back({"--level",
                        {},
                        fmt::format("'{}' is no defect of {}", id, review.code),
                        detectors::source::did_you_mean(id, review.defects)
                            .value_or(fmt::format("its defects are {}", fmt::join(review.defects, ", ")))});
    else if (!level)
      faults.push_back({"--level",
                        {},
                        fmt::format("'{}' is no level of a defect", text),
                        "write DEFECT=LEVEL, with 0 missed, 1 located, 2 identified, 3 explained, 4 fixed"});
    else
      rating.defects[static_cast<std::size_t>(found - review.defects.begin())].level = level;
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return rating;
}

Result print_or_write(const Arguments& arguments, const std::string& text) {
  const auto file = arguments.value("--output");
  if (!file || *file == "-") return print(text);
  if (auto written = session::write_file(*file, text); !written) return tl::make_unexpected(written.error());
  return done;
}

}  // namespace runner::cli
