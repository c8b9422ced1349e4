#include "detectors/contract_directions.hpp"

#include <doctest/doctest.h>

using detectors::Direction;
using detectors::direction_of;

TEST_CASE("which way a contract goes, by its name and those around it") {
  constexpr Direction sent{.request = true, .plain = true};
  constexpr Direction perhaps_sent{.request = true, .plain = false};
  constexpr Direction read{.request = false, .plain = true};
  constexpr Direction perhaps_read{.request = false, .plain = false};
  struct Row {
    std::string name;
    std::vector<std::string> enclosing;
    Direction direction;
  };
  for (const auto& row : {
           Row{"OrderResponse", {}, read},
           Row{"CreateUpdateCategoryResponse", {}, read},
           Row{"SignKmsMessageResponseBody", {}, read},
           Row{"CreateResponse", {"Entitlement"}, read},
           Row{"NscPhysicalBody", {"InterconnectGetResponse"}, read},
           Row{"VerboseJson", {"TranslationCreateResponse"}, read},
           Row{"OrderOut", {}, read},
           Row{"OrderResponse", {"CreateOrderController"}, read},
           Row{"RefundRequest", {}, sent},
           Row{"ICreateOrderDTO", {}, sent},
           Row{"CreateFileDto", {}, sent},
           Row{"ChargeFilterInput", {}, sent},
           Row{"Body", {"SecretCreateParams"}, sent},
           Row{"CreateTimeOffRequest", {}, sent},
           Row{"TimeOffRequest", {}, perhaps_sent},
           Row{"PullRequest", {}, perhaps_sent},
           Row{"OrderBody", {}, perhaps_sent},
           Row{"CronsCreatePayload", {}, perhaps_read},
           Row{"CreateOrderPayload", {}, perhaps_sent},
           Row{"FunctionCallOutput", {"ResponseCreateParams"}, perhaps_sent},
           Row{"FunctionCallOutput", {"ResponseInputItem"}, perhaps_read},
           Row{"RunsStreamPayload", {}, perhaps_read},
           Row{"StartupRemoteAccessDto", {}, perhaps_read},
           Row{"InProgressEvent", {}, perhaps_read},
           Row{"Request", {}, perhaps_sent},
           Row{"Response", {}, perhaps_read},
           Row{"OrderResponse", {"'orders/Requests'"}, read},
       }) {
    CAPTURE(row.name);
    CHECK(direction_of(row.name, row.enclosing) == row.direction);
  }
}
