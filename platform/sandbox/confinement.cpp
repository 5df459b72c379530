#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <string>
#include <sys/mman.h>
#include <type_traits>

#include <sandbox/confinement.hpp>
#include <sandbox/unavailable.hpp>

namespace mrbill::sandbox {
namespace {

constexpr std::array computing{
    SCMP_SYS(read),         SCMP_SYS(write),          SCMP_SYS(lseek),        SCMP_SYS(fstat),
    SCMP_SYS(brk),          SCMP_SYS(munmap),         SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(futex),        SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(gettid),       SCMP_SYS(getpid),
    SCMP_SYS(tgkill),  // of abort
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
};
constexpr std::array computing_without_code{SCMP_SYS(mmap),
                                            SCMP_SYS(mprotect)};  // the third argument says what for
constexpr std::array files{
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(close),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents),
    SCMP_SYS(getdents64),
    SCMP_SYS(pread64),
    SCMP_SYS(pwrite64),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(fcntl),
    SCMP_SYS(dup),
    SCMP_SYS(ftruncate),
    SCMP_SYS(fallocate),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fsync),
    SCMP_SYS(fdatasync),
    SCMP_SYS(sync_file_range),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(umask),
    SCMP_SYS(fchmod),
};
constexpr std::array threads{
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_setaffinity),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_getres),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(poll),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrusage),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(times),
    SCMP_SYS(mlock),
    SCMP_SYS(get_mempolicy),
    SCMP_SYS(membarrier),
    SCMP_SYS(set_tid_address),
};

void demand(int outcome) {
  if (outcome != 0) throw SandboxUnavailable(std::string("no seccomp filter: ") + std::strerror(-outcome));
}

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release) {
    if (!context_) throw SandboxUnavailable("no seccomp filter");
  }
  void allow(std::span<const int> calls) {
    for (const int call : calls) demand(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 0));
  }
  void allow_where(int call, scmp_arg_cmp condition) {
    demand(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 1, condition));
  }
  // As a kernel does that does not know the call: the C library takes an older one.
  void deny_knowledge_of(int call) {
    demand(seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(ENOSYS), call, 0));
  }
  void load() { demand(seccomp_load(context_.get())); }

 private:
  std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, decltype(&seccomp_release)> context_;
};

void allow_computing(Filter& filter) {
  filter.allow(computing);
  const scmp_arg_cmp no_code{.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0};
  for (const int call : computing_without_code) filter.allow_where(call, no_code);
}

}  // namespace

void confine_to_open_files() {
  Filter filter;
  allow_computing(filter);
  filter.load();
}

void confine_to_visible_files() {
  Filter filter;
  allow_computing(filter);
  filter.allow(files);
  filter.allow(threads);
  // A thread of this process, never another process: clone3 hides its flags from a filter.
  filter.allow_where(SCMP_SYS(clone), {.arg = 0,
                                       .op = SCMP_CMP_MASKED_EQ,
                                       .datum_a = CLONE_THREAD | CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET,
                                       .datum_b = CLONE_THREAD});
  filter.deny_knowledge_of(SCMP_SYS(clone3));
  filter.load();
}

}  // namespace mrbill::sandbox
