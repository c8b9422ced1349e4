// Any bytes as our JSON: read or refused with a reason; what is read is written and read back the same.
#include <cstdint>
#include <cstdlib>

#include "runner/comments/comments.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)runner::comments::format_of("r.json", text);
  const auto imported = runner::comments::read_json("r.json", text);
  if (!imported) return imported.error().empty() ? (std::abort(), 0) : 0;
  const auto back = runner::comments::read_json("r.json", runner::comments::write_json(imported->review));
  if (!back || !(back->review == imported->review)) std::abort();
  return 0;
}
