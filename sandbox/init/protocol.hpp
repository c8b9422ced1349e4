// What seedfault and seedfault-init say to each other. Both are built from this file, so it has no versions.
//
// The order: one sealed memory file. An OrderHead, then the items in the order of the fields below it; each
// item is a 32-bit length and that many bytes. The status: a stream socket. seedfault-init writes Messages;
// seedfault writes one byte to have everything ended, and closing its end has the same effect.
#pragma once

#include <cstdint>

namespace sandbox::init {

inline constexpr std::uint32_t order_magic = 0x31444653;  // "SFD1"
inline constexpr std::uint32_t report_limit = 64U << 10;  // bytes of a program's report that are kept

// What the program finds when its policy has a secret.
inline constexpr int secret_descriptor = 3;
inline constexpr int report_descriptor = 4;

struct OrderHead {
  std::uint32_t magic = order_magic;
  std::uint32_t has_proc = 0;  // whether /proc is there, so that memory can be watched
  std::uint64_t wall_ms = 0;
  std::uint64_t cpu_s = 0;
  std::uint64_t memory = 0;
  std::uint64_t processes = 0;
  std::uint64_t file_size = 0;
  std::uint64_t open_files = 0;
  std::uint32_t arguments = 0;
  std::uint32_t variables = 0;
  std::uint32_t files = 0;
  std::uint32_t weak = 0;  // nothing is mounted, and this is not process 1
  std::uint32_t seen = 0;
  std::uint32_t unused = 0;
  // Items: work (where the files go), folder, secret, three filters (sock_filter[]; the last is empty but in
  // the weak tier), arguments, variables ("NAME=value"), seen (paths), files (path, content).
};

enum class Kind : std::uint32_t { ready = 1, broken = 2, ended = 3, report = 4 };

enum class Step : std::uint32_t {
  read_order = 1,
  lay_files,
  make_pipes,
  fork_program,
  new_session,
  set_limits,
  close_descriptors,
  landlock,
  no_new_privileges,
  seccomp,
  exec,
  watch,
};

enum class Cause : std::uint32_t { by_itself = 0, wall = 1, memory = 2, told = 3 };

struct Message {
  Kind kind = Kind::ready;
  Step step = Step::read_order;       // broken: where
  std::int32_t error = 0;             // broken: errno
  std::int32_t wait_status = 0;       // ended: as wait(2) gives it
  Cause cause = Cause::by_itself;     // ended: why
  std::uint32_t report_size = 0;      // report: how many bytes follow this message
  std::uint64_t wall_us = 0;          // ended
  std::uint64_t cpu_us = 0;           // ended: user and system, every process that was waited for
  std::uint64_t peak_watched = 0;     // ended: bytes, highest sum seen; 0 when nothing was watched
  std::uint64_t peak_of_largest = 0;  // ended: bytes, the largest resident size of any one process
};

}  // namespace sandbox::init
