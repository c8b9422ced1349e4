#include "runner/session/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/nearest.hpp"

namespace runner::session {
namespace {

using detectors::source::Line;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// "why: because" -> "why", "because"; "" for a line without a colon.
std::pair<std::string_view, std::string_view> split(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

class Reader {
 public:
  Reader(const std::string& path, const Pack& pack) : path_(path), pack_(pack) {}

  void line(int number, std::string_view raw) {
    number_ = number;
    const auto text = trimmed(raw);
    if (comment_ || text.starts_with("<!--")) {
      comment_ = text.find("-->") == std::string_view::npos;
    } else if (text.starts_with("## ")) {
      review(trimmed(text.substr(3)));
    } else if (text.starts_with("# ") || text.empty()) {
      return;
    } else if (text.starts_with("- ")) {
      defect(split(text.substr(2)), text);
    } else {
      word(split(text), text);
    }
  }

  Checked<Sheet> finish() {
    if (!faults_.empty()) return tl::make_unexpected(std::move(faults_));
    return std::move(sheet_);
  }

 private:
  void fault(std::string problem, std::string remedy) {
    faults_.push_back({path_, Line{number_}, std::move(problem), std::move(remedy)});
  }

  void review(std::string_view heading) {
    const auto code = heading.substr(0, heading.find_first_of(" ,:"));
    review_ = review_of(pack_, code);
    if (review_ != nullptr) {
      sheet_[review_->code].defects.resize(review_->defects.size());
      return;
    }
    std::vector<std::string> codes;
    for (const auto& each : pack_.reviews) codes.push_back(each.code);
    fault(fmt::format("'{}' is no review of {}", code, pack_.id),
          detectors::source::did_you_mean(code, codes)
              .value_or(fmt::format("its reviews are {}", fmt::join(codes, ", "))));
  }

  // "3 they say what happens" -> level and words.
  void defect(std::pair<std::string_view, std::string_view> said, std::string_view text) {
    if (review_ == nullptr) return outside(text);
    const auto& ids = review_->defects;
    const auto found = std::ranges::find(ids, said.first);
    if (found == ids.end())
      return fault(fmt::format("'{}' is no defect of {}", said.first, review_->code),
                   detectors::source::did_you_mean(said.first, ids)
                       .value_or(fmt::format("its defects are {}", fmt::join(ids, ", "))));
    if (said.second.empty()) return;
    const auto end = std::min(said.second.find_first_of(" \t,;"), said.second.size());
    const auto level = level_in(said.second.substr(0, end));
    if (!level)
      return fault(fmt::format("'{}' is no level", said.second.substr(0, end)),
                   "use 0 missed, 1 located, 2 identified, 3 explained or 4 fixed, then your words");
    auto& rating = sheet_[review_->code].defects[static_cast<std::size_t>(found - ids.begin())];
    rating.level = level;
    const auto rest = said.second.substr(end);
    const auto start = rest.find_first_not_of(" \t,;");
    rating.why = start == std::string_view::npos ? "" : std::string(rest.substr(start));
  }

  void word(std::pair<std::string_view, std::string_view> said, std::string_view text) {
    if (review_ == nullptr) return outside(text);
    auto& rating = sheet_[review_->code];
    if (said.first == "why") {
      rating.why = std::string(said.second);
    } else if (said.first == "verdict") {
      if (said.second.empty()) return;
      rating.verdict = review::band_named(said.second);
      if (!rating.verdict || *rating.verdict == review::Band::more_review)
        fault(fmt::format("'{}' is no verdict", said.second), "use strong, meets, mixed or below");
    } else {
      fault(fmt::format("'{}' is not understood", text.substr(0, 60)),
            "write \"verdict: …\", \"why: …\" on one line, or \"- <defect>: <level> <words>\"");
    }
  }

  // Words before the first review are the reader's own, unless they would have rated something.
  void outside(std::string_view text) {
    if (faults_.empty())
      fault(fmt::format("'{}' stands under no review", text.substr(0, 60)), "put it below \"## <review>\"");
  }

  const std::string& path_;
  const Pack& pack_;
  const PackReview* review_ = nullptr;
  Sheet sheet_;
  Faults faults_;
  int number_ = 0;
  bool comment_ = false;
};

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string line_of(const std::string& id, const DefectRating& rating) {
  if (!rating.level) return fmt::format("- {}:\n", id);
  const auto why = rating.why.empty() ? "" : " " + one_line(rating.why);
  return fmt::format("- {}: {}{}\n", id, static_cast<int>(*rating.level), why);
}

constexpr std::string_view help =
    "<!-- Put a level behind each defect, and if you like why:\n"
    "     0 missed, 1 located, 2 identified, 3 explained, 4 fixed.\n"
    "     A verdict on each review: strong, meets, mixed or below the bar; and why, on one line.\n"
    "     `seedfault calibrate show` shows the change and the comments. -->\n";

}  // namespace

std::optional<Level> level_in(std::string_view text) {
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '4') return static_cast<Level>(text[0] - '0');
  return review::level_named(text);
}

std::string sheet_text(const Pack& pack, const std::string& rater) {
  std::string out = fmt::format("# {}: the ratings of {}\n\n{}", pack.id, rater, help);
  const auto own = pack.sheets.find(rater);
  for (const auto& review : pack.reviews) {
    ReviewRating rating;
    if (own != pack.sheets.end())
      if (const auto found = own->second.find(review.code); found != own->second.end())
        rating = found->second;
    rating.defects.resize(review.defects.size());
    out += fmt::format("\n## {}: {}\n\n", review.code, review.title);
    for (std::size_t i = 0; i < review.defects.size(); ++i)
      out += line_of(review.defects[i], rating.defects[i]);
    out += fmt::format("\nverdict: {}\nwhy: {}\n", rating.verdict ? review::to_string(*rating.verdict) : "",
                       one_line(rating.why));
  }
  return out;
}

Checked<Sheet> read_sheet(const std::string& path, std::string_view text, const Pack& pack) {
  Reader reader(path, pack);
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    reader.line(++number, text.substr(at, end - at));
    at = end + 1;
  }
  return reader.finish();
}

}  // namespace runner::session
