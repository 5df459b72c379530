#include "usecases/get_revocations.hpp"

#include <gtest/gtest.h>

#include <testing/run.hpp>

namespace mrbill::auth {
namespace {

// Something is revoked when the log is read for the `after`th time.
class FakeLog final : public RevocationLog {
 public:
  Task<RevocationPage> since(std::string cursor) override {
    asked.push_back(std::move(cursor));
    RevocationPage page{.revoked = {}, .cursor = std::to_string(asked.size()), .complete = true};
    if (asked.size() >= after) page.revoked.emplace_back();
    co_return page;
  }
  std::size_t after = 1;
  std::vector<std::string> asked;
};

TEST(GetRevocations, answers_at_once_when_there_is_news) {
  FakeLog log;
  const auto page = testing::run(GetRevocations(log)("7"));
  EXPECT_EQ(page.revoked.size(), 1U);
  EXPECT_EQ(log.asked, std::vector<std::string>{"7"});
}

TEST(GetRevocations, keeps_a_question_open_until_there_is_news) {
  FakeLog log;
  log.after = 3;
  const auto page = testing::run(GetRevocations(log, std::chrono::seconds(20))("7"));
  EXPECT_EQ(page.revoked.size(), 1U);
  EXPECT_EQ(page.cursor, "3");
  EXPECT_EQ(log.asked, (std::vector<std::string>{"7", "7", "7"}));
}

TEST(GetRevocations, says_in_the_end_that_there_is_none) {
  FakeLog log;
  log.after = 1'000;
  EXPECT_TRUE(testing::run(GetRevocations(log, std::chrono::milliseconds(1))("7")).revoked.empty());
}

TEST(GetRevocations, does_not_keep_a_first_question_open) {
  FakeLog log;
  log.after = 1'000;
  EXPECT_TRUE(testing::run(GetRevocations(log)("")).revoked.empty());
  EXPECT_EQ(log.asked.size(), 1U);
}

}  // namespace
}  // namespace mrbill::auth
