#include "bench/freetext/data.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace bench {
namespace {

using nlohmann::json;

std::vector<json> lines_of(const std::string& path) {
  std::ifstream stream(path);
  if (!stream) {
    fmt::print(stderr, "cannot read {}\n", path);
    std::exit(2);
  }
  std::vector<json> values;
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) values.push_back(json::parse(line));
  return values;
}

std::string key_of(const std::string& id, Arrangement arrangement) {
  if (arrangement == Arrangement::together) return "";
  std::vector<std::string> parts{""};
  for (const char c : id) {
    if (c == ':')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  parts.resize(3);
  return arrangement == Arrangement::by_extractor ? parts[1] : parts[1] + ":" + parts[2];
}

struct Where {
  std::size_t of_case = 0;
  std::size_t at = 0;
};

}  // namespace

Data read_data(const std::string& folder) {
  const auto defects = lines_of(folder + "/defects.jsonl");
  const auto comments = lines_of(folder + "/comments.jsonl");
  const auto pairs = lines_of(folder + "/pairs.jsonl");
  std::map<std::string, std::size_t> groups;
  for (const auto& pair : pairs) groups.emplace(pair.at("group"), 0);
  Data data;
  for (auto& [name, number] : groups) {
    number = data.groups.size();
    data.groups.push_back(name);
    data.cases.push_back({.group = number, .comments = {}, .defects = {}, .pairs = {}});
  }
  std::map<std::string, Where> where;
  const auto place = [&](const json& value, std::vector<Text> Case::* into) {
    const auto group = groups.find(value.at("pr"));
    if (group == groups.end()) return;
    auto& list = data.cases[group->second].*into;
    where[value.at("id")] = {group->second, list.size()};
    list.push_back({value.at("id"), value.at("text")});
  };
  for (const auto& defect : defects) place(defect, &Case::defects);
  for (const auto& comment : comments) place(comment, &Case::comments);
  for (const auto& pair : pairs)
    data.cases[groups.at(pair.at("group"))].pairs.push_back(
        {where.at(pair.at("comment")).at, where.at(pair.at("defect")).at, pair.at("match")});
  return data;
}

std::vector<Case> arranged(const std::vector<Case>& cases, Arrangement arrangement) {
  std::vector<Case> result;
  for (const auto& whole : cases) {
    std::map<std::string, std::size_t> parts;
    std::vector<Where> where;
    for (const auto& comment : whole.comments) {
      const auto [part, fresh] = parts.emplace(key_of(comment.id, arrangement), result.size());
      if (fresh)
        result.push_back({.group = whole.group, .comments = {}, .defects = whole.defects, .pairs = {}});
      auto& into = result[part->second];
      where.push_back({part->second, into.comments.size()});
      into.comments.push_back(comment);
    }
    for (const auto& pair : whole.pairs) {
      const auto [of_case, at] = where[pair.comment];
      result[of_case].pairs.push_back({at, pair.defect, pair.same});
    }
  }
  return result;
}

}  // namespace bench
