#include "detectors/openapi.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "data.hpp"
#include "detectors/scan.hpp"

namespace {

std::string document(const std::string& order, const std::string& body = "") {
  return "openapi: 3.0.3\n"
         "paths:\n"
         "  /orders/{id}:\n"
         "    get:\n"
         "      parameters:\n"
         "        - {name: id, in: path, required: true, schema: {type: string}}\n"
         "        - {name: limit, in: query, schema: {type: integer}}\n"
         "      responses:\n"
         "        '200':\n"
         "          content:\n"
         "            application/json:\n"
         "              schema: {$ref: '#/components/schemas/Order'}\n"
         "    post:\n"
         "      requestBody:\n"
         "        required: true\n"
         "        content:\n"
         "          application/json:\n"
         "            schema:\n"
         "              type: object\n"
         "              required: [number]\n"
         "              properties:\n"
         "                number: {type: string}\n" +
         body +
         "      responses: {'201': {description: made}}\n"
         "components:\n"
         "  schemas:\n"
         "    Order:\n"
         "      type: object\n"
         "      required: [number, total]\n"
         "      properties:\n" +
         order;
}

const std::string order =
    "        number: {type: string}\n"
    "        total: {type: integer}\n"
    "        items:\n"
    "          type: array\n"
    "          items: {type: object, properties: {sku: {type: string}}}\n"
    "        next: {$ref: '#/components/schemas/Order'}\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

std::vector<std::string> told(const std::string& before, const std::string& after) {
  const auto changes = detectors::openapi_changes("api.yaml", before, after);
  if (!changes) return {to_string(changes.error().front())};
  std::vector<std::string> result;
  for (const auto& change : changes->changes)
    if (change.field.find("next") == std::string::npos)  // the ring says the same again
      result.push_back(fmt::format("{}: {}: {} {}{}", change.line.number, change.operation, change.kind,
                                   change.field, change.now.empty() ? "" : " -> " + change.now));
  return result;
}

}  // namespace

TEST_CASE("what a change of an OpenAPI document takes from its callers") {
  const auto base = document(order);
  using Told = std::vector<std::string>;
  CHECK(told(base, base).empty());
  CHECK(told(base, document(replaced(order, "total: {type: integer}", "total: {type: string}"))) ==
        Told{"31: GET /orders/{id}: type changed 200 total -> string"});
  CHECK(told(base,
             document(replaced(order, "total: {type: integer}", "total: {type: integer, nullable: true}"))) ==
        Told{"31: GET /orders/{id}: now nullable 200 total -> integer or null"});
  CHECK(told(base, document(replaced(order, "        total: {type: integer}\n", ""))) ==
        Told{"4: GET /orders/{id}: field removed 200 total"});
  CHECK(told(base, document(replaced(order, "total:", "totalCents:"))) ==
        Told{"31: GET /orders/{id}: field renamed 200 total -> totalCents"});
  CHECK(told(base, document(replaced(order, "sku: {type: string}", ""))) ==
        Told{"32: GET /orders/{id}: field removed 200 items[].sku"});
  CHECK(told(base, document(order + "        note: {type: string}\n")).empty());
  // The elements of a new list are not the object that has gone.
  const auto extra = [](const std::string& more) { return document(order + "        " + more + "\n"); };
  const std::string object = "{type: object, properties: {a: {type: string}}}";
  CHECK(told(extra("skills: " + object), extra("tasks: {type: array, items: " + object + "}")) ==
        Told{"4: GET /orders/{id}: field removed 200 skills"});
  CHECK(told(base, replaced(base, "required: [number, total]", "required: [number]")) ==
        Told{"31: GET /orders/{id}: now nullable 200 total -> not required"});
}

TEST_CASE("what a change of an OpenAPI document newly asks of its callers") {
  const auto base = document(order);
  using Told = std::vector<std::string>;
  const std::string reason = "                reason: {type: string}\n";
  CHECK(told(base, document(order, reason)).empty());
  CHECK(told(base, replaced(document(order, reason), "required: [number]", "required: [number, reason]")) ==
        Told{"23: POST /orders/{id}: new required field body.reason -> string"});
  CHECK(told(base, replaced(base, "in: query,", "in: query, required: true,")) ==
        Told{"7: GET /orders/{id}: new required field query.limit -> integer"});
  CHECK(told(replaced(base, "in: query,", "in: query, required: true,"), base).empty());
}

TEST_CASE("operations and answers that are gone; parameters in a path may be renamed") {
  const auto base = document(order);
  using Told = std::vector<std::string>;
  CHECK(told(base, replaced(base, "    get:\n", "    put:\n")) ==
        Told{"2: paths: operation removed GET /orders/{id}"});
  CHECK(told(base, replaced(base, "'201'", "'202'")) == Told{"13: POST /orders/{id}: response removed 201"});
  CHECK(told(base, replaced(base, "/orders/{id}", "/orders/{number}")).empty());
  CHECK(told(base, "openapi: [\n").front().starts_with("api.yaml:"));
  CHECK(told("openapi: [\n", base).empty());
}

TEST_CASE("JSON, and Swagger 2") {
  const std::string before =
      R"({"swagger": "2.0", "paths": {"/a": {"get": {"responses": {"200": {"schema": {"type": "object",)"
      R"( "properties": {"b": {"type": "string"}, "c": {"type": "string"}}}}}}}}})";
  CHECK(told(before, replaced(before, R"(, "c": {"type": "string"})", "")) ==
        std::vector<std::string>{"1: GET /a: field removed 200 c"});
}

TEST_CASE("which files are OpenAPI documents") {
  struct Row {
    std::string path, text;
    bool is;
  };
  for (const auto& row : {
           Row{"api.yaml", "openapi: 3.0.0\n", true},
           Row{"api.yml", "# ours\nopenapi: 3.0.0\n", true},
           Row{"api.json", "{\n  \"openapi\": \"3.1.0\"}", true},
           Row{"api.json", "{\"swagger\": \"2.0\"}", true},
           Row{"api.toml", "openapi: 3.0.0\n", false},
           Row{"package.json", "{\"dependencies\": {\"a\": \"openapi\"}}", false},
           Row{"a.yaml", "title: about openapi: it\n", false},
           Row{"a.yaml", "", false},
       }) {
    CAPTURE(row.text);
    CHECK(detectors::is_openapi(row.path, row.text) == row.is);
  }
}

TEST_CASE("rules that speak of contracts find them") {
  const auto base = document(order);
  const detectors::source::SourceFile now("api/openapi.yaml", document(replaced(order, "total:", "sum:")));
  const auto scan = detectors::scan(now, base, real_catalog());
  REQUIRE(!scan.findings.empty());
  CHECK(scan.findings.front().rule == "answer-changed");
  CHECK(scan.findings.front().begin.line.number == 31);
  CHECK(scan.findings.front().message.find("GET /orders/{id}") != std::string::npos);
  CHECK(detectors::scan(now, real_catalog()).findings.empty());
}

TEST_CASE("alternatives, parts of parts, and the values of an enum") {
  const auto said = [](const std::string& before, const std::string& after) {
    return fmt::format("{}", fmt::join(told(before, after), "; "));
  };
  const auto with = [](const std::string& schema) {
    return document("        number: {type: string}\n", "                extra: " + schema + "\n");
  };
  // Of alternatives nothing must be sent; of parts it must.
  const std::string card = "{type: object, required: [card], properties: {card: {type: string}}}";
  const std::string iban = "{type: object, properties: {iban: {type: string}}}";
  const auto one = with("{oneOf: [" + iban + "]}");
  CHECK(said(one, with("{oneOf: [" + iban + ", " + card + "]}")).empty());
  // A value that is no longer taken; one more that is takes nothing from anybody.
  const auto values = with("{type: string, enum: [web, shop]}");
  CHECK(said(values, with("{type: string, enum: [web, shop, phone]}")).empty());
  CHECK(said(values, with("{type: string, enum: [web]}")) ==
        "23: POST /orders/{id}: now narrower body.extra -> one of web");
  CHECK(said(with("{type: string}"), values) ==
        "23: POST /orders/{id}: now narrower body.extra -> one of web, shop");
  CHECK(said(with("{type: string, maxLength: 50}"), with("{type: string, maxLength: 20}")) ==
        "23: POST /orders/{id}: now narrower body.extra -> maxLength 20 (was 50)");
  // An answer's alternatives are read too.
  const auto answer = [](const std::string& schema) { return document("        pay: " + schema + "\n"); };
  CHECK(said(answer("{anyOf: [{allOf: [" + iban + "]}, " + card + "]}"), answer("{anyOf: [" + card + "]}")) ==
        "30: GET /orders/{id}: field removed 200 pay.iban");
  // Those who read an answer may know the old values only; of what they may hold less nobody minds.
  const auto state = answer("{type: string, enum: [due, paid], maxLength: 50}");
  CHECK(said(state, answer("{type: string, enum: [due, paid, lost], maxLength: 20}")) ==
        "30: GET /orders/{id}: value added 200 pay -> lost");
  CHECK(said(state, answer("{type: string, enum: [paid]}")).empty());
  CHECK(said(answer("{type: string}"), state).empty());
}

TEST_CASE("what a document newly says of a text, and parts that are asked for beside them") {
  const auto said = [](const std::string& before, const std::string& after) {
    return fmt::format("{}", fmt::join(told(before, after), "; "));
  };
  const auto answer = [](const std::string& schema) { return document("        pay: " + schema + "\n"); };
  CHECK(said(answer("{type: string}"), answer("{type: string, format: uuid, minLength: 1}")).empty());
  CHECK(said(answer("{type: integer, format: int32}"), answer("{type: integer, format: int64}")).empty());
  CHECK(said(answer("{type: number}"), answer("{type: integer}")).empty());
  CHECK(said(answer("{type: string}"), answer("{oneOf: [{type: string}]}")).empty());
  CHECK(said(answer("{type: string, format: date}"), answer("{type: string, format: date-time}")) ==
        "30: GET /orders/{id}: type changed 200 pay -> string date-time");
  const auto asked = [](const std::string& schema) {
    return document("        number: {type: string}\n", "                extra: " + schema + "\n");
  };
  CHECK(said(asked("{type: integer}"), asked("{type: number}")).empty());
  CHECK(said(asked("{type: number}"), asked("{type: integer}")) ==
        "23: POST /orders/{id}: now narrower body.extra -> integer");
  CHECK(said(asked("{type: string, format: uuid}"), asked("{type: string}")).empty());
  const std::string card = "{type: object, properties: {card: {type: string}}}";
  CHECK(said(answer("{type: object, required: [card], properties: {card: {type: string}}}"),
             answer("{required: [card], allOf: [" + card + "]}"))
            .empty());
}

TEST_CASE("what of a document's change leaves no doubt") {
  const auto plain = [](const std::string& before, const std::string& after) {
    const auto changes = detectors::openapi_changes("api.yaml", before, after);
    REQUIRE(changes);
    REQUIRE(changes->changes.size() == 1);
    return changes->changes.front().plain;
  };
  const auto base = document(order);
  const auto get = "    get:\n";
  CHECK(plain(base, replaced(base, get, "    put:\n")));
  CHECK(!plain(replaced(base, get, "    get:\n      deprecated: true\n"), replaced(base, get, "    put:\n")));
  CHECK(!plain(base, replaced(base, "'201'", "'202'")));
  const auto answer = [](const std::string& schema) { return document("        pay: " + schema + "\n"); };
  const std::string one = "{type: object, properties: {a: {type: string}}}";
  CHECK(plain(answer("{type: object, properties: {a: {type: string}, b: {type: string}}}"), answer(one)));
  CHECK(!plain(answer("{type: object, properties: {a: {type: string}, b: {type: string, deprecated: true}}}"),
               answer(one)));
  CHECK(!plain(answer("{anyOf: [" + one + ", {type: object, properties: {b: {type: string}}}]}"),
               answer("{anyOf: [" + one + "]}")));
}
