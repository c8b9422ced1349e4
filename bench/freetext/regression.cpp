#include "bench/freetext/regression.hpp"

#include <algorithm>
#include <cmath>

namespace bench {
namespace {

// Gaussian elimination with pivots; the matrix is symmetric and positive thanks to the ridge.
Row solve(std::vector<Row> matrix, Row right) {
  const auto n = right.size();
  for (std::size_t i = 0; i < n; ++i) {
    auto pivot = i;
    for (auto r = i; r < n; ++r)
      if (std::fabs(matrix[r][i]) > std::fabs(matrix[pivot][i])) pivot = r;
    std::swap(matrix[i], matrix[pivot]);
    std::swap(right[i], right[pivot]);
    if (std::fabs(matrix[i][i]) < 1e-12) continue;
    for (auto r = i + 1; r < n; ++r) {
      const double factor = matrix[r][i] / matrix[i][i];
      for (auto c = i; c < n; ++c) matrix[r][c] -= factor * matrix[i][c];
      right[r] -= factor * right[i];
    }
  }
  for (auto i = n; i-- > 0;) {
    for (auto c = i + 1; c < n; ++c) right[i] -= matrix[i][c] * right[c];
    right[i] = std::fabs(matrix[i][i]) < 1e-12 ? 0 : right[i] / matrix[i][i];
  }
  return right;
}

struct Scale {
  Row mean, deviation;
};

Scale scale_of(const std::vector<const Sample*>& samples) {
  const auto columns = samples.front()->row.size();
  const auto count = static_cast<double>(samples.size());
  Scale scale{Row(columns), Row(columns)};
  for (const auto* sample : samples)
    for (std::size_t i = 0; i < columns; ++i) scale.mean[i] += sample->row[i] / count;
  for (const auto* sample : samples)
    for (std::size_t i = 0; i < columns; ++i)
      scale.deviation[i] += (sample->row[i] - scale.mean[i]) * (sample->row[i] - scale.mean[i]) / count;
  for (auto& value : scale.deviation) value = std::max(1e-6, std::sqrt(value));
  return scale;
}

std::vector<Row> scaled(const std::vector<const Sample*>& samples, const Scale& scale) {
  std::vector<Row> rows;
  for (const auto* sample : samples) {
    Row row(sample->row.size() + 1, 1);  // the last column is the start
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      row[i] = (sample->row[i] - scale.mean[i]) / scale.deviation[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

double dot(const Row& a, const Row& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// One step of Newton's method; the greatest change of a weight.
double step(const std::vector<Row>& rows, const std::vector<const Sample*>& samples, double ridge,
            Row& weights) {
  const auto n = weights.size();
  std::vector<Row> curve(n, Row(n));
  Row slope(n);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto& row = rows[r];
    const double p = 1 / (1 + std::exp(-dot(row, weights)));
    const double q = std::max(1e-6, p * (1 - p)), miss = (samples[r]->same ? 1 : 0) - p;
    for (std::size_t i = 0; i < n; ++i) {
      slope[i] += miss * row[i];
      for (std::size_t j = 0; j <= i; ++j) curve[i][j] += q * row[i] * row[j];
    }
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j) curve[j][i] = curve[i][j];
  for (std::size_t i = 0; i + 1 < n; ++i) {
    curve[i][i] += ridge;
    slope[i] -= ridge * weights[i];
  }
  const auto change = solve(std::move(curve), std::move(slope));
  double greatest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    weights[i] += change[i];
    greatest = std::max(greatest, std::fabs(change[i]));
  }
  return greatest;
}

}  // namespace

Fit fit(const std::vector<const Sample*>& samples, double ridge) {
  const auto scale = scale_of(samples);
  const auto rows = scaled(samples, scale);
  Row weights(rows.front().size());
  for (int i = 0; i < 15 && step(rows, samples, ridge, weights) > 1e-6; ++i) {
  }
  Fit result{.start = weights.back(), .weight = Row(weights.size() - 1)};
  for (std::size_t i = 0; i < result.weight.size(); ++i) {
    result.weight[i] = weights[i] / scale.deviation[i];
    result.start -= result.weight[i] * scale.mean[i];
  }
  return result;
}

double logit(const Fit& fit, const Row& row) { return fit.start + dot(fit.weight, row); }

}  // namespace bench
