// Which functions answer requests or take events, and which code never runs on a server.
#pragma once

#include <array>
#include <string_view>

#include "detectors/facts/facts.hpp"

namespace detectors {

// Parameters by which a function says that it takes an event.
inline constexpr std::array<std::string_view, 8> event_parameters{
    "event", "message", "msg", "delivery", "record", "job", "notification", "payload"};

[[nodiscard]] bool is_route(const facts::Facts& facts, const facts::Function& function);
// Delivered at least once: a webhook, a consumer.
[[nodiscard]] bool is_event_handler(const facts::Facts& facts, const facts::Function& function);
// A method of what answers requests: OrderService, OrderController.
[[nodiscard]] bool serves_requests(const facts::Facts& facts, facts::FunctionId function);
// The file has a handler, or a class whose name says that it answers requests.
[[nodiscard]] bool in_serving_file(const facts::Facts& facts);
// Runs on one of the few threads that serve everybody: a method that gives a Mono or a Flux, a handler of
// Netty or Vert.x, and what it hands to their operators; not what it hands to another pool.
[[nodiscard]] bool on_event_loop(const facts::Facts& facts, facts::FunctionId function);
// The file reaches into a page (document.…, window.…), or lies where pages are served from: it runs in
// somebody's browser.
[[nodiscard]] bool runs_in_browser(const facts::Facts& facts);
// An import of the file has the text in it: "spf13/cobra".
[[nodiscard]] bool has_import(const facts::Facts& facts, std::string_view part);
// "react" of import … from "react", and of require("react").
[[nodiscard]] std::string_view imported_module(const facts::Facts& facts, facts::NodeId import);

}  // namespace detectors
