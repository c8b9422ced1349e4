// The order that seedfault-init was given, as views into the mapped memory file.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sandbox/init/protocol.hpp"

namespace sandbox::init {

// Reads items one after the other; after the first that does not fit, every further one is empty and good()
// is false.
struct Items {
  const unsigned char* at = nullptr;
  std::size_t left = 0;
  bool broken = false;

  struct Item {
    const char* data;
    std::uint32_t size;
  };
  Item next();
};

struct Order {
  OrderHead head;
  const char* work = nullptr;    // where the files lie: /work
  const char* folder = nullptr;  // where the program starts, below work
  Items::Item secret;
  Items::Item known_calls;     // seccomp filters: what is not known does not exist,
  Items::Item refused_calls;   // and what is refused among the rest
  Items::Item weak_calls;      // what else is refused where no namespace hides it; may be empty
  char** arguments = nullptr;  // null-terminated
  char** variables = nullptr;  // null-terminated
  char** seen = nullptr;       // null-terminated
  Items files;                 // head.files pairs of path and content
};

// False with errno set when the order cannot be read.
bool read_order(int descriptor, Order& order);

// Writes the order's files, and goes to where the program starts.
bool lay_files(const Order& order);

}  // namespace sandbox::init
