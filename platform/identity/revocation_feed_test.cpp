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

// Redis' set and auth, as far as the feed sees them.
class RevocationFeedTest : public ::testing::Test {
 protected:
  using Moment = Revocations::Moment;

  metrics::Registry registry;  // outlives what io still holds
  asio::io_context io;
  testing::ManualClock clock;
  SystemRandom random;
  Revocations revocations;
  std::vector<std::string> set{std::string(complete_mark)};
  bool redis_is_up = true;
  bool auth_is_up = false;
  int times_asked = 0;
  std::vector<Revocation> auths_answer;
  const Moment start = std::chrono::steady_clock::now();
  RevocationFeed feed{io,
                      revocations,
                      {.read_set = [this] { return read_set(); }, .ask_auth = [this] { return ask_auth(); }},
                      clock,
                      registry};

  Task<std::vector<std::string>> read_set() {
    if (!redis_is_up) throw std::runtime_error("Redis is away");
    co_return set;
  }
  Task<std::vector<Revocation>> ask_auth() {
    ++times_asked;
    if (!auth_is_up) throw std::runtime_error("auth is away");
    co_return auths_answer;
  }
  void connect() {
    feed.connected();
    io.restart();
    io.poll();
  }
  void tick(std::chrono::milliseconds after) { testing::run(io, feed.tick(start + after)); }
  Revocation somebodys() { return Revocation::of_user(UserId{new_uuid(clock, random)}, clock.now()); }
  bool knows(const Revocation& revocation) {
    http::Principal person;
    person.user = UserId{revocation.subject};
    person.issued_at = revocation.at;
    return revocations.cover(person);
  }
};

TEST_F(RevocationFeedTest, a_revocation_on_the_channel_is_known_at_once) {
  auto revoked = somebodys();
  feed.received(revoked.to_line());
  EXPECT_TRUE(knows(revoked));
}

TEST_F(RevocationFeedTest, heartbeats_make_it_trustworthy_once_the_set_was_read) {
  auto earlier = somebodys();
  set.push_back(earlier.to_line());
  feed.received(heartbeat_word, start);
  EXPECT_FALSE(revocations.trustworthy(start));
  connect();
  EXPECT_TRUE(knows(earlier));
  feed.received(heartbeat_word, start);
  EXPECT_TRUE(revocations.trustworthy(start));
}

TEST_F(RevocationFeedTest, a_set_without_the_mark_is_not_believed_until_it_has_it) {
  set.clear();  // Redis was restarted
  connect();
  feed.received(heartbeat_word, start);
  EXPECT_FALSE(revocations.trustworthy(start));
  set.emplace_back(complete_mark);
  io.restart();
  io.run_for(1s);  // it reads again by itself; ends at once when it has it
  feed.received(heartbeat_word, start);
  EXPECT_TRUE(revocations.trustworthy(start));
}

TEST_F(RevocationFeedTest, after_a_reconnect_heartbeats_count_only_when_the_set_was_read_again) {
  connect();
  redis_is_up = false;
  connect();
  feed.received(heartbeat_word, start);
  EXPECT_FALSE(revocations.trustworthy(start));
}

TEST_F(RevocationFeedTest, what_is_known_survives_an_empty_redis) {
  auto revoked = somebodys();
  feed.received(revoked.to_line());
  set.clear();
  connect();
  EXPECT_TRUE(knows(revoked));
}

TEST_F(RevocationFeedTest, asks_auth_when_the_heartbeat_is_older_than_a_second) {
  connect();
  feed.received(heartbeat_word, start);
  auth_is_up = true;
  tick(900ms);
  EXPECT_EQ(times_asked, 0);
  auths_answer = {somebodys()};
  tick(1'100ms);
  EXPECT_EQ(times_asked, 1);
  EXPECT_TRUE(knows(auths_answer[0]));
  EXPECT_TRUE(revocations.trustworthy(start + 6s));
}

TEST_F(RevocationFeedTest, goes_on_asking_twice_a_second_while_redis_is_silent) {
  auth_is_up = true;
  for (auto after = 0ms; after < 10s; after += RevocationFeed::tick_every) tick(after);
  EXPECT_EQ(times_asked, 20);
}

TEST_F(RevocationFeedTest, is_not_trustworthy_when_neither_answers_for_five_seconds) {
  connect();
  feed.received(heartbeat_word, start);
  for (auto after = 0ms; after < 5s; after += RevocationFeed::tick_every) {
    tick(after);
    EXPECT_TRUE(revocations.trustworthy(start + after));
  }
  tick(5s);
  EXPECT_FALSE(revocations.trustworthy(start + 5s));
  feed.received(heartbeat_word, start + 6s);
  EXPECT_TRUE(revocations.trustworthy(start + 6s));
}

TEST_F(RevocationFeedTest, ignores_lines_that_are_none) {
  feed.received("nonsense");
  EXPECT_EQ(revocations.size(), 0u);
}

TEST_F(RevocationFeedTest, forgets_what_is_past) {
  feed.received(somebodys().to_line());
  clock.advance(12min);
  auth_is_up = true;
  tick(0ms);
  EXPECT_EQ(revocations.size(), 0u);
}

}  // namespace
}  // namespace mrbill::identity
