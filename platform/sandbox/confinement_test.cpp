#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include <sandbox/confinement.hpp>

namespace mrbill::sandbox {
namespace {

// What a process of its own makes of it, once it is confined.
template <class Deed>
bool confined(Deed deed, void (*confine)() = confine_to_open_files) {
  const auto child = ::fork();
  if (child == 0) {
    confine();
    ::_exit(deed() ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_refused(long outcome) {
  return outcome == -1 && errno == EPERM;
}

void* page(int protection) {
  return ::mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

class Confinement : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!confines) GTEST_SKIP() << "a sanitizer makes system calls of its own";
  }
};

TEST_F(Confinement, leaves_computing_memory_and_what_is_open) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  EXPECT_TRUE(confined([&] {
    char byte = 7, back = 0;
    const bool through = ::write(ends[1], &byte, 1) == 1 && ::read(ends[0], &back, 1) == 1 && back == 7;
    return through && page(PROT_READ | PROT_WRITE) != MAP_FAILED;
  }));
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_F(Confinement, refuses_files_sockets_processes_and_new_code) {
  EXPECT_TRUE(confined([] { return is_refused(::open("/etc/passwd", O_RDONLY)); }));
  EXPECT_TRUE(confined([] { return is_refused(::unlink("/tmp/of-nobody")); }));
  EXPECT_TRUE(confined([] { return is_refused(::socket(AF_INET, SOCK_STREAM, 0)); }));
  EXPECT_TRUE(confined([] { return is_refused(::execl("/bin/true", "true", nullptr)); }));
  EXPECT_TRUE(confined([] { return is_refused(::fork()); }));
  EXPECT_TRUE(confined([] { return page(PROT_READ | PROT_EXEC) == MAP_FAILED && errno == EPERM; }));
  EXPECT_TRUE(confined([] {
    void* memory = page(PROT_READ | PROT_WRITE);
    return memory != MAP_FAILED && is_refused(::mprotect(memory, 4096, PROT_READ | PROT_EXEC));
  }));
}

TEST_F(Confinement, of_who_draws_leaves_files_and_threads_and_refuses_the_same) {
  const auto drawing = [](auto deed) { return confined(deed, confine_to_visible_files); };
  EXPECT_TRUE(drawing([] { return ::open("/etc/passwd", O_RDONLY) >= 0; }));
  EXPECT_TRUE(drawing([] {
    bool ran = false;
    std::thread([&ran] { ran = true; }).join();
    return ran;
  }));
  EXPECT_TRUE(drawing([] { return is_refused(::socket(AF_UNIX, SOCK_STREAM, 0)); }));
  EXPECT_TRUE(drawing([] { return is_refused(::execl("/bin/true", "true", nullptr)); }));
  EXPECT_TRUE(drawing([] { return is_refused(::fork()); }));
  EXPECT_TRUE(drawing([] { return is_refused(::unshare(CLONE_NEWUSER)); }));
  EXPECT_TRUE(drawing([] { return is_refused(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }));
  EXPECT_TRUE(drawing([] { return is_refused(::kill(::getppid(), 0)); }));
  EXPECT_TRUE(drawing([] { return page(PROT_READ | PROT_EXEC) == MAP_FAILED && errno == EPERM; }));
}

}  // namespace
}  // namespace mrbill::sandbox
