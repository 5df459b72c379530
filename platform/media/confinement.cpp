#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <seccomp.h>
#include <string>
#include <sys/mman.h>
#include <type_traits>

#include <media/confinement.hpp>
#include <media/pending_file.hpp>

namespace mrbill::media {
namespace {

constexpr std::array allowed{
    SCMP_SYS(read),         SCMP_SYS(write),          SCMP_SYS(lseek),        SCMP_SYS(fstat),
    SCMP_SYS(brk),          SCMP_SYS(munmap),         SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(futex),        SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(gettid),       SCMP_SYS(getpid),
    SCMP_SYS(tgkill),  // of abort
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
};
constexpr std::array allowed_without_code{SCMP_SYS(mmap),
                                          SCMP_SYS(mprotect)};  // the third argument says what for

using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, decltype(&seccomp_release)>;

void demand(int outcome) {
  if (outcome != 0) throw MediaUnavailable(std::string("no seccomp filter: ") + std::strerror(-outcome));
}

}  // namespace

void confine_to_open_files() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) throw MediaUnavailable("no seccomp filter");
  for (const int call : allowed) demand(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0));
  const scmp_arg_cmp no_code{.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0};
  for (const int call : allowed_without_code)
    demand(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1, no_code));
  demand(seccomp_load(filter.get()));
}

}  // namespace mrbill::media
