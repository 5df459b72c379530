#include "adapters/keys/key_ring.hpp"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include <identity/tokens.hpp>
#include <testing/manual_clock.hpp>

#include "adapters/postgres/postgres_fixture.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

constexpr Sha256 kek{1, 2, 3};

class KeyRingTest : public ::testing::Test, public PostgresFixture {
 protected:
  KeyRingTest() { as_superuser("DELETE FROM signing_keys"); }
  static std::size_t keys_in(const std::string& jwks) {
    std::size_t count = 0;
    for (auto at = jwks.find("\"kid\""); at != std::string::npos; at = jwks.find("\"kid\"", at + 1)) ++count;
    return count;
  }
  void look(KeyRing& ring) { testing::run(io_, ring.look()); }
  bool verifies(const KeyRing& ring, const Secret& token) {
    const auto keys = jwt::KeySet::from_jwks(ring.jwks());
    return keys &&
           jwt::verify(token.reveal(), *keys, identity::token_issuer, identity::token_audience, now_.now())
               .has_value();
  }
  testing::ManualClock now_;
  LiveSession session_{};
};

TEST_F(KeyRingTest, makes_the_first_key_and_signs_with_it) {
  KeyRing ring(app_, kek, now_);
  EXPECT_FALSE(ring.ready());
  look(ring);
  EXPECT_TRUE(ring.ready());
  EXPECT_TRUE(verifies(ring, ring.sign(session_, now_.now())));
}

TEST_F(KeyRingTest, makes_one_key_when_many_instances_start_at_once) {
  KeyRing one(app_, kek, now_);
  KeyRing two(app_, kek, now_);
  int ended = 0;
  asio::co_spawn(io_, one.look(), [&](const std::exception_ptr&) { ++ended; });
  asio::co_spawn(io_, two.look(), [&](const std::exception_ptr&) { ++ended; });
  io_.restart();
  while (ended < 2 && io_.run_one_for(20s) != 0) {
  }
  EXPECT_EQ(as_superuser("SELECT count(*) FROM signing_keys")[0].get<int>(0), 1);
  EXPECT_TRUE(verifies(two, one.sign(session_, now_.now())));
}

TEST_F(KeyRingTest,
       publishes_the_next_key_a_day_before_it_signs_and_the_retired_one_until_its_tokens_are_over) {
  KeyRing ring(app_, kek, now_);
  look(ring);
  now_.advance(std::chrono::days(29));
  look(ring);
  EXPECT_EQ(keys_in(ring.jwks()), 2U);
  const auto old_token = ring.sign(session_, now_.now() + 24h - 1min);
  now_.advance(24h);
  const auto new_token = ring.sign(session_, now_.now());
  EXPECT_TRUE(verifies(ring, old_token));
  EXPECT_TRUE(verifies(ring, new_token));
  now_.advance(30min);
  EXPECT_EQ(keys_in(ring.jwks()), 1U);
}

TEST_F(KeyRingTest, stores_keys_wrapped) {
  KeyRing ring(app_, kek, now_);
  look(ring);
  const auto stored = as_superuser("SELECT wrapped_key FROM signing_keys")[0].get<postgres::Bytes>(0).data;
  EXPECT_EQ(stored.find("PRIVATE"), std::string::npos);
  KeyRing other(app_, Sha256{9}, now_);
  testing::run(io_, other.look());
  EXPECT_FALSE(other.ready());
}

TEST(Wrapping, opens_with_the_same_key_and_kid_only) {
  const auto box = wrap_key("a pem", "kid", kek);
  EXPECT_EQ(unwrap_key(box, "kid", kek)->reveal(), "a pem");
  EXPECT_FALSE(unwrap_key(box, "another", kek));
  EXPECT_FALSE(unwrap_key(box, "kid", Sha256{9}));
  EXPECT_FALSE(unwrap_key("short", "kid", kek));
}

}  // namespace
}  // namespace mrbill::auth
