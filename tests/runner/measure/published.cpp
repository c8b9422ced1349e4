// Published tables, at least one for each statistic: the numbers are facts, the source is named beside them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "runner/measure/agreement.hpp"
#include "runner/measure/capture.hpp"
#include "runner/measure/distribution.hpp"
#include "runner/measure/drift.hpp"
#include "runner/measure/fairness.hpp"
#include "runner/measure/reliability.hpp"
#include "runner/measure/resample.hpp"
#include "runner/review/score.hpp"

using namespace runner::measure;

namespace {

bool near(std::optional<double> found, double expected, double within = 0.00005) {
  return found && std::abs(*found - expected) < within;
}

// Agresti, Categorical Data Analysis (1990), section 10.5: how often wives and husbands say that sex is fun.
const Confusion couples{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}};

// Bock & Lieberman (1970): section 6 of the Law School Admission Test, 1000 persons, five items; how often
// each of the 32 patterns from 00000 to 11111 came.
Scores law_school_items() {
  constexpr int times[] = {3,  6,  2,  11, 1, 1,  3,  4,  1,  8,  0,  16,  0,  3,  2,  15,
                           10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298};
  Scores scores;
  for (unsigned pattern = 0; pattern < 32; ++pattern)
    for (int i = 0; i < times[pattern]; ++i) {
      auto& row = scores.emplace_back();
      for (unsigned item = 0; item < 5; ++item) row.push_back((pattern >> (4 - item)) & 1U);
    }
  return scores;
}

struct School {
  double lsat, gpa;
};
// Efron & Tibshirani (1993), table 3.1: fifteen law schools.
const std::vector<School> schools{{576, 3.39}, {635, 3.30}, {558, 2.81}, {578, 3.03}, {666, 3.44},
                                  {580, 3.07}, {555, 3.00}, {661, 3.43}, {651, 3.36}, {605, 3.13},
                                  {653, 3.12}, {575, 2.74}, {545, 2.76}, {572, 2.88}, {594, 2.96}};
std::optional<double> school_correlation(const std::vector<std::size_t>& items) {
  std::vector<double> lsat, gpa;
  for (const auto i : items) {
    lsat.push_back(schools[i].lsat);
    gpa.push_back(schools[i].gpa);
  }
  return correlation(lsat, gpa);
}

}  // namespace

TEST_CASE("kappa: Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1") {
  CHECK(near(cohen_kappa({{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}).kappa, 0.676, 0.0005));
}

TEST_CASE("kappa, raw agreement and PABAK: the paradox of Feinstein & Cicchetti (1990)") {
  const auto balanced = cohen_kappa({{40, 9}, {6, 45}});
  const auto skewed = cohen_kappa({{80, 10}, {5, 5}});
  CHECK(balanced.agreement == doctest::Approx(0.85));
  CHECK(skewed.agreement == doctest::Approx(0.85));
  CHECK(near(balanced.kappa, 0.70, 0.005));
  CHECK(near(skewed.kappa, 0.32, 0.005));
  CHECK(near(balanced.pabak, 0.70));  // 2 p_o - 1 (Byrt, Bishop & Carlin 1993): the paradox is gone
  CHECK(near(skewed.pabak, 0.70));
  CHECK(near(skewed.prevalence_index, 0.75));
}

TEST_CASE("AC1: Gwet (2008), 125 subjects of whom almost all are positive") {
  const auto found = cohen_kappa({{118, 5}, {2, 0}});
  CHECK(near(found.kappa, -0.0234));
  CHECK(near(found.ac1, 0.9408));
}

TEST_CASE("weighted kappa: Agresti's couples; two dermatologists of the SAS manual (PROC FREQ)") {
  CHECK(near(cohen_kappa(couples).kappa, 0.1293));
  CHECK(near(weighted_kappa(couples, Weighting::linear), 0.2374));
  const Confusion skin{{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}};
  CHECK(near(cohen_kappa(skin).kappa, 0.3449));
  CHECK(near(weighted_kappa(skin, Weighting::linear), 0.5082));
}

TEST_CASE("weighted kappa and ICC: the three raters of anxiety in the manual of R's irr (Gamer et al.)") {
  const std::vector<int> first{3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3};
  const std::vector<int> second{3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4};
  const std::vector<int> third{2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2};
  const auto table = confusion(first, second, 7);
  CHECK(near(cohen_kappa(table).kappa, 0.119, 0.0006));
  CHECK(near(weighted_kappa(table, Weighting::linear), 0.189, 0.0005));
  CHECK(near(weighted_kappa(table, Weighting::quadratic), 0.297, 0.0005));
  std::vector<std::vector<double>> subjects;
  for (std::size_t i = 0; i < first.size(); ++i)
    subjects.push_back(
        {static_cast<double>(first[i]), static_cast<double>(second[i]), static_cast<double>(third[i])});
  CHECK(near(intraclass_correlation(subjects).two_1, 0.198, 0.0005));  // two-way, agreement, single
}

TEST_CASE("linear and quadratic weights: the table that scikit-learn tests its cohen_kappa_score with") {
  const Confusion table{{46, 0, 0}, {4, 40, 0}, {0, 0, 10}};
  CHECK(near(cohen_kappa(table).kappa, 0.9315));
  CHECK(near(weighted_kappa(table, Weighting::linear), 0.9412));
  CHECK(near(weighted_kappa(table, Weighting::quadratic), 0.9541));
}

TEST_CASE("d': Macmillan & Creelman, Detection Theory: A User's Guide, chapter 1: faces, and hypnosis") {
  // Theirs are of the bare rates. Half an answer more on each side, as here (Hautus 1995), is nothing beside
  // many answers.
  struct Row {
    int hits, signals, alarms, noises;
    double d_prime;
  };
  constexpr int many = 10000;
  for (const auto& row :
       {Row{20, 25, 10, 25, 1.095}, Row{69, 100, 31, 100, 0.992}, Row{89, 100, 59, 100, 0.999}}) {
    const auto found = runner::review::signal_detection(row.hits * many, row.signals * many,
                                                        row.alarms * many, row.noises * many);
    CHECK(near(found.d_prime, row.d_prime, 0.0006));
    const auto corrected = runner::review::signal_detection(row.hits, row.signals, row.alarms, row.noises);
    CHECK(corrected.d_prime < row.d_prime);  // towards nothing, and not far
    CHECK(near(corrected.d_prime, row.d_prime, 0.06));
  }
}

TEST_CASE(
    "quadratic weights: as many subjects go to infinity it is the intraclass correlation (Fleiss & Cohen "
    "1973)") {
  std::vector<std::vector<double>> subjects;
  for (int times = 0; times < 200; ++times)
    for (std::size_t row = 0; row < couples.size(); ++row)
      for (std::size_t column = 0; column < couples.size(); ++column)
        for (int i = 0; i < couples[row][column]; ++i)
          subjects.push_back({static_cast<double>(row), static_cast<double>(column)});
  const auto icc = intraclass_correlation(subjects).two_1;
  CHECK(near(weighted_kappa(couples, Weighting::quadratic), *icc, 0.0002));
}

TEST_CASE(
    "KR-20 and the corrected point-biserial: Bock & Lieberman (1970), as McDonald and Rizopoulos give them") {
  const auto scores = law_school_items();
  REQUIRE(scores.size() == 1000);
  const auto found = reliability(scores);
  CHECK(near(found.alpha, 0.295, 0.0005));
  CHECK(near(found.standard_error, 0.8694, 0.001));
  const auto items = corrected_item_total(scores);
  const double expected[] = {0.1128, 0.1532, 0.1728, 0.1444, 0.1216};
  for (std::size_t item = 0; item < 5; ++item) CHECK(near(items[item], expected[item]));
}

TEST_CASE("CUSUM: the worked example of Montgomery, Introduction to Statistical Quality Control, chapter 9") {
  const std::vector<double> values{9.45,  7.99,  9.29,  11.66, 12.16, 10.18, 8.04,  11.46, 9.20,  10.34,
                                   9.03,  11.47, 10.51, 9.40,  10.08, 9.37,  10.62, 10.31, 8.52,  10.84,
                                   10.90, 9.33,  12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52};
  const auto chart = cusum(values, 10, 1, {.slack = 0.5, .decision = 5});
  CHECK(near(chart.down[1], 1.56, 0.006));
  CHECK(near(chart.up[4], 2.82, 0.006));
  CHECK(near(chart.up[28], 5.28, 0.006));
  CHECK(chart.first_up == 28U);  // period 29
  CHECK_FALSE(chart.first_down.has_value());
}

TEST_CASE("Lincoln-Petersen and Chapman: the cottontail rabbits of Skalski, Robson & Simmons (1983)") {
  const auto found = population({.first = 87, .second = 14, .both = 7});
  CHECK(near(found.lincoln_petersen, 174));
  CHECK(near(found.chapman, 164));
  CHECK(near(found.standard_error, 35.82, 0.01));
}

TEST_CASE("Mills: Pfleeger & Atlee, Software Engineering, section 8.8: of 100 seeded 70 were found") {
  // "then 30 % of the others remain as well": of 100 there, 70 would have been found.
  const auto there = mills_indigenous(100, 70, 70);
  CHECK(near(there, 100));
  CHECK(near((*there - 70) / *there, 0.30));
  CHECK_FALSE(mills_indigenous(20, 0, 25).has_value());
}

TEST_CASE("Mills, not published: the number that makes what was found likeliest, by trying them all") {
  // How likely it is that of S seeded and N others just s and n are found, when s + n were: hypergeometric.
  const auto log_choose = [](double n, double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
  };
  struct Row {
    int seeded, seeded_found, found;
  };
  for (const auto& [seeded, seeded_found, found] : {Row{20, 13, 8}, Row{7, 5, 3}, Row{100, 31, 17}}) {
    int likeliest = found;
    double most = -1e300;
    for (int others = found; others < 1000; ++others) {
      const double likelihood = log_choose(seeded, seeded_found) + log_choose(others, found) -
                                log_choose(seeded + others, seeded_found + found);
      if (likelihood > most) likeliest = others;
      most = std::max(most, likelihood);
    }
    CHECK(likeliest == static_cast<int>(*mills_indigenous(seeded, seeded_found, found)));
  }
}

TEST_CASE("Fisher's exact test: the lady tasting tea, and the criminal twins of Lange (Fisher 1935)") {
  CHECK(near(fisher_two_sided({3, 1, 1, 3}), 0.4857));
  CHECK(near(fisher_two_sided({2, 15, 10, 3}), 0.0005367, 0.0000001));
}

TEST_CASE("impact ratio: the example of the Uniform Guidelines' questions and answers (1979), number 12") {
  const auto found = impact(
      {{.name = "white", .total = 80, .selected = 48}, {.name = "black", .total = 40, .selected = 12}});
  CHECK(found.reference == "white");
  CHECK(found.groups[0].rate == doctest::Approx(0.60));
  CHECK(near(found.groups[1].ratio, 0.50));
  CHECK(found.groups[1].under_four_fifths);
}

TEST_CASE("Student's t: the table of Fisher & Yates") {
  struct Row {
    double freedom, expected;
  };
  for (const auto& [freedom, expected] :
       {Row{1, 12.706}, Row{2, 4.303}, Row{5, 2.571}, Row{10, 2.228}, Row{30, 2.042}, Row{120, 1.980}})
    CHECK(near(student_quantile(0.975, freedom), expected, 0.0006));
  CHECK(near(student_quantile(0.05, 5), -2.015, 0.0005));
}

TEST_CASE("jackknife and bootstrap: the law schools of Efron & Tibshirani (1993)") {
  CHECK(near(school_correlation({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}), 0.776, 0.0005));
  CHECK(near(jackknife_error(schools.size(), school_correlation), 0.1425, 0.0005));
  const auto drawn = estimate(schools.size(), school_correlation, {.draws = 4000, .seed = 3, .small = 2});
  REQUIRE(drawn.interval.has_value());
  CHECK(drawn.method == Method::bootstrap);
  CHECK(near(drawn.interval->low, 0.46, 0.04));  // their percentile interval: 0.46 to 0.96
  CHECK(near(drawn.interval->high, 0.96, 0.02));
}
