#include "adapters/process/child_renderer.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>

#include "adapters/process/child.hpp"
#include "ports/renderer_contract.hpp"

namespace mrbill::content {
namespace {

namespace fs = std::filesystem;

struct ChildFixture {
  asio::io_context io;
  fs::path root = fs::temp_directory_path() / ("mrbill-renderer-test-" + std::to_string(::getpid()));
  WorkPool files{1, 16};
  ChildRenderer child{io,
                      {.video_program = MRBILL_STAND_IN_RENDERER,
                       .report_program = MRBILL_STAND_IN_RENDERER,
                       .scratch = root,
                       .readable = {"/usr/bin"}},  // it is written in Python
                      files};

  ~ChildFixture() { fs::remove_all(root); }
  Renderer& renderer() { return child; }
};

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

  ChildOptions shell(std::string script) {
    return {.command = {"/bin/sh", "-c", std::move(script)},
            .folder = folder.string(),
            .log = (folder / "log").string(),
            .environment = {"PATH=/usr/bin:/bin", "ONLY=this"}};
  }
  std::vector<std::string> lines(Child& child) {
    std::vector<std::string> all;
    for (int i = 0; i < 500 && !child.ended(); ++i)
      if (auto line = testing::run(io, child.line(std::chrono::milliseconds(20)))) all.push_back(*line);
    return all;
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Child, RendererContract, ChildFixture);

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

TEST(Scratch, removes_what_a_dead_process_left_and_nothing_of_a_living_one) {
  const auto root = fs::temp_directory_path() / ("mrbill-scratch-test-" + std::to_string(::getpid()));
  fs::create_directories(root / "999999-0" / "3");
  std::ofstream(root / "999999-0" / "lock") << "";
  {
    Scratch living(root);
    const auto folder = living.make();
    EXPECT_FALSE(fs::exists(root / "999999-0"));
    const Scratch another(root);
    EXPECT_TRUE(fs::exists(folder / "out"));
  }
  EXPECT_TRUE(fs::is_empty(root));
  fs::remove_all(root);
}

}  // namespace mrbill::content
