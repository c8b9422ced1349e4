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
  std::vector<NodeId> before;  // of each node, the named sibling before it

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
    for (auto above = before[top]; above != no_node && shapes[above] == Shape::comment;
         above = before[above]) {
      const auto last = file.lines(tree.bytes(above)).last;
      if (last.number + 1 != file.position(begin).line.number) break;
      const auto place = file.position(tree[above].begin);
      const auto indent = file.line(place.line).find_first_not_of(" \t");
      if (static_cast<int>(indent) + 1 < place.column.number) break;  // it stands behind code
      begin = tree[above].begin;
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

  void link_children(NodeId id) {
    NodeId last = no_node;
    for (auto child = tree.first_child(id); child != no_node; child = tree.next_sibling(child)) {
      before[child] = last;
      if (tree[child].named) last = child;
    }
  }

  void run() {
    shapes.reserve(tree.size());
    for (NodeId i = 0; i < tree.size(); ++i)
      shapes.push_back(tree[i].named ? syntax::shape_of(tree.language(), tree.kind(i)) : Shape::other);
    before.assign(tree.size(), no_node);
    for (NodeId i = 0; i < tree.size(); ++i) link_children(i);
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
