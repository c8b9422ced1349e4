#include "detectors/syntax/shapes.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace detectors::syntax {
namespace {

struct Row {
  Shape shape;
  std::vector<std::string_view> kinds;
};
using Map = std::unordered_map<std::string_view, Shape>;

std::vector<Row> script_rows() {
  return {
      {Shape::type,
       {"class_declaration", "class", "abstract_class_declaration", "interface_declaration",
        "enum_declaration", "internal_module", "module"}},
      {Shape::function,
       {"function_declaration", "generator_function_declaration", "function_expression", "generator_function",
        "arrow_function", "method_definition", "class_static_block"}},
      {Shape::loop, {"for_statement", "for_in_statement", "while_statement", "do_statement"}},
      {Shape::block,
       {"if_statement", "else_clause", "switch_statement", "switch_case", "switch_default", "try_statement",
        "catch_clause", "finally_clause", "with_statement", "labeled_statement"}},
      {Shape::container,
       {"program", "statement_block", "class_body", "interface_body", "object_type", "enum_body",
        "switch_body"}},
      {Shape::wrapper, {"export_statement", "ambient_declaration"}},
      {Shape::comment, {"comment"}},
  };
}

std::vector<Row> rows_of(Language language) {
  switch (language) {
    case Language::python:
      return {
          {Shape::type, {"class_definition"}},
          {Shape::function, {"function_definition"}},
          {Shape::loop, {"for_statement", "while_statement"}},
          {Shape::block,
           {"if_statement", "elif_clause", "else_clause", "try_statement", "except_clause",
            "except_group_clause", "finally_clause", "with_statement", "match_statement", "case_clause"}},
          {Shape::container, {"module", "block"}},
          {Shape::wrapper, {"decorated_definition"}},
          {Shape::comment, {"comment"}},
      };
    case Language::go:
      return {
          {Shape::type, {"type_spec", "type_alias"}},
          {Shape::function, {"function_declaration", "method_declaration", "func_literal"}},
          {Shape::loop, {"for_statement"}},
          {Shape::block,
           {"if_statement", "expression_switch_statement", "type_switch_statement", "select_statement",
            "expression_case", "type_case", "communication_case", "default_case", "labeled_statement"}},
          {Shape::container, {"source_file", "block", "statement_list", "field_declaration_list"}},
          {Shape::wrapper, {"type_declaration"}},
          {Shape::comment, {"comment"}},
      };
    case Language::java:
      return {
          {Shape::type,
           {"class_declaration", "interface_declaration", "enum_declaration", "record_declaration",
            "annotation_type_declaration"}},
          {Shape::function,
           {"method_declaration", "constructor_declaration", "compact_constructor_declaration",
            "lambda_expression", "static_initializer"}},
          {Shape::loop, {"for_statement", "enhanced_for_statement", "while_statement", "do_statement"}},
          {Shape::block,
           {"if_statement", "switch_expression", "switch_block_statement_group", "switch_rule",
            "try_statement", "try_with_resources_statement", "catch_clause", "finally_clause",
            "synchronized_statement", "labeled_statement"}},
          {Shape::container,
           {"program", "block", "class_body", "interface_body", "enum_body", "enum_body_declarations",
            "constructor_body", "switch_block"}},
          {Shape::comment, {"line_comment", "block_comment"}},
      };
    case Language::sql:
      return {
          {Shape::type, {"create_table", "create_view", "create_materialized_view", "create_type"}},
          {Shape::function, {"create_function", "create_trigger"}},
          {Shape::block, {"transaction", "block"}},
          {Shape::container, {"program", "transaction", "block"}},
          {Shape::comment, {"comment", "marginalia"}},
      };
    case Language::javascript:
    case Language::typescript:
    case Language::tsx:
      break;
  }
  return script_rows();
}

const Map& map_of(Language language) {
  static const auto maps = [] {
    std::array<Map, languages.size()> all;
    for (const auto each : languages)
      for (const auto& row : rows_of(each))
        for (const auto kind : row.kinds) all[static_cast<std::size_t>(each)].emplace(kind, row.shape);
    return all;
  }();
  return maps[static_cast<std::size_t>(language)];
}

}  // namespace

Shape shape_of(Language language, std::string_view kind) {
  const auto& map = map_of(language);
  const auto found = map.find(kind);
  return found == map.end() ? Shape::other : found->second;
}

}  // namespace detectors::syntax
