#include <stdexcept>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <base/random.hpp>
#include <identity/revocation_feed.hpp>
#include <testing/manual_clock.hpp>
#include <testing/run.hpp>

namespace mrbill::identity {
namespace {

using namespace std::chrono_literals;

// Auth, as far as the feed sees it: a log of revocations, told two at a time; the cursor is the number of
// those told.
class RevocationFeedTest : public ::testing::Test {
 protected:
  using Moment = Revocations::Moment;
  static constexpr std::size_t at_a_time = 2;

  metrics::Registry registry;  // outlives what io still holds
  asio::io_context io;
  testing::ManualClock clock;
  SystemRandom random;
  Revocations revocations;
  bool auth_is_up = true;
  std::vector<std::string> questions;
  std::vector<Revocation> log;
  const Moment start = std::chrono::steady_clock::now();
  RevocationFeed feed{io, revocations, [this](std::string since) { return answer(std::move(since)); }, clock,
                      registry};

  Task<RevocationPage> answer(std::string since) {
    questions.push_back(since);
    if (!auth_is_up) throw std::runtime_error("auth is away");
    RevocationPage page;
    auto next = since.empty() ? 0 : std::stoul(since);
    while (next < log.size() && page.revocations.size() < at_a_time) page.revocations.push_back(log[next++]);
    page.cursor = std::to_string(next);
    page.complete = next == log.size();
    co_return page;
  }
  void tick(std::chrono::milliseconds after = 0ms) { testing::run(io, feed.tick(start + after)); }
  Revocation somebodys() { return Revocation::of_user(UserId{new_uuid(clock, random)}, 1, clock.now()); }
  bool knows(const Revocation& revocation) {
    http::Principal person;
    person.user = UserId{revocation.subject};
    return revocations.cover(person);
  }
};

TEST_F(RevocationFeedTest, knows_what_auth_tells_and_is_trustworthy_then) {
  log = {somebodys()};
  EXPECT_FALSE(revocations.trustworthy(start));
  tick();
  EXPECT_TRUE(knows(log[0]));
  EXPECT_TRUE(revocations.trustworthy(start));
}

TEST_F(RevocationFeedTest, asks_for_what_is_new_only) {
  log = {somebodys()};
  tick();
  log.push_back(somebodys());
  tick();
  tick();
  EXPECT_EQ(questions, (std::vector<std::string>{"", "1", "2"}));
  EXPECT_TRUE(knows(log[0]));
  EXPECT_TRUE(knows(log[1]));
}

TEST_F(RevocationFeedTest, asks_on_until_an_answer_is_complete_before_it_is_trusted) {
  for (int i = 0; i < 5; ++i) log.push_back(somebodys());
  tick();
  EXPECT_EQ(questions, (std::vector<std::string>{"", "2", "4"}));
  for (const auto& revocation : log) EXPECT_TRUE(knows(revocation));
}

TEST_F(RevocationFeedTest, is_not_trustworthy_when_auth_does_not_answer_for_five_seconds) {
  tick();
  auth_is_up = false;
  for (auto after = 0ms; after < 5s; after += 250ms) {
    tick(after);
    EXPECT_TRUE(revocations.trustworthy(start + after));
  }
  EXPECT_FALSE(revocations.trustworthy(start + 5s));
  auth_is_up = true;
  tick(6s);
  EXPECT_TRUE(revocations.trustworthy(start + 6s));
}

TEST_F(RevocationFeedTest, goes_on_where_it_was_after_auth_was_away) {
  log = {somebodys()};
  tick();
  auth_is_up = false;
  tick();
  log.push_back(somebodys());
  auth_is_up = true;
  tick();
  EXPECT_EQ(questions.back(), "1");
  EXPECT_TRUE(knows(log[0]));
  EXPECT_TRUE(knows(log[1]));
}

TEST_F(RevocationFeedTest, forgets_what_is_past) {
  log = {somebodys()};
  tick();
  EXPECT_EQ(revocations.size(), 1u);
  clock.advance(12min);
  tick();
  EXPECT_EQ(revocations.size(), 0u);
}

}  // namespace
}  // namespace mrbill::identity
