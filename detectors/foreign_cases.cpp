// From a tree of conditions to the ways in which it may hold.
#include "detectors/foreign_conditions.hpp"

namespace detectors::foreign {
namespace {

constexpr std::size_t most_cases = 64;

using Cases = std::vector<Case>;
using Expanded = tl::expected<Cases, std::string>;

template <class Map>
void append(Map& to, const Map& more) {
  to.insert(to.end(), more.begin(), more.end());
}

Case both(Case a, const Case& b) {
  append(a.here, b.here);
  append(a.not_here, b.not_here);
  append(a.inside, b.inside);
  append(a.not_inside, b.not_inside);
  append(a.holds, b.holds);
  append(a.not_holds, b.not_holds);
  a.matches.insert(b.matches.begin(), b.matches.end());
  return a;
}

std::size_t size_of(const Case& each) {
  return each.here.size() + each.not_here.size() + each.inside.size() + each.not_inside.size() +
         each.holds.size() + each.not_holds.size() + each.matches.size();
}

Expanded all_of(const Condition& condition) {
  Cases result{{}};
  for (const auto& part : condition.parts) {
    auto more = cases_of(part);
    if (!more) return more;
    Cases product;
    for (const auto& a : result)
      for (const auto& b : *more) product.push_back(both(a, b));
    if (product.size() > most_cases) return tl::make_unexpected(std::string("it has too many alternatives"));
    result = std::move(product);
  }
  return result;
}

Expanded any_of(const Condition& condition) {
  Cases result;
  for (const auto& part : condition.parts) {
    auto more = cases_of(part);
    if (!more) return more;
    append(result, *more);
  }
  return result;
}

// Not any of these: none of them. Not all of these together has no form of ours.
Expanded none_of(const Condition& condition) {
  Case result;
  for (const auto& part : condition.parts) {
    auto inner = cases_of(part);
    if (!inner) return inner;
    for (const auto& each : *inner) {
      if (size_of(each) != 1 || !each.matches.empty())
        return tl::make_unexpected(std::string("`not` of more than one pattern, inside or has"));
      append(result.not_here, each.here);
      append(result.not_inside, each.inside);
      append(result.not_holds, each.holds);
      append(result.here, each.not_here);
      append(result.inside, each.not_inside);
      append(result.holds, each.not_holds);
    }
  }
  return Cases{result};
}

Expanded placed(const Condition& condition) {
  Cases result;
  auto inner = all_of(condition);
  if (!inner) return inner;
  for (const auto& each : *inner) {
    if (size_of(each) != 1 || each.here.size() != 1)
      return tl::make_unexpected(std::string("`inside` or `has` of more than one pattern"));
    Case one;
    (condition.kind == Condition::Kind::inside ? one.inside : one.holds) = each.here;
    result.push_back(std::move(one));
  }
  return result;
}

}  // namespace

Expanded cases_of(const Condition& condition) {
  Case one;
  switch (condition.kind) {
    case Condition::Kind::pattern:
      one.here.push_back(condition.text);
      return Cases{one};
    case Condition::Kind::regex:
      one.matches.emplace("subject", condition.text);
      return Cases{one};
    case Condition::Kind::metavariable:
      one.matches.emplace(condition.name, condition.text);
      return Cases{one};
    case Condition::Kind::all:
      return all_of(condition);
    case Condition::Kind::any:
      return any_of(condition);
    case Condition::Kind::not_:
      return none_of(condition);
    case Condition::Kind::inside:
    case Condition::Kind::has:
      break;
  }
  return placed(condition);
}

}  // namespace detectors::foreign
