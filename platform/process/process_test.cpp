#include <array>
#include <fcntl.h>
#include <filesystem>

#include <gtest/gtest.h>

#include <process/run.hpp>

namespace mrbill::process {
namespace {

using namespace std::chrono_literals;

Program shell(std::string script) {
  return {.command = {"/bin/sh", "-c", std::move(script)}, .environment = {"PATH=/usr/bin:/bin"}};
}

Outcome outcome_of(const Program& program, std::chrono::milliseconds max_wait = 20s) {
  return run(program, 1'000, max_wait);
}

std::string said(const Program& program) {
  const auto outcome = outcome_of(program);
  return {outcome.output.begin(), outcome.output.end()};
}

}  // namespace

TEST(Process, tells_how_it_ended) {
  EXPECT_EQ(outcome_of(shell("exit 7")).code, 7);
  EXPECT_EQ(outcome_of(shell("kill -TERM $$")).code, -15);
  EXPECT_NE(outcome_of({.command = {"/nowhere/at/all"}}).code, 0);
}

TEST(Process, has_the_limits_that_it_is_given_and_leaves_no_core) {
  auto program = shell("ulimit -c; ulimit -f; ulimit -d; ulimit -t");
  program.limits = {.data_bytes = 64U << 20, .file_bytes = 0, .cpu_seconds = 9};
  EXPECT_EQ(said(program), "0\n0\n65536\n9\n");
}

TEST(Process, has_one_file_of_ours_as_its_third_and_no_other) {
  const auto folder = std::filesystem::temp_directory_path() / ("process-test-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const Descriptor file(::open((folder / "file").c_str(), O_RDWR | O_CREAT, 0600));
  const Descriptor other(::open("/dev/null", O_RDONLY));  // not close-on-exec, as sockets of Asio
  ASSERT_EQ(::pwrite(file.get(), "ours", 4, 0), 4);
  auto program = shell("cat <&3; echo; ls /proc/$$/fd");
  program.file = file.get();
  EXPECT_EQ(said(program), "ours\n0\n1\n2\n3\n");
  program = shell("ls /proc/$$/fd");
  EXPECT_EQ(said(program), "0\n1\n2\n");
  std::filesystem::remove_all(folder);
}

TEST(Process, of_a_run_is_stopped_when_it_says_too_much_or_takes_too_long) {
  EXPECT_TRUE(outcome_of(shell("yes")).hit_a_limit);
  const auto late = outcome_of(shell("echo begun; exec sleep 1000"), 300ms);
  EXPECT_TRUE(late.hit_a_limit);
  EXPECT_EQ(late.code, -9);
  EXPECT_FALSE(outcome_of(shell("echo done")).hit_a_limit);
}

TEST(Process, that_closes_its_output_and_runs_on_is_stopped_all_the_same) {
  EXPECT_TRUE(outcome_of(shell("exec >&-; exec sleep 1000"), 300ms).hit_a_limit);
}

TEST(Process, ends_with_all_that_it_has_started) {
  auto program = shell("sleep 1000 >&2 & echo $!");
  const auto grandchild = "/proc/" + std::to_string(std::stoi(said(program))) + "/fd/1";
  for (int i = 0; i < 2'000 && std::filesystem::exists(grandchild); ++i) ::usleep(1'000);
  EXPECT_FALSE(std::filesystem::exists(grandchild));
}

}  // namespace mrbill::process
