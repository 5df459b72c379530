#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <child/child.hpp>
#include <testing/run.hpp>

namespace mrbill {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ChildTest : public ::testing::Test {
 protected:
  asio::io_context io;
  fs::path folder = fs::temp_directory_path() / ("mrbill-child-test-" + std::to_string(::getpid()));
  ChildTest() { fs::create_directories(folder); }
  ~ChildTest() override { fs::remove_all(folder); }

  process::Program shell(std::string script) {
    return {.command = {"/bin/sh", "-c", std::move(script)},
            .environment = {"PATH=/usr/bin:/bin", "ONLY=this"},
            .folder = folder.string(),
            .log = (folder / "log").string()};
  }
  std::vector<std::string> lines(Child& child) {
    std::vector<std::string> all;
    for (int i = 0; i < 500 && !child.ended(); ++i)
      if (auto line = testing::run(io, child.line(std::chrono::milliseconds(20)))) all.push_back(*line);
    return all;
  }
};

}  // namespace

TEST_F(ChildTest, has_nothing_of_our_environment_and_none_of_our_descriptors) {
  Child child(io.get_executor(),
              shell("env | sort | grep -v '^PWD\\|^_=\\|^SHLVL'; ls /proc/self/fd | wc -l; pwd"));
  EXPECT_EQ(lines(child),
            (std::vector<std::string>{"ONLY=this", "PATH=/usr/bin:/bin", "4", folder.string()}));
  EXPECT_EQ(testing::run(io, child.wait(std::chrono::seconds(1))), 0);
}

TEST_F(ChildTest, takes_all_it_has_started_with_it) {
  auto options = shell("sleep 1000 & echo $!; sleep 1000");
  int grandchild = 0;
  {
    Child child(io.get_executor(), options);
    const auto line = testing::run(io, child.line(std::chrono::seconds(5)));
    ASSERT_TRUE(line);
    grandchild = std::stoi(*line);
  }
  for (int i = 0; i < 100 && ::kill(grandchild, 0) == 0 &&
                  text_of("/proc/" + std::to_string(grandchild) + "/stat").find(") Z") == std::string::npos;
       ++i)
    ::usleep(10'000);
  const auto stat = text_of("/proc/" + std::to_string(grandchild) + "/stat");
  EXPECT_TRUE(stat.empty() || stat.find(") Z") != std::string::npos);
}

TEST_F(ChildTest, dies_with_who_started_it) {
  const auto pid = ::fork();
  if (pid == 0) {
    asio::io_context own;
    const Child child(own.get_executor(), shell("echo $$ > pid; exec sleep 1000"));
    while (!fs::exists(folder / "pid") || text_of(folder / "pid").empty()) ::usleep(1'000);
    ::kill(::getpid(), SIGKILL);
  }
  ::waitpid(pid, nullptr, 0);
  const auto orphan = "/proc/" + std::to_string(std::stoi(text_of(folder / "pid"))) + "/stat";
  for (int i = 0; i < 200 && !text_of(orphan).empty() && text_of(orphan).find(") Z") == std::string::npos;
       ++i)
    ::usleep(10'000);
  EXPECT_TRUE(text_of(orphan).empty() || text_of(orphan).find(") Z") != std::string::npos);
}

TEST_F(ChildTest, gives_lines_whole_whatever_pieces_they_come_in) {
  Child child(io.get_executor(),
              shell("printf one; sleep 0.05; printf 'two\\nthr'; sleep 0.05; printf 'ee\\n'; exit 3"));
  EXPECT_EQ(lines(child), (std::vector<std::string>{"onetwo", "three"}));
  EXPECT_EQ(testing::run(io, child.wait(std::chrono::seconds(1))), 3);
}

TEST_F(ChildTest, refuses_a_line_without_end) {
  Child child(io.get_executor(), shell("head -c 3000000 /dev/zero"));
  EXPECT_THROW(static_cast<void>(lines(child)), std::runtime_error);
}

}  // namespace mrbill
