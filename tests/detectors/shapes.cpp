#include "detectors/syntax/shapes.hpp"

#include <doctest/doctest.h>

TEST_CASE("what kinds of node an outline is made of") {
  using detectors::syntax::Language;
  using detectors::syntax::Shape;
  struct Row {
    Language language;
    std::string_view kind;
    Shape shape;
  };
  for (const auto& row : {
           Row{Language::python, "class_definition", Shape::type},
           Row{Language::python, "function_definition", Shape::function},
           Row{Language::python, "for_statement", Shape::loop},
           Row{Language::python, "if_statement", Shape::block},
           Row{Language::python, "decorated_definition", Shape::wrapper},
           Row{Language::python, "comment", Shape::comment},
           Row{Language::python, "identifier", Shape::other},
           Row{Language::go, "method_declaration", Shape::function},
           Row{Language::go, "for_statement", Shape::loop},
           Row{Language::java, "class_declaration", Shape::type},
           Row{Language::java, "enhanced_for_statement", Shape::loop},
           Row{Language::typescript, "interface_declaration", Shape::type},
           Row{Language::javascript, "export_statement", Shape::wrapper},
           Row{Language::tsx, "arrow_function", Shape::function},
           Row{Language::go, "no_such_kind", Shape::other},
       }) {
    CAPTURE(row.kind);
    CHECK(static_cast<int>(detectors::syntax::shape_of(row.language, row.kind)) ==
          static_cast<int>(row.shape));
  }
}
