#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <config/environment.hpp>

namespace mrbill::config {
namespace {

using namespace std::chrono_literals;

Environment environment(std::map<std::string, std::string> values) {
  return Environment([values = std::move(values)](const std::string& name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  });
}

TEST(Environment, reads_typed_values_and_falls_back) {
  auto env = environment({{"PORT", "8080"}, {"WAIT", "5m"}, {"ON", "true"}, {"LEVEL", "warn"}});
  EXPECT_EQ(env.port("PORT"), 8080);
  EXPECT_EQ(env.span("WAIT"), 5min);
  EXPECT_TRUE(env.flag("ON"));
  EXPECT_EQ(env.choice("LEVEL", {"info", "warn"}), "warn");
  EXPECT_EQ(env.number("THREADS", 1, 64, 2), 2);
  EXPECT_EQ(env.span("DELAY", 250ms), 250ms);
  EXPECT_TRUE(env.complaints().empty());
}

TEST(Environment, says_one_sentence_for_each_wrong_value) {
  auto env = environment({{"PORT", "80a"}, {"WAIT", "5"}, {"ON", "yes"}, {"THREADS", "65"}});
  static_cast<void>(env.port("PORT"));
  static_cast<void>(env.span("WAIT"));
  static_cast<void>(env.flag("ON"));
  static_cast<void>(env.number("THREADS", 1, 64));
  static_cast<void>(env.text("URL"));
  ASSERT_EQ(env.complaints().size(), 5U);
  EXPECT_EQ(env.complaints()[3], "THREADS must be a whole number from 1 to 64, not \"65\".");
  EXPECT_EQ(env.complaints()[4], "URL is not set.");
}

TEST(Environment, takes_only_what_a_check_lets_through) {
  const auto check = [](std::string_view text) { return text == "good"; };
  auto env = environment({{"GOOD", "good"}, {"BAD", "bad"}});
  EXPECT_EQ(env.checked("GOOD", check, "good"), "good");
  EXPECT_EQ(env.checked("ABSENT", check, "good", "good"), "good");
  EXPECT_TRUE(env.complaints().empty());
  static_cast<void>(env.checked("BAD", check, "good"));
  EXPECT_EQ(env.complaints(), std::vector<std::string>{"BAD must be good, not \"bad\"."});
}

TEST(Environment, ends_the_program_with_ex_config_when_something_is_wrong) {
  auto env = environment({});
  static_cast<void>(env.text("URL"));
  EXPECT_EXIT(env.done(), testing::ExitedWithCode(78), "URL is not set");
}

TEST(Environment, reads_a_key_of_32_bytes_and_nothing_else) {
  auto env = environment({{"GOOD", std::string(62, '0') + "ff"}, {"SHORT", "ff"}});
  EXPECT_EQ(env.key("GOOD")[31], 255);
  EXPECT_TRUE(env.complaints().empty());
  static_cast<void>(env.key("SHORT"));
  static_cast<void>(env.key("ABSENT"));
  EXPECT_EQ(env.complaints(), (std::vector<std::string>{"SHORT must be 64 hexadecimal digits.",
                                                        "ABSENT or ABSENT_FILE is not set."}));
}

class SecretFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = std::filesystem::temp_directory_path() / "secretXXXXXX";
    const int file = mkstemp(pattern.data());
    ASSERT_GE(file, 0);
    close(file);
    path = pattern;
    std::ofstream(path) << "hunter2\n";
  }
  void TearDown() override { std::filesystem::remove(path); }
  std::filesystem::path path;
};

TEST_F(SecretFile, is_read_without_its_line_end_and_masked_in_the_summary) {
  auto env = environment({{"KEY_FILE", path}});
  EXPECT_EQ(env.secret("KEY").reveal(), "hunter2");
  EXPECT_EQ(env.summary(), "KEY=***\n");
}

TEST_F(SecretFile, that_others_may_read_is_refused) {
  chmod(path.c_str(), 0644);
  auto env = environment({{"KEY_FILE", path}});
  EXPECT_TRUE(env.secret("KEY").empty());
  EXPECT_EQ(env.complaints().size(), 1U);
}

}  // namespace
}  // namespace mrbill::config
