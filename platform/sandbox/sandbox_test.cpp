#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <sandbox/sandbox.hpp>

namespace mrbill::sandbox {
namespace {

namespace fs = std::filesystem;

// A shell in there, with the tools of a system and one folder.
class Sandboxed : public ::testing::Test {
 protected:
  fs::path folder = fs::temp_directory_path() / ("mrbill-sandbox-test-" + std::to_string(::getpid()));
  Sandbox world{.readable = {"/usr/bin"}, .workplace = folder, .environment = {{"ONLY", "this"}}};

  Sandboxed() { fs::create_directories(folder); }
  ~Sandboxed() override { fs::remove_all(folder); }

  // What it says; its exit status beside it.
  std::pair<std::string, int> shell(const std::string& script) {
    const auto command = command_in(world, "/usr/bin/bash", {"-c", script});
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const auto child = ::fork();
    if (child == 0) {
      std::vector<char*> words;
      for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
      words.push_back(nullptr);
      ::dup2(ends[1], 1);
      ::setenv("SECRET", "of ours", 1);
      ::execv(words[0], words.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    std::string text;
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;)
      text.append(buffer, static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = -1;
    ::waitpid(child, &status, 0);
    return {text, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
  }
  std::string said(const std::string& script) { return shell(script).first; }
};

TEST_F(Sandboxed, works_in_its_own_folder_and_writes_nowhere_else) {
  EXPECT_EQ(said("echo made > file; pwd"), folder.string() + "\n");
  EXPECT_TRUE(fs::exists(folder / "file"));
  EXPECT_NE(shell("echo x > /file").second, 0);
  EXPECT_NE(shell("echo x > /usr/bin/file").second, 0);
  EXPECT_NE(shell("echo x > /tmp/file").second, 0);
}

TEST_F(Sandboxed, sees_no_file_of_the_machine_but_libraries_and_what_is_named) {
  EXPECT_EQ(said("for path in /etc/passwd /proc/self /dev/null /home /root /var /usr/share /run; do "
                 "[ -e $path ] && echo $path; done; echo done"),
            "done\n");
}

TEST_F(Sandboxed, has_its_own_environment_and_nothing_of_ours) {
  EXPECT_EQ(said("echo $ONLY-$SECRET"), "this-\n");
}

TEST_F(Sandboxed, reaches_no_network_and_no_other_process) {
  EXPECT_NE(shell("exec 3<>/dev/tcp/127.0.0.1/22").second, 0);
  EXPECT_NE(shell("kill -0 " + std::to_string(::getpid())).second, 0);
  EXPECT_EQ(shell("unshare --user true").second, 1) << "no namespace within its own";
}

}  // namespace
}  // namespace mrbill::sandbox
