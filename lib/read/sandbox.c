/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* Shuts a child in before it becomes another program.
 *
 * Limits of memory, processor time, clock, files and cores hold everywhere.
 * On Linux the child also gives up gaining rights, is refused the system
 * calls with which it could reach the network or other processes, or change
 * what is stored (seccomp), and can open nothing outside the folders in which
 * programs and their libraries stand (Landlock).  Landlock alone holds back
 * reading: a filter sees the numbers of a call, and not the name of a file.
 * On a kernel without one of those the child does without it; guard.c tries
 * what holds.
 *
 * The calls are refused by a list, and not allowed by one: what a new
 * version of the C library or of the program needs is not known here, and a
 * reader that stops working is no safer than one that is not there.  The
 * list names what leads out.
 *
 * Everything between fork() and exec() is a system call on memory that was
 * laid out by the compiler: no allocation, no lock. */

#ifdef READ_PDF

#include "read/sandbox.h"

#include "base/mem.h"

#include <stdint.h>
#include <sys/resource.h>
#include <unistd.h>

/* The alarm stays set when the program is exchanged, and ends it.  Past its
 * time a program is told so first, which shows what ended it. */
static bool
set_limits(const struct sandbox *sandbox)
{
    const struct rlimit memory = { sandbox->memory, sandbox->memory };
    const struct rlimit cpu = { sandbox->cpu, sandbox->cpu + 1u };
    const struct rlimit files = { MOST_FILES, MOST_FILES };
    const struct rlimit none = { 0, 0 };

    (void)alarm(sandbox->seconds);
    return setrlimit(RLIMIT_AS, &memory) == 0 &&
           setrlimit(RLIMIT_CPU, &cpu) == 0 &&
           setrlimit(RLIMIT_FSIZE, &none) == 0 &&
           setrlimit(RLIMIT_NOFILE, &files) == 0 &&
           setrlimit(RLIMIT_CORE, &none) == 0;
}

#ifdef __linux__

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* ---- Landlock ---- */

/* Headers older than the kernel do not know it.  The numbers are the same on
 * every machine. */
#define CALL_CREATE 444
#define CALL_ADD 445
#define CALL_RESTRICT 446
#define ASK_VERSION 1u
#define RULE_PATH 1
#define MAY_EXECUTE (1u << 0)
#define MAY_READ (1u << 2)
#define MAY_LIST (1u << 3)

/* What is refused where no rule allows it: all that the kernel knows. */
struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t others; /* processes and sockets outside */
};

static const struct ruleset handled[] = {
    { (1u << 13) - 1, 0, 0 }, /* version 1 */
    { (1u << 14) - 1, 0, 0 }, /* to link and move between folders */
    { (1u << 15) - 1, 0, 0 }, /* to cut a file off */
    { (1u << 15) - 1, 3, 0 }, /* to bind and to connect */
    { (1u << 16) - 1, 3, 0 }, /* ioctl() of a device */
    { (1u << 16) - 1, 3, 3 }, /* named sockets, signals */
};

struct __attribute__((packed)) path_rule {
    uint64_t allowed;
    int32_t folder;
};

/* Libraries, fonts, encodings and time zones; what is not there is skipped. */
static const struct readable {
    const char *path;
    uint64_t allowed;
} readable[] = {
    { "/usr", MAY_EXECUTE | MAY_READ | MAY_LIST },
    { "/lib", MAY_EXECUTE | MAY_READ | MAY_LIST },
    { "/lib64", MAY_EXECUTE | MAY_READ | MAY_LIST },
    { "/bin", MAY_EXECUTE | MAY_READ | MAY_LIST },
    { "/nix/store", MAY_EXECUTE | MAY_READ | MAY_LIST },
    { "/gnu/store", MAY_EXECUTE | MAY_READ | MAY_LIST },
    { "/etc/fonts", MAY_READ | MAY_LIST },
    { "/etc/ld.so.cache", MAY_READ },
    { "/etc/localtime", MAY_READ },
};

static void
allow(int ruleset, const char *path, uint64_t allowed)
{
    struct path_rule rule = { allowed, open(path, O_PATH | O_CLOEXEC) };

    if (rule.folder < 0)
        return;
    (void)syscall(CALL_ADD, ruleset, RULE_PATH, &rule, 0);
    (void)close(rule.folder);
}

unsigned
sandbox_landlock(void)
{
    long version = syscall(CALL_CREATE, NULL, (size_t)0, ASK_VERSION);

    return version > 0 ? (unsigned)version : 0;
}

static void
enter_landlock(const char *home)
{
    size_t version = sandbox_landlock();
    struct ruleset all;
    int ruleset;

    if (!version)
        return;
    if (version > ARRAY_LEN(handled))
        version = ARRAY_LEN(handled);
    all = handled[version - 1];
    ruleset = (int)syscall(CALL_CREATE, &all, sizeof all, 0);
    if (ruleset < 0)
        return;
    for (size_t i = 0; i < ARRAY_LEN(readable); i++)
        allow(ruleset, readable[i].path, readable[i].allowed);
    allow(ruleset, home, MAY_EXECUTE | MAY_READ | MAY_LIST);
    (void)syscall(CALL_RESTRICT, ruleset, 0);
    (void)close(ruleset);
}

/* ---- seccomp ---- */

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#endif

#ifdef MACHINE

#define FOREIGN 0x40000000u /* other numbers for the same calls on x86 */
#define NOT_PERMITTED 1u    /* EPERM */
#define NOT_KNOWN 38u       /* ENOSYS: the C library then tries another call */

#define REFUSE_AS(number, code)                                                \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(number), 0, 1),             \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (code))
#define REFUSE(number) REFUSE_AS(number, NOT_PERMITTED)

/* What is decided by an argument, of which a filter sees half at a time. */
#define LOAD(argument, half)                                                   \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS,                                         \
             (uint32_t)(offsetof(struct seccomp_data, args) + 8 * (argument) + \
                        4 * (half)))
#define PERMIT_OR_NOT                                                          \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | NOT_PERMITTED),              \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE_BITS(number, argument, bits)                                    \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(number), 0, 4),             \
        LOAD(argument, 0),                                                     \
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)(bits), 0, 1),          \
        PERMIT_OR_NOT
#define REFUSE_POINTER(number, argument)                                       \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(number), 0, 6),             \
        LOAD(argument, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2),       \
        LOAD(argument, 1), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0),       \
        PERMIT_OR_NOT

#define CHANGES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

static const struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FOREIGN, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL),
    /* the network */
    REFUSE(__NR_socket),
    REFUSE(__NR_socketpair),
    REFUSE(__NR_connect),
    REFUSE(__NR_bind),
    REFUSE(__NR_listen),
    REFUSE(__NR_accept),
    REFUSE(__NR_accept4),
    REFUSE(__NR_sendto),
    REFUSE(__NR_sendmsg),
    REFUSE(__NR_sendmmsg),
    /* other processes */
    REFUSE(__NR_clone),
    REFUSE_AS(435, NOT_KNOWN), /* clone3 */
    REFUSE(__NR_execveat),
    REFUSE(__NR_kill),
    REFUSE(__NR_tkill),
    REFUSE(__NR_tgkill),
    REFUSE(__NR_rt_sigqueueinfo),
    REFUSE(__NR_rt_tgsigqueueinfo),
    REFUSE(424), /* pidfd_send_signal */
    REFUSE(434), /* pidfd_open */
    REFUSE(438), /* pidfd_getfd */
    REFUSE(__NR_ptrace),
    REFUSE(__NR_process_vm_readv),
    REFUSE(__NR_process_vm_writev),
    REFUSE(440), /* process_madvise */
    REFUSE(448), /* process_mrelease */
    REFUSE(__NR_migrate_pages),
    REFUSE(__NR_move_pages),
    REFUSE(__NR_kcmp),
    REFUSE(__NR_setpgid),
    REFUSE(__NR_setsid),
    REFUSE(__NR_shmget),
    REFUSE(__NR_shmat),
    REFUSE(__NR_msgget),
    REFUSE(__NR_semget),
    REFUSE(__NR_mq_open),
    /* the limits it was given, and those of other processes */
    REFUSE(__NR_setitimer),
    REFUSE(__NR_timer_create),
    REFUSE(__NR_setrlimit),
    REFUSE_POINTER(__NR_prlimit64, 2), /* the limit to set */
    REFUSE(__NR_setpriority),
    REFUSE(__NR_sched_setscheduler),
    REFUSE(__NR_sched_setparam),
    REFUSE(__NR_sched_setattr),
    REFUSE(__NR_sched_setaffinity),
    REFUSE(__NR_ioprio_set),
    /* what is stored */
    REFUSE_BITS(__NR_openat, 2, CHANGES),
    REFUSE_AS(437, NOT_KNOWN), /* openat2: its flags cannot be seen */
    REFUSE(__NR_unlinkat),
    REFUSE(__NR_renameat2),
    REFUSE(__NR_linkat),
    REFUSE(__NR_symlinkat),
    REFUSE(__NR_mkdirat),
    REFUSE(__NR_mknodat),
    REFUSE(__NR_fchmod),
    REFUSE(__NR_fchmodat),
    REFUSE(452), /* fchmodat2 */
    REFUSE(__NR_fchown),
    REFUSE(__NR_fchownat),
    REFUSE(__NR_truncate),
    REFUSE(__NR_ftruncate),
    REFUSE(__NR_fallocate),
    REFUSE(__NR_utimensat),
    REFUSE(__NR_setxattr),
    REFUSE(__NR_lsetxattr),
    REFUSE(__NR_fsetxattr),
    REFUSE(463), /* setxattrat */
    REFUSE(__NR_removexattr),
    REFUSE(__NR_lremovexattr),
    REFUSE(__NR_fremovexattr),
    REFUSE(466), /* removexattrat */
    REFUSE(469), /* file_setattr */
    REFUSE(__NR_ioctl),
    /* the machine */
    REFUSE(__NR_mount),
    REFUSE(__NR_umount2),
    REFUSE(__NR_pivot_root),
    REFUSE(__NR_chroot),
    REFUSE(428), /* open_tree */
    REFUSE(429), /* move_mount */
    REFUSE(430), /* fsopen */
    REFUSE(431), /* fsconfig */
    REFUSE(432), /* fsmount */
    REFUSE(433), /* fspick */
    REFUSE(442), /* mount_setattr */
    REFUSE(443), /* quotactl_fd */
    REFUSE(467), /* open_tree_attr */
    REFUSE(__NR_unshare),
    REFUSE(__NR_setns),
    REFUSE(__NR_open_by_handle_at),
    REFUSE(__NR_name_to_handle_at),
    REFUSE(__NR_bpf),
    REFUSE(__NR_perf_event_open),
    REFUSE(__NR_userfaultfd),
    REFUSE(425), /* io_uring_setup: it could make calls unseen */
    REFUSE(426),
    REFUSE(427),
    REFUSE(__NR_add_key),
    REFUSE(__NR_request_key),
    REFUSE(__NR_keyctl),
    REFUSE(__NR_init_module),
    REFUSE(__NR_finit_module),
    REFUSE(__NR_delete_module),
    REFUSE(__NR_kexec_load),
#ifdef __NR_kexec_file_load
    REFUSE(__NR_kexec_file_load),
#endif
    REFUSE(__NR_reboot),
    REFUSE(__NR_swapon),
    REFUSE(__NR_swapoff),
    REFUSE(__NR_syslog),
    REFUSE(__NR_acct),
    REFUSE(__NR_quotactl),
    REFUSE(__NR_settimeofday),
    REFUSE(__NR_clock_settime),
    REFUSE(__NR_adjtimex),
    REFUSE(__NR_clock_adjtime),
    REFUSE(__NR_sethostname),
    REFUSE(__NR_setdomainname),
    REFUSE(__NR_personality),
    REFUSE(__NR_capset),
    REFUSE(__NR_setuid),
    REFUSE(__NR_setgid),
    REFUSE(__NR_setreuid),
    REFUSE(__NR_setregid),
    REFUSE(__NR_setresuid),
    REFUSE(__NR_setresgid),
    REFUSE(__NR_setgroups),
    REFUSE(__NR_fanotify_init),
    REFUSE(__NR_memfd_create),
/* what only some machines have besides */
#ifdef __NR_fork
    REFUSE_BITS(__NR_open, 1, CHANGES),
    REFUSE(__NR_fork),
    REFUSE(__NR_vfork),
    REFUSE(__NR_alarm),
    REFUSE(__NR_creat),
    REFUSE(__NR_unlink),
    REFUSE(__NR_rmdir),
    REFUSE(__NR_rename),
    REFUSE(__NR_link),
    REFUSE(__NR_symlink),
    REFUSE(__NR_mkdir),
    REFUSE(__NR_mknod),
    REFUSE(__NR_chmod),
    REFUSE(__NR_chown),
    REFUSE(__NR_lchown),
    REFUSE(__NR_utime),
    REFUSE(__NR_utimes),
    REFUSE(__NR_futimesat),
#endif
#ifdef __NR_renameat
    REFUSE(__NR_renameat),
#endif
#ifdef __NR_iopl
    REFUSE(__NR_iopl),
    REFUSE(__NR_ioperm),
    REFUSE(__NR_modify_ldt),
#endif
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

static void
enter_seccomp(void)
{
    struct sock_filter copy[ARRAY_LEN(filter)];
    struct sock_fprog program = { (unsigned short)ARRAY_LEN(copy), copy };

    for (size_t i = 0; i < ARRAY_LEN(copy); i++)
        copy[i] = filter[i];
    (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#else

static void
enter_seccomp(void)
{
}

#endif

bool
sandbox_enter(const struct sandbox *sandbox)
{
    if (!set_limits(sandbox) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return false;
    enter_landlock(sandbox->home);
    enter_seccomp(); /* the last: what came before needs such calls */
    return true;
}

#else

unsigned
sandbox_landlock(void)
{
    return 0;
}

bool
sandbox_enter(const struct sandbox *sandbox)
{
    return set_limits(sandbox);
}

#endif
#endif
