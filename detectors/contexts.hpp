// In what the code stands: the words that `inside` and `not_inside` take.
#pragma once

#include <array>
#include <string_view>

#include "detectors/facts/facts.hpp"

namespace detectors {

inline constexpr auto context_names = std::to_array<std::string_view>({
    "loop",               // repeated by a loop or a comprehension
    "handler",            // a route, a consumer, or a helper that one of this file calls
    "route",              // answers requests: a handler that is no consumer
    "browser",            // the file reaches into a page: document.…, window.…
    "deferred-in-loop",   // deferred by each round of a loop
    "before-spawn",       // work is started beside the function further down
    "in-literal",         // kept in a field of an object
    "joined-by-context",  // what it makes is handed on together with a context
    "event-handler",      // of those, what is delivered at least once: a webhook, a consumer
    "transaction",        // while a database transaction is open
    "retry",              // tried again when it fails
    "async",              // runs on the event loop
    "awaited",
    "except",             // in the handler of a try
    "try",                // in the body of a try
    "logged",             // only told to a log or a metric
    "spawned",            // runs beside the function: go f()
    "deferred",           // runs when the function is left
    "statement",          // nobody looks at what it gives
    "unheeded",           // the same of the call that it is handed to
    "returned",           // what it gives is what the function gives
    "function",           // not at the top of the file
    "request-path",       // a handler, or a method of a service or a controller
    "serving-file",       // in a file that has a handler, a service or a controller
    "event-loop",         // on a thread that serves everybody: Reactor, Netty, Vert.x
    "past-proxy",         // calls a method of its own object that a proxy would begin a transaction for
    "compared",           // one side of a comparison
    "copies-a-lock",      // a parameter that takes a lock by value, alone or in its struct
    "locked",             // while a lock is held
    "gives-lock-back",    // takes a lock that its function gives back itself, and no other without taking it
    "context",            // the function, or one around it, was given a context or a request
    "given-context",      // given a context itself: a request may be one to send
    "migration",          // in a folder of migrations, or a file that goes up and down
    "upgrade",            // of a migration: in up() or upgrade(), or in a list of its steps
    "downgrade",          // in what undoes it
    "made-again",         // a step of a migration that makes itself what it takes away
    "contract-phase",     // the file's name says that what it takes away is in use no more
    "embedded-database",  // in a file that says SQLite by its name, or by the way it alters tables
    "deploy-tool",        // in an SQL file that a tool runs when a release goes out
    "no-transaction",     // in a migration that tells its tool to open no transaction for it
    "given-back",         // what it makes is returned, or kept in a field: others go on with it
    "catches",            // a failure is caught within it
    "command",            // run by hand: a management command, or a file of a program's commands
    "method",             // of a class
    "script",     // in a file that is started by itself: it reads a command line, has a __main__ block or a
                  // main, or builds the project; in Go of a program that ends, a generator, an installer, a
                  // benchmark, what helps tests
    "loopback",   // the call asks its own machine
    "explained",  // a comment at it gives the reason; only ever makes a finding less sure
    "over-rows",  // the loop around, or what is gathered, goes over what a query gave
    "on-another-each-round",  // the loop makes the call on another object each time
    "last-step",              // nothing comes after its statement, and the function gives nothing back
    "used-at-once",           // what it gives is used without waiting for it, here or elsewhere in the file
    "awaited-elsewhere",      // elsewhere in its function a call of the same name is waited for
    "telemetry",              // counts and tells of use: nobody waits for it
    "aside",            // in a file that serves nobody, by its path: an emulator, an installer, a page's code
    "bulk",             // moves a file or a stream: nobody knows how long that takes
    "limit-elsewhere",  // raced with a timer, limited for the whole file, or made elsewhere: fetch(request)
    "known-function",   // calls a function of the file
    "unused",           // in a private method that nothing of the file calls
    "behind-switch",    // only where a switch says so: if (debug) …
    "test",             // in a test's file or function
});

// By its path alone.
[[nodiscard]] bool is_test_file(std::string_view path, syntax::Language language);
[[nodiscard]] bool is_inside(const facts::Facts& facts, facts::NodeId id, std::string_view context);
// The loop that tries again what failed; no_node when nothing does.
[[nodiscard]] facts::NodeId retry_loop_of(const facts::Facts& facts, const facts::Failure& failure);
// The loop that tries the node again; no_node when nothing does, or when a decorator does.
[[nodiscard]] facts::NodeId retry_loop_around(const facts::Facts& facts, facts::NodeId id);
// Where the transaction that the node stands in begins; no_node when there is none.
[[nodiscard]] facts::NodeId transaction_around(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
