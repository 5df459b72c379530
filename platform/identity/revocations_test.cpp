#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include <base/random.hpp>
#include <identity/revocations.hpp>
#include <identity/tokens.hpp>
#include <testing/manual_clock.hpp>

namespace mrbill::identity {
namespace {

using namespace std::chrono_literals;

class RevocationsTest : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  SystemRandom random;
  Revocations revocations;

  http::Principal somebody() {
    return {UserId{new_uuid(clock, random)},
            TenantId{new_uuid(clock, random)},
            http::Role::user,
            http::SessionId{new_uuid(clock, random)},
            clock.now(),
            clock.now() + access_token_lifetime,
            {}};
  }
};

TEST_F(RevocationsTest, covers_a_session_a_user_or_a_membership_and_nobody_else) {
  auto one = somebody();
  auto same_user = somebody();
  same_user.user = one.user;
  auto other = somebody();

  revocations.add({Revocation::of_membership(one.user, one.tenant, clock.now())});
  EXPECT_TRUE(revocations.cover(one));
  EXPECT_FALSE(revocations.cover(same_user));

  revocations.add({Revocation::of_user(one.user, clock.now())});
  EXPECT_TRUE(revocations.cover(same_user));
  EXPECT_FALSE(revocations.cover(other));

  revocations.add({Revocation::of_session(other.session, clock.now())});
  EXPECT_TRUE(revocations.cover(other));
}

TEST_F(RevocationsTest, holds_for_tokens_issued_up_to_its_time_only) {
  auto person = somebody();
  revocations.add({Revocation::of_user(person.user, clock.now())});
  person.issued_at = clock.now() + 1us;
  EXPECT_FALSE(revocations.cover(person));
}

TEST_F(RevocationsTest, rounds_its_time_up_so_that_json_does_not_cut_it) {
  auto person = somebody();
  person.issued_at = clock.now() + 400us;
  revocations.add({Revocation::of_user(person.user, clock.now() + 900us)});
  auto carried = Revocation::of_user(person.user, clock.now() + 900us);
  EXPECT_EQ(carried.at, clock.now() + 1ms);
  EXPECT_TRUE(revocations.cover(person));
}

TEST_F(RevocationsTest, an_older_revocation_does_not_shorten_a_newer_one) {
  auto person = somebody();
  revocations.add({Revocation::of_user(person.user, clock.now())});
  revocations.add({Revocation::of_user(person.user, clock.now() - 1h)});
  EXPECT_TRUE(revocations.cover(person));
}

TEST_F(RevocationsTest, forgets_only_when_every_token_it_speaks_of_has_expired) {
  auto person = somebody();
  revocations.add({Revocation::of_user(person.user, clock.now())});
  clock.advance(access_token_lifetime + jwt::leeway);
  revocations.forget_past(clock.now());
  EXPECT_TRUE(revocations.cover(person));
  clock.advance(1min);
  revocations.forget_past(clock.now());
  EXPECT_EQ(revocations.size(), 0u);
}

TEST_F(RevocationsTest, too_many_void_every_token_issued_so_far) {
  Revocations small(10);
  auto innocent = somebody();
  for (int i = 0; i < 11; ++i) small.add({Revocation::of_user(somebody().user, clock.now())});
  EXPECT_LE(small.size(), 10u);
  EXPECT_TRUE(small.cover(innocent));
  innocent.issued_at = clock.now() + 1ms;
  EXPECT_FALSE(small.cover(innocent));
}

TEST_F(RevocationsTest, is_trusted_for_five_seconds) {
  Revocations::Moment now = std::chrono::steady_clock::now();
  EXPECT_FALSE(revocations.trustworthy(now));
  revocations.complete_until(now);
  EXPECT_TRUE(revocations.trustworthy(now + 4999ms));
  EXPECT_FALSE(revocations.trustworthy(now + 5s));
  revocations.complete_until(now - 1s);  // news that is old changes nothing
  EXPECT_TRUE(revocations.trustworthy(now + 4999ms));
}

TEST_F(RevocationsTest, a_line_reads_back_as_what_it_was) {
  auto person = somebody();
  for (auto& revocation :
       {Revocation::of_session(person.session, clock.now()), Revocation::of_user(person.user, clock.now()),
        Revocation::of_membership(person.user, person.tenant, clock.now())})
    EXPECT_EQ(Revocation::parse(revocation.to_line()), revocation);
}

TEST_F(RevocationsTest, refuses_lines_that_are_none) {
  auto id = somebody().user.to_string();
  for (auto& bad :
       {std::string(), std::string("heartbeat"), "user " + id, "user " + id + " ", "user " + id + " -1",
        "user " + id + " 1x", "user  " + id + " 1", "users " + id + " 1", std::string("user x 1"),
        "membership " + id + " 1", "user " + id + " 9007199254740992", "user " + id + " 1 1"})
    EXPECT_FALSE(Revocation::parse(bad)) << bad;
}

TEST_F(RevocationsTest, many_threads_read_while_one_writes) {
  auto person = somebody();
  std::atomic<bool> stop{false};
  std::vector<std::jthread> readers;
  for (int i = 0; i < 3; ++i)
    readers.emplace_back([&] {
      while (!stop) static_cast<void>(revocations.cover(person));
    });
  for (int i = 0; i < 2'000; ++i) revocations.add({Revocation::of_user(somebody().user, clock.now())});
  revocations.add({Revocation::of_user(person.user, clock.now())});
  stop = true;
  readers.clear();
  EXPECT_TRUE(revocations.cover(person));
  EXPECT_EQ(revocations.size(), 2'001u);
}

}  // namespace
}  // namespace mrbill::identity
