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

  revocations.add({Revocation::of_membership(one.user, one.tenant, 1, clock.now())});
  EXPECT_TRUE(revocations.cover(one));
  EXPECT_FALSE(revocations.cover(same_user));

  revocations.add({Revocation::of_user(one.user, 1, clock.now())});
  EXPECT_TRUE(revocations.cover(same_user));
  EXPECT_FALSE(revocations.cover(other));

  revocations.add({Revocation::of_session(other.session, 1, clock.now())});
  EXPECT_TRUE(revocations.cover(other));
}

TEST_F(RevocationsTest, holds_for_tokens_made_from_an_older_version_only) {
  auto person = somebody();
  person.versions = {5, 5, 5};
  revocations.add({Revocation::of_session(person.session, 5, clock.now()),
                   Revocation::of_membership(person.user, person.tenant, 5, clock.now()),
                   Revocation::of_user(person.user, 5, clock.now())});
  EXPECT_FALSE(revocations.cover(person));
  for (auto version :
       {&http::TokenVersions::session, &http::TokenVersions::membership, &http::TokenVersions::person}) {
    auto older = person;
    older.versions.*version = 4;
    EXPECT_TRUE(revocations.cover(older));
  }
}

TEST_F(RevocationsTest, an_older_revocation_does_not_weaken_a_newer_one) {
  auto person = somebody();
  person.versions.person = 6;
  revocations.add({Revocation::of_user(person.user, 7, clock.now())});
  revocations.add({Revocation::of_user(person.user, 3, clock.now() - 1h)});
  EXPECT_TRUE(revocations.cover(person));
  revocations.forget_past(clock.now());
  EXPECT_TRUE(revocations.cover(person));
}

TEST_F(RevocationsTest, keeps_one_entry_of_one_membership_however_often_it_changes) {
  auto person = somebody();
  auto colleague = somebody();
  colleague.tenant = person.tenant;
  for (int version = 1; version <= 1'000; ++version)
    revocations.add({Revocation::of_membership(person.user, person.tenant, version, clock.now())});
  EXPECT_EQ(revocations.size(), 1u);
  EXPECT_TRUE(revocations.cover(person));
  EXPECT_FALSE(revocations.cover(colleague));
}

TEST_F(RevocationsTest, forgets_only_when_every_token_it_speaks_of_has_expired) {
  auto person = somebody();
  revocations.add({Revocation::of_user(person.user, 1, clock.now())});
  clock.advance(access_token_lifetime + jwt::leeway);
  revocations.forget_past(clock.now());
  EXPECT_TRUE(revocations.cover(person));
  clock.advance(1min);
  revocations.forget_past(clock.now());
  EXPECT_EQ(revocations.size(), 0u);
}

TEST_F(RevocationsTest, of_very_many_end_nobody_elses_tokens) {
  auto innocent = somebody();
  std::vector<Revocation> many;
  for (int i = 0; i < 100'000; ++i) many.push_back(Revocation::of_user(somebody().user, 1, clock.now()));
  revocations.add(many);
  EXPECT_EQ(revocations.size(), many.size());
  EXPECT_FALSE(revocations.cover(innocent));
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

TEST_F(RevocationsTest, many_threads_read_while_one_writes) {
  auto person = somebody();
  std::atomic<bool> stop{false};
  std::vector<std::jthread> readers;
  for (int i = 0; i < 3; ++i)
    readers.emplace_back([&] {
      while (!stop) static_cast<void>(revocations.cover(person));
    });
  for (int i = 0; i < 2'000; ++i) revocations.add({Revocation::of_user(somebody().user, 1, clock.now())});
  revocations.add({Revocation::of_user(person.user, 1, clock.now())});
  stop = true;
  readers.clear();
  EXPECT_TRUE(revocations.cover(person));
  EXPECT_EQ(revocations.size(), 2'001u);
}

}  // namespace
}  // namespace mrbill::identity
