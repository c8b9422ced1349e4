// A file that a run is given: content goes in by value, and nothing comes back as a file.
#pragma once

#include <string>

namespace sandbox {

struct File {
  std::string path;     // relative, '/' between the parts, no "..", no empty part
  std::string content;  // any bytes
  bool operator==(const File&) const = default;
};

}  // namespace sandbox
