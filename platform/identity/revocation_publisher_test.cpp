#include <stdexcept>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <base/random.hpp>
#include <identity/revocation_feed.hpp>
#include <identity/revocation_publisher.hpp>
#include <redis/client.hpp>
#include <testing/manual_clock.hpp>
#include <testing/redis_server.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::identity {
namespace {

using namespace std::chrono_literals;
using testing::wait_until;

// Auth with its database, and a service, over a Redis of the test's own.
class RevocationPublisherTest : public ::testing::Test {
 protected:
  testing::RedisServer server;
  metrics::Registry registry;  // outlives what io still holds
  asio::io_context io;
  testing::ManualClock clock;
  SystemRandom random;
  std::vector<Revocation> database;
  redis::Client auths_redis{io, options(), registry};
  redis::Client services_redis{io, options(), registry};
  RevocationPublisher publisher{io, auths_redis, [this] { return truth(); }, clock, registry};
  Revocations known;
  std::shared_ptr<RevocationFeed> feed;

  redis::Options options() {
    redis::Options out;
    out.url = Secret(server.url());
    out.timeout = 500ms;
    out.reconnect_most = 50ms;
    return out;
  }
  Task<std::vector<Revocation>> truth() { co_return database; }
  static Task<std::vector<Revocation>> nobody() {
    throw std::runtime_error("auth is away");
    co_return std::vector<Revocation>();
  }
  void follow() { feed = follow_revocations(io, services_redis, known, nobody, clock, registry); }
  void publish(const Revocation& revocation) {
    database.push_back(revocation);
    std::vector<Revocation> one{revocation};
    testing::run(io, publisher.publish(one));
  }
  Revocation somebodys() { return Revocation::of_user(UserId{new_uuid(clock, random)}, clock.now()); }
  bool knows(const Revocation& revocation) {
    http::Principal person;
    person.user = UserId{revocation.subject};
    person.issued_at = revocation.at;
    return known.cover(person);
  }
  std::int64_t members_in_redis() {
    return testing::run(io, auths_redis.command("ZCARD", "revocations")).integer();
  }
};

TEST_F(RevocationPublisherTest, heartbeats_make_a_service_trust_what_it_knows) {
  follow();
  publisher.start();
  EXPECT_TRUE(wait_until(io, [&] { return known.trustworthy(); }));
}

TEST_F(RevocationPublisherTest, a_revocation_reaches_a_service_that_listens) {
  follow();
  publisher.start();
  ASSERT_TRUE(wait_until(io, [&] { return known.trustworthy(); }));
  auto revoked = somebodys();
  publish(revoked);
  EXPECT_TRUE(wait_until(io, [&] { return knows(revoked); }, 1s));
}

TEST_F(RevocationPublisherTest, a_service_that_comes_later_reads_the_set) {
  publisher.start();
  auto revoked = somebodys();
  publish(revoked);
  follow();
  ASSERT_TRUE(wait_until(io, [&] { return known.trustworthy(); }));
  EXPECT_TRUE(knows(revoked));
}

TEST_F(RevocationPublisherTest,
       a_redis_that_lost_its_memory_is_filled_from_the_database_before_anybody_trusts_it) {
  publisher.start();
  auto revoked = somebodys();
  publish(revoked);
  testing::run(io, auths_redis.command("FLUSHALL"));
  follow();
  ASSERT_TRUE(wait_until(io, [&] { return known.trustworthy(); }));
  EXPECT_TRUE(knows(revoked));
}

TEST_F(RevocationPublisherTest, what_was_revoked_while_redis_was_dead_is_told_once_it_is_back) {
  follow();
  publisher.start();
  ASSERT_TRUE(wait_until(io, [&] { return known.trustworthy(); }));
  server.kill();
  auto revoked = somebodys();
  publish(revoked);
  EXPECT_FALSE(knows(revoked));
  server.start();
  EXPECT_TRUE(wait_until(io, [&] { return knows(revoked); }));
}

TEST_F(RevocationPublisherTest, the_set_keeps_only_what_still_matters) {
  publish(somebodys());
  clock.advance(12min);
  publish(somebodys());
  EXPECT_EQ(members_in_redis(), 1);
}

TEST_F(RevocationPublisherTest, thousands_are_told_in_pieces) {
  for (int i = 0; i < 1'300; ++i) database.push_back(somebodys());
  testing::run(io, publisher.beat());
  EXPECT_EQ(members_in_redis(), 1'301);  // and the mark
  follow();
  testing::run(io, publisher.beat());
  EXPECT_TRUE(wait_until(io, [&] { return known.size() == 1'300; }));
}

}  // namespace
}  // namespace mrbill::identity
