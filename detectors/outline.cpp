#include "detectors/outline.hpp"

#include "detectors/syntax/shapes.hpp"
#include "detectors/syntax/tree.hpp"

namespace detectors {
namespace {

using source::ScopeKind;
using syntax::no_node;
using syntax::NodeId;
using syntax::Shape;

struct Open {
  std::size_t scope;
  NodeId after;
};

struct Outliner {
  const source::SourceFile& file;
  const syntax::Tree& tree;
  source::Outline outline;
  std::vector<Open> open;
  std::vector<Shape> shapes;

  // The first node in the subtree's top two levels that has one of the kinds of a name.
  [[nodiscard]] std::string name_of(NodeId id) const {
    for (const auto field : {"name", "left"})
      if (const auto child = tree.child_by_field(id, field); child != no_node)
        return std::string(tree.slice(child));
    const auto parent = tree[id].parent;
    if (shapes[id] == Shape::function &&
        parent != no_node)  // const charge = async () => …, { charge: () => … }
      for (const auto field : {"name", "key", "left", "property"})
        if (const auto child = tree.child_by_field(parent, field); child != no_node && child < id)
          return std::string(tree.slice(child));
    if (tree.language() == syntax::Language::sql)
      for (auto child = tree.first_child(id); child != no_node; child = tree.next_sibling(child))
        if (tree.kind(child) == "object_reference") return std::string(tree.slice(child));
    return "";
  }

  // Go writes a method outside of its type: func (g *Gateway) Charge().
  [[nodiscard]] std::string receiver_of(NodeId id) const {
    const auto receiver =
        tree.language() == syntax::Language::go ? tree.child_by_field(id, "receiver") : no_node;
    if (receiver == no_node) return "";
    for (auto i = receiver; i < tree[receiver].after; ++i)
      if (tree.kind(i) == "type_identifier") return std::string(tree.slice(i)) + ".";
    return "";
  }

  [[nodiscard]] std::string qualified(NodeId id) const {
    auto name = name_of(id);
    if (name.empty() || name.find('\n') != std::string::npos) return "";
    name = receiver_of(id) + name;
    for (auto at = open.rbegin(); at != open.rend(); ++at) {
      const auto& scope = outline[at->scope];
      const bool names = scope.kind == ScopeKind::type || scope.kind == ScopeKind::function;
      if (names && !scope.name.empty()) return scope.name + "." + name;
    }
    return name;
  }

  // Where the body begins that a header ends before; the node's end when it has none.
  [[nodiscard]] std::uint32_t header_end(NodeId id) const {
    for (auto child = tree.first_child(id); child != no_node; child = tree.next_sibling(child)) {
      const bool body = shapes[child] == Shape::container || shapes[child] == Shape::block ||
                        tree.kind(child).ends_with("_body");
      if (body && tree[child].begin > tree[id].begin) {
        auto end = tree[child].begin;
        while (end > tree[id].begin &&
               std::string_view(" \t\r\n").find(tree.text()[end - 1]) != std::string_view::npos)
          --end;
        return end;
      }
    }
    return tree[id].end;
  }

  // Decorators, `export` and the comment lines right above a definition belong to it.
  [[nodiscard]] std::uint32_t whole_begin(NodeId id) const {
    auto top = id;
    while (tree[top].parent != no_node && shapes[tree[top].parent] == Shape::wrapper) top = tree[top].parent;
    auto begin = tree[top].begin;
    const auto parent = tree[top].parent;
    if (parent == no_node) return begin;
    std::vector<NodeId> before;
    for (auto child = tree.first_child(parent); child != no_node && child < top;
         child = tree.next_sibling(child))
      if (tree[child].named) before.push_back(child);
    for (; !before.empty() && shapes[before.back()] == Shape::comment; before.pop_back()) {
      const auto last = file.lines(tree.bytes(before.back())).last.number;
      const auto own_line = file.line(source::Line{last}).find_first_not_of(" \t");
      const auto column = file.position(tree[before.back()].begin).column.number;
      if (last + 1 != file.position(begin).line.number || static_cast<int>(own_line) + 1 < column) break;
      begin = tree[before.back()].begin;
    }
    return begin;
  }

  std::size_t add(ScopeKind kind, std::string name, source::ByteSpan bytes, source::ByteSpan header) {
    outline.push_back({.kind = kind,
                       .name = std::move(name),
                       .bytes = bytes,
                       .lines = file.lines(bytes),
                       .header = file.lines(header),
                       .parent = open.empty() ? std::nullopt : std::optional(open.back().scope)});
    return outline.size() - 1;
  }

  void add_compound(NodeId id, ScopeKind kind) {
    const bool definition = kind == ScopeKind::type || kind == ScopeKind::function;
    const source::ByteSpan header{tree[id].begin, header_end(id)};
    const source::ByteSpan whole{definition ? whole_begin(id) : tree[id].begin, tree[id].end};
    const auto scope = add(kind, definition ? qualified(id) : "", whole, header);
    open.push_back({scope, tree[id].after});
    if (!definition && header.end < tree[id].end) add(ScopeKind::statement, "", header, header);
  }

  void visit(NodeId id) {
    switch (shapes[id]) {
      case Shape::type:
        return add_compound(id, ScopeKind::type);
      case Shape::function:
        return add_compound(id, ScopeKind::function);
      case Shape::loop:
        return add_compound(id, ScopeKind::loop);
      case Shape::block:
        return add_compound(id, ScopeKind::block);
      case Shape::container:
      case Shape::wrapper:
      case Shape::comment:
        return;
      case Shape::other:
        break;
    }
    const auto parent = tree[id].parent;
    const bool statement = tree[id].named && parent != no_node && shapes[parent] == Shape::container &&
                           tree[id].begin < tree[id].end;
    if (!statement) return;
    const auto bytes = tree.bytes(id);
    open.push_back({add(ScopeKind::statement, "", bytes, bytes), tree[id].after});
  }

  void run() {
    shapes.reserve(tree.size());
    for (NodeId i = 0; i < tree.size(); ++i)
      shapes.push_back(tree[i].named ? syntax::shape_of(tree.language(), tree.kind(i)) : Shape::other);
    for (NodeId i = 1; i < tree.size(); ++i) {
      while (open.size() > 1 && open.back().after <= i) open.pop_back();
      visit(i);
    }
  }
};

}  // namespace

source::Outline outline(const source::SourceFile& file) {
  const source::ByteSpan all{0, file.text().size()};
  source::Scope whole{.kind = ScopeKind::file, .bytes = all};
  if (file.line_count() > 0) whole.lines = {source::Line{1}, source::Line{file.line_count()}};
  whole.header = whole.lines;
  const auto language = syntax::language_by_path(file.path());
  if (!language) return {whole};
  const auto parsed = syntax::parse(file.text(), *language);
  if (!parsed.tree) return {whole};
  Outliner outliner{
      .file = file, .tree = *parsed.tree, .outline = {whole}, .open = {{0, parsed.tree->size()}}};
  outliner.run();
  return std::move(outliner.outline);
}

std::optional<source::Position> syntax_error(const source::SourceFile& file) {
  const auto language = syntax::language_by_path(file.path());
  if (!language) return std::nullopt;
  const auto parsed = syntax::parse(file.text(), *language);
  if (!parsed.tree) return source::Position{source::Line{1}, source::Column{1}};
  const auto error = parsed.tree->first_error();
  return error ? std::optional(file.position(*error)) : std::nullopt;
}

std::string_view language_of(std::string_view path) {
  const auto language = syntax::language_by_path(path);
  return language ? syntax::name_of(*language) : std::string_view{};
}

}  // namespace detectors
