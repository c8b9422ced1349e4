#include "detectors/openapi_documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace detectors::api {
namespace {

using source::Yaml;

constexpr int longest_chain = 16;  // references to references; a ring of them ends here
constexpr std::size_t most_documents = 100;
constexpr std::size_t most_bytes = std::size_t{8} << 20U;

// %20 is a blank; what is no such thing stays as it is.
std::string without_percents(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const auto* digits = text.data() + i + 1;
    if (text[i] == '%' && text.size() - i > 2 &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      result += static_cast<char>(byte);
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

// Of a JSON pointer: ~1 is a slash, ~0 a tilde.
std::string part_named(std::string_view part) {
  std::string result;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escaped = part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1');
    result += !escaped ? part[i] : part[i + 1] == '1' ? '/' : '~';
    i += escaped ? 1 : 0;
  }
  return result;
}

const Yaml* item_at(const Yaml& list, std::string_view number) {
  std::size_t index = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), index);
  const bool whole = read.ec == std::errc() && read.ptr == number.data() + number.size();
  return whole && index < list.entries.size() ? &list.entries[index].value : nullptr;
}

// "/components/schemas/Order", or "" for all of it
const Yaml* pointed_to(Document& document, std::string_view pointer) {
  if (document.values.empty()) return nullptr;
  if (const auto known = document.pointed.find(pointer); known != document.pointed.end())
    return known->second;
  const Yaml* at = &document.values.front();
  auto rest = pointer;
  if (!rest.empty() && rest.front() != '/') at = nullptr;  // an anchor's name: not known here
  while (at && !rest.empty()) {
    rest.remove_prefix(1);
    const auto slash = std::min(rest.find('/'), rest.size());
    const auto part = part_named(without_percents(rest.substr(0, slash)));
    at = at->is_list() ? item_at(*at, part) : at->find(part);
    rest.remove_prefix(slash);
  }
  document.pointed.emplace(pointer, at);
  return at;
}

}  // namespace

std::optional<std::string> path_beside(std::string_view document, std::string_view reference) {
  if (reference.empty() || reference.find(':') != std::string_view::npos) return std::nullopt;
  const std::filesystem::path named(without_percents(reference));
  const auto text = named.generic_string();
  if (named.is_absolute() || text.find_first_of(std::string_view("\\\0", 2)) != std::string::npos)
    return std::nullopt;
  return (std::filesystem::path(document).parent_path() / named).lexically_normal().generic_string();
}

Documents::Documents(const std::string& path, std::vector<Yaml> values, const ReadOther& read)
    : first_(nullptr), read_(read) {
  auto document = std::make_unique<Document>(Document{path, std::move(values), {}});
  first_ = document.get();
  documents_[std::filesystem::path(path).lexically_normal().generic_string()] = std::move(document);
}

Node Documents::root() const { return {first_->values.empty() ? nullptr : &first_->values.front(), first_}; }

void Documents::note(std::string text) {
  if (std::find(notes_.begin(), notes_.end(), text) == notes_.end() && notes_.size() < 20)
    notes_.push_back(std::move(text));
}

Document* Documents::other(const std::string& path, source::Line line) {
  const auto known = documents_.find(path);
  if (known != documents_.end()) return known->second.get();
  const auto refuse = [&](std::string_view why) {
    documents_[path] = nullptr;
    note(fmt::format("line {}: `{}`, which is referred to, {}: what it says is not looked at", line.number,
                     path, why));
    return nullptr;
  };
  if (!read_) return refuse("is another file");
  if (documents_.size() >= most_documents || bytes_ > most_bytes) return refuse("is one file too many");
  const auto text = read_(path);
  if (!text) return refuse(text.error());
  bytes_ += text->size();
  if (bytes_ > most_bytes) return refuse("is too large");
  auto values = source::read_yaml(path, *text);
  if (!values) return refuse(values.error().front().problem);
  return (documents_[path] = std::make_unique<Document>(Document{path, *std::move(values), {}})).get();
}

Node Documents::referred(const Node& from, const Yaml& reference) {
  const std::string_view text = reference.text;
  const auto hash = std::min(text.find('#'), text.size());
  auto* document = from.in;
  if (hash > 0) {
    const auto path = path_beside(from.in->path, text.substr(0, hash));
    if (!path)
      note(fmt::format("line {}: `{}` is no file of this tree: not looked at", reference.line.number, text));
    document = path ? other(*path, reference.line) : nullptr;
  }
  if (!document) return {};
  return {pointed_to(*document, text.substr(std::min(hash + 1, text.size()))), document};
}

Node Documents::resolved(Node node) {
  for (int steps = 0; node && steps < longest_chain; ++steps) {
    const auto* reference = node.value->find("$ref");
    if (!reference || !reference->is_text()) return node;
    node = referred(node, *reference);
  }
  return {};
}

}  // namespace detectors::api
