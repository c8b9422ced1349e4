// The system calls of the sandbox, by name. Two filters stand one behind the other, and the stricter answer
// counts: what is not known gives ENOSYS, as on an older kernel; what is refused gives EPERM, or ends the
// program.
#pragma once

namespace sandbox::filter {

// Ordinary work: files, memory, threads, time, pipes, sockets, signals. clone and socket are limited further.
inline constexpr const char* known[] = {
    // files and folders
    "access", "chdir", "chmod", "chown", "close", "close_range", "copy_file_range", "creat", "dup", "dup2",
    "dup3", "faccessat", "faccessat2", "fadvise64", "fallocate", "fchdir", "fchmod", "fchmodat", "fchown",
    "fchownat", "fcntl", "fdatasync", "fgetxattr", "flistxattr", "flock", "fsetxattr", "fstat", "fstatfs",
    "fsync", "ftruncate", "futimesat", "getcwd", "getdents", "getdents64", "getxattr", "inotify_add_watch",
    "inotify_init", "inotify_init1", "inotify_rm_watch", "ioctl", "lchown", "lgetxattr", "link", "linkat",
    "listxattr", "llistxattr", "lseek", "lstat", "mkdir", "mkdirat", "mknod", "mknodat", "newfstatat", "open",
    "openat", "openat2", "pread64", "preadv", "preadv2", "pwrite64", "pwritev", "pwritev2", "read",
    "readahead", "readlink", "readlinkat", "readv", "rename", "renameat", "renameat2", "rmdir", "sendfile",
    "setxattr", "splice", "stat", "statfs", "statx", "symlink", "symlinkat", "sync", "sync_file_range",
    "syncfs", "tee", "truncate", "umask", "unlink", "unlinkat", "utime", "utimensat", "utimes", "write",
    "writev",
    // memory
    "brk", "madvise", "membarrier", "mincore", "mlock", "mlock2", "mlockall", "mmap", "mprotect", "mremap",
    "msync", "munlock", "munlockall", "munmap", "pkey_alloc", "pkey_free", "pkey_mprotect",
    // processes and threads
    "arch_prctl", "capget", "capset", "clone", "execve", "execveat", "exit", "exit_group", "fork", "futex",
    "futex_waitv", "get_robust_list", "get_thread_area", "getcpu", "getegid", "geteuid", "getgid",
    "getgroups", "getpgid", "getpgrp", "getpid", "getppid", "getpriority", "getresgid", "getresuid",
    "getrlimit", "getrusage", "getsid", "gettid", "getuid", "ioprio_get", "ioprio_set", "kill", "pause",
    "pidfd_open", "pidfd_send_signal", "prctl", "prlimit64", "restart_syscall", "rseq",
    "sched_get_priority_max", "sched_get_priority_min", "sched_getaffinity", "sched_getattr",
    "sched_getparam", "sched_getscheduler", "sched_rr_get_interval", "sched_setaffinity", "sched_setattr",
    "sched_setparam", "sched_setscheduler", "sched_yield", "seccomp", "set_robust_list", "set_thread_area",
    "set_tid_address", "setfsgid", "setfsuid", "setgid", "setgroups", "setpgid", "setpriority", "setregid",
    "setresgid", "setresuid", "setreuid", "setrlimit", "setsid", "setuid", "tgkill", "tkill", "vfork",
    "wait4", "waitid",
    // signals and time
    "alarm", "clock_getres", "clock_gettime", "clock_nanosleep", "getitimer", "gettimeofday", "nanosleep",
    "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigqueueinfo", "rt_sigreturn", "rt_sigsuspend",
    "rt_sigtimedwait", "rt_tgsigqueueinfo", "setitimer", "sigaltstack", "signalfd", "signalfd4", "time",
    "timer_create", "timer_delete", "timer_getoverrun", "timer_gettime", "timer_settime", "timerfd_create",
    "timerfd_gettime", "timerfd_settime", "times",
    // waiting, pipes, sockets
    "accept", "accept4", "bind", "connect", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_pwait",
    "epoll_pwait2", "epoll_wait", "eventfd", "eventfd2", "getpeername", "getsockname", "getsockopt", "listen",
    "pipe", "pipe2", "poll", "ppoll", "pselect6", "recvfrom", "recvmmsg", "recvmsg", "select", "sendmmsg",
    "sendmsg", "sendto", "setsockopt", "shutdown",
    // the machine
    "getrandom", "sysinfo", "uname", "landlock_create_ruleset", "landlock_add_rule",
    "landlock_restrict_self"};

// Runtimes and debuggers try these and go on without.
inline constexpr const char* refused[] = {"ptrace",
                                          "process_vm_readv",
                                          "process_vm_writev",
                                          "process_madvise",
                                          "pidfd_getfd",
                                          "kcmp",
                                          "perf_event_open",
                                          "keyctl",
                                          "add_key",
                                          "request_key",
                                          "unshare",
                                          "chroot",
                                          "quotactl",
                                          "syslog",
                                          "acct",
                                          "sethostname",
                                          "setdomainname",
                                          "vhangup",
                                          "settimeofday",
                                          "clock_settime",
                                          "clock_adjtime",
                                          "adjtimex",
                                          "personality",
                                          "fanotify_init",
                                          "lookup_dcookie",
                                          "open_by_handle_at",
                                          "name_to_handle_at",
                                          "mbind",
                                          "migrate_pages",
                                          "move_pages",
                                          "set_mempolicy"};

// Memory that belongs to no process, and interfaces with a long record of holes: said not to exist, for every
// runtime has another way. Not in the list above, so ENOSYS comes by itself; named so that a reader finds
// them.
inline constexpr const char* absent[] = {
    "clone3",           "io_uring_setup", "io_uring_enter", "io_uring_register",
    "userfaultfd",      "memfd_create",   "memfd_secret",   "semget",
    "msgget",           "mq_open",        "vmsplice",       "modify_ldt",
    "process_mrelease", "uselib"};

// Memory of System V: absent as well, but for a profile that says `shared_memory = true`; the watchdog then
// counts it.
inline constexpr const char* shared_memory[] = {"shmget", "shmat", "shmdt", "shmctl"};

// In the weak tier nothing but these refusals keeps a program from what other namespaces would hide: the
// network, sockets by path, and the attributes of files and processes that belong to the same user.
inline constexpr const char* refused_when_weak[] = {"socket",          "chmod",          "fchmod",
                                                    "fchmodat",        "chown",          "fchown",
                                                    "lchown",          "fchownat",       "setxattr",
                                                    "fsetxattr",       "utime",          "utimes",
                                                    "futimesat",       "utimensat",      "inotify_add_watch",
                                                    "ioprio_set",      "setpriority",    "sched_setaffinity",
                                                    "sched_setattr",   "sched_setparam", "sched_setscheduler",
                                                    "process_mrelease"};

// Nothing honest calls these without being root of a machine.
inline constexpr const char* deadly[] = {
    "mount",           "umount2",     "pivot_root",   "setns",         "bpf",           "kexec_load",
    "kexec_file_load", "init_module", "finit_module", "delete_module", "create_module", "swapon",
    "swapoff",         "reboot",      "iopl",         "ioperm",        "move_mount",    "open_tree",
    "fsopen",          "fsmount",     "fsconfig",     "fspick",        "mount_setattr"};

}  // namespace sandbox::filter
