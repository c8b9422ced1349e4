// bench_freetext evaluate DIR [--errors]
//     how well free-text keys are matched, on pull requests that were not fitted on; --errors: each wrong
//     pair
// bench_freetext fit DIR
//     the weights, as runner/review/english/freetext.toml holds them
// bench_freetext background <TEXT
//     how rare words are in a text of "- " entries, as freetext-background.toml holds it
// DIR holds defects.jsonl, comments.jsonl and pairs.jsonl (bench/freetext/data.hpp).
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "bench/freetext/baseline.hpp"
#include "bench/freetext/validation.hpp"
#include "runner/review/tokens.hpp"
#include "tests/source_tree.hpp"

namespace {

using namespace bench;
using runner::review::feature_count;
using runner::review::feature_names;

const std::string english = source_tree("/runner/review/english/");

std::string read(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

template <class T>
T or_exit(detectors::source::Checked<T> checked) {
  if (checked) return *std::move(checked);
  for (const auto& fault : checked.error()) fmt::print(stderr, "{}\n", to_string(fault));
  std::exit(2);
}

runner::review::Language language() {
  std::vector<runner::review::LanguageFile> files;
  for (const auto* name : {"synonyms.toml", "polarity.toml", "forms.toml"})
    files.push_back({english + name, read(english + name)});
  return or_exit(read_language(files));
}

runner::review::Background background() {
  const auto path = english + "freetext-background.toml";
  return or_exit(runner::review::read_background(path, read(path)));
}

std::vector<Scored> of(const Material& material, const Validated& validated, Arrangement arrangement) {
  std::vector<Scored> scored;
  for (std::size_t i = 0; i < material.samples.size(); ++i)
    if (material.of[i] == arrangement) scored.push_back(validated.scored[i]);
  return scored;
}

void print_baseline(const Data& data) {
  std::vector<Scored> all;
  for (const auto& one : data.cases) {
    const auto cosines = plain_cosines(one);
    for (std::size_t i = 0; i < cosines.size(); ++i)
      all.push_back({cosines[i], one.pairs[i].same, one.group});
  }
  auto honest = all;
  for (std::size_t group = 0; group < data.groups.size(); ++group) {
    std::vector<Scored> others;
    for (const auto& each : all)
      if (each.group != group) others.push_back(each);
    const double threshold = best_threshold(others);
    for (auto& each : honest)
      if (each.group == group) each.score -= threshold;
  }
  const auto chosen = figures(honest);
  auto best = all;
  for (auto& each : best) each.score -= best_threshold(all);
  fmt::print(
      "TF-IDF cosine, all reviews together\n  threshold of the other pull requests: P {:.3f}  R {:.3f}  F1 "
      "{:.3f}\n"
      "  best threshold for these very pairs: {}\n\n",
      chosen.precision, chosen.recall, chosen.f1, line(figures(best)));
}

// By group, defect, then score: errors come in bunches of comments that say the same.
void print_errors(const Data& data, const std::vector<Scored>& scored) {
  std::size_t at = 0;
  for (const auto& one : arranged(data.cases, Arrangement::together)) {
    for (const auto& pair : one.pairs) {
      const auto& each = scored[at++];
      if ((each.score >= 0) == each.same) continue;
      fmt::print("{}\t{:.2f}\t{}\t{}\t{}\n", each.same ? "missed" : "false", each.score,
                 one.defects[pair.defect].id, one.comments[pair.comment].id, one.comments[pair.comment].text);
    }
  }
}

void evaluate(const std::string& folder, bool errors) {
  const auto data = read_data(folder);
  fmt::print("{} pull requests\n\n", data.groups.size());
  print_baseline(data);
  const auto stuff = material(data, background(), *language());
  const auto validated = validate(stuff);
  const std::pair<Arrangement, const char*> rows[] = {{Arrangement::together, "all reviews together"},
                                                      {Arrangement::by_extractor, "a third of them"},
                                                      {Arrangement::one_review, "one review at a time"}};
  for (const auto& [arrangement, name] : rows) {
    const auto scored = of(stuff, validated, arrangement);
    fmt::print("seedfault, {} ({} pairs)\n  {}\n  {}\n  {}\n", name, scored.size(), line(figures(scored)),
               interval_over_groups(scored), spread_of_groups(scored));
  }
  std::map<double, int> ridges;
  for (const double ridge : validated.ridges) ++ridges[ridge];
  for (const auto& [ridge, times] : ridges) fmt::print("ridge {} chosen {} times\n", ridge, times);
  if (errors) print_errors(data, of(stuff, validated, Arrangement::together));
}

void print_set(const char* name, const runner::review::Weights& weights) {
  fmt::print("\n[{}]\nstart = {:.4f}\n", name, weights.start);
  for (std::size_t i = 0; i < feature_count; ++i)
    fmt::print("{} = {:.4f}\n", feature_names[i], weights.feature[i]);
}

void write_fit(const std::string& folder) {
  const auto data = read_data(folder);
  const auto stuff = material(data, background(), *language());
  std::vector<std::size_t> groups(data.groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = i;
  const double ridge = choose_ridge(stuff, groups);
  const auto model = fitted(stuff, ridge);
  fmt::print(
      "# Fitted by logistic regression (ridge {}) on {} judged pairs of {} pull requests.\n\n[usual]\n",
      ridge, stuff.samples.size() / 3, groups.size());
  for (std::size_t i = 0; i < feature_count; ++i)
    fmt::print("{} = {:.4f}\n", feature_names[i], model.usual[i]);
  print_set("alone", model.alone);
  print_set("in_company", model.in_company);
}

// Entries begin with "- " or "* "; an empty line ends one.
std::vector<std::string> entries(std::FILE* stream) {
  std::vector<std::string> found;
  std::string line;
  bool open = false;
  const auto take = [&] {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos)
      open = false;
    else if (line.compare(begin, 2, "- ") == 0 || line.compare(begin, 2, "* ") == 0)
      open = true, found.push_back(line.substr(begin + 2));
    else if (open)
      found.back().append(" ").append(line, begin);
    line.clear();
  };
  for (int c = std::fgetc(stream); c != EOF; c = std::fgetc(stream)) {
    if (c == '\n')
      take();
    else
      line += static_cast<char>(c);
  }
  take();
  return found;
}

void write_background() {
  const auto data = language();
  const auto texts = entries(stdin);
  std::map<std::string, int> texts_with;
  for (const auto& text : texts) {
    std::set<std::string> stems;
    for (const auto& token : runner::review::tokenize(text, *data).tokens) stems.insert(token.stem);
    for (const auto& stem : stems) ++texts_with[stem];
  }
  std::map<int, std::string> levels;  // quarters -> stems
  const double all = 1.0 + static_cast<double>(texts.size());
  for (const auto& [stem, times] : texts_with) {
    const double rarity = std::log(all / (1.0 + times)) + 1;
    const bool word =
        stem.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos && stem.size() > 1;
    if (rarity < 7.875 && word)
      levels[static_cast<int>(std::lround(rarity * 4))] += fmt::format("\"{}\", ", stem);
  }
  fmt::print("# {} entries\n[rarity]\n", texts.size());
  for (const auto& [quarters, stems] : levels)
    fmt::print("\"{:.2f}\" = [{}]\n", quarters / 4.0, stems.substr(0, stems.size() - 2));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  const bool errors = argc == 4 && std::string(argv[3]) == "--errors";
  if (verb == "evaluate" && (argc == 3 || errors))
    evaluate(argv[2], errors);
  else if (verb == "fit" && argc == 3)
    write_fit(argv[2]);
  else if (verb == "background" && argc == 2)
    write_background();
  else
    return fmt::print(stderr, "usage: bench_freetext evaluate DIR [--errors] | fit DIR | background <TEXT\n"),
           2;
  return 0;
}
