// THE WALLS, in the order in which they go up: the one list. docs/security.md says of each why it stands; a
// test holds that page to this list, and this list to the code.
#pragma once

namespace sandbox {

struct Wall {
  const char* what;
  const char* file;    // below sandbox/
  const char* symbol;  // where in it
};

inline constexpr Wall walls[] = {
    {"The policy is checked: file paths are plain and relative, limits in range, texts without null bytes",
     "order.cpp", "write_order"},
    {"Files, nonce, arguments, environment and filters go in as one sealed memory file", "descriptor.cpp",
     "memory_file"},
    {"A process group of its own", "spawn.cpp", "own_group"},
    {"A cgroup leaf of its own, where one is delegated: memory and processes of all together", "spawn.cpp",
     "in_cgroup"},
    {"Default signals, no blocked signal", "spawn.cpp", "plain_signals"},
    {"Every descriptor but the named ones closes on exec", "spawn.cpp", "only_inherited"},
    {"root becomes user `seedfault`, or nobody, for good", "spawn.cpp", "less_rights"},
    {"bubblewrap's own environment is empty", "spawn.cpp", "no_environment"},
    {"New user, pid, network, ipc, uts and cgroup namespaces; no further user namespace can be made",
     "arguments.cpp", "add_namespaces"},
    {"No capability, a session of its own, death with the caller", "arguments.cpp", "add_namespaces"},
    {"Only `/usr` and what the profile lists, read-only, without setuid and devices", "arguments.cpp",
     "add_what_is_seen"},
    {"`/work`, `/tmp`, `/dev/shm` in memory and sized; all else, `/proc`, `/dev` and the root too, read-only",
     "arguments.cpp", "add_what_is_written"},
    {"`passwd`, `group` and `hosts` are made up", "arguments.cpp", "made_up_files"},
    {"Process 1 is seedfault-init: it cannot be looked into, and cannot be signalled from inside",
     "init/main.cpp", "PR_SET_DUMPABLE"},
    {"A session and default signals, again", "init/program.cpp", "new_session"},
    {"Every descriptor but 0, 1, 2 is closed; with a nonce, 3 and 4 are its pipes", "init/program.cpp",
     "close_descriptors"},
    {"Limits: data, CPU, file size, descriptors, processes, stack; no core, no locked memory, no queues",
     "init/program.cpp", "set_limits"},
    {"No new privileges", "init/program.cpp", "PR_SET_NO_NEW_PRIVS"},
    {"Landlock, where the kernel has it: writing only in the three folders, no signal and no abstract socket "
     "out",
     "init/program.cpp", "restrict_writing"},
    {"seccomp: unknown calls do not exist, some are refused, some kill; no foreign architecture",
     "init/program.cpp", "install_filter"},
    {"The watchdog: what all processes and all files in memory take together, every 3 to 20 ms",
     "init/memory.cpp", "memory_in_use"},
    {"The clock inside, and one outside that kills if the inner one is late", "launch.cpp", "kill_after"},
    {"Output is counted as it is read", "launch.cpp", "take_output"},
    {"At the end process 1 kills all, waits for all, and exits, which ends the pid namespace",
     "init/main.cpp", "end_all"},
    {"If seedfault dies: process 1 sees its socket close, and the kernel kills it with its parent",
     "init/main.cpp", "PR_SET_PDEATHSIG"},
};

}  // namespace sandbox
