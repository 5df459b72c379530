// What every Sessions must do. A rig gives io(), sessions(), and a person: user(), password_changed_at(),
// owner of tenant() and plain member of second_tenant(), whose profile says locale().
#pragma once

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/sessions.hpp"

namespace mrbill::auth {

template <class Rig>
class SessionsContract : public ::testing::Test {
 protected:
  static constexpr std::chrono::hours life{24};

  Opening opening() {
    ++count_;
    Opening out;
    out.session = SessionId{id(1)};
    out.sid = id(2);
    out.user = rig_.user();
    out.tenant = rig_.tenant();
    out.refresh_hash = hash(1);
    out.password_changed_at = rig_.password_changed_at();
    out.at = now_;
    out.expires_at = now_ + life;
    return out;
  }
  std::optional<LiveSession> open(Opening opening) {
    return testing::run(rig_.io(), rig_.sessions().open(opening));
  }
  Opening open() {
    const auto opened = opening();
    const auto live = open(opened);
    EXPECT_TRUE(live && live->role == Role::owner && live->sid == opened.sid);
    return opened;
  }
  std::optional<Presented> find(Sha256 hash) { return testing::run(rig_.io(), rig_.sessions().find(hash)); }
  // Presents the token with that hash; its successor has the hash `next`.
  std::optional<LiveSession> rotate(Sha256 token, Sha256 next) {
    const auto presented = find(token);
    if (!presented) return std::nullopt;
    const Rotation rotation{*presented, next, now_, now_ + life};
    return testing::run(rig_.io(), rig_.sessions().rotate(rotation));
  }
  std::optional<LiveSession> move(Uuid sid, TenantId to) {
    return testing::run(rig_.io(), rig_.sessions().move(rig_.user(), sid, to, now_));
  }
  [[nodiscard]] Sha256 hash(std::uint8_t number) const {
    return sha256(std::to_string(count_) + " " + std::to_string(number) + " " + run_);
  }
  [[nodiscard]] Uuid id(std::uint8_t number) const {
    Uuid out;
    const auto digest = hash(static_cast<std::uint8_t>(number + 100));
    std::copy_n(digest.begin(), out.bytes.size(), out.bytes.begin());
    return out;
  }

  Rig rig_;
  Timestamp now_ = rig_.password_changed_at() + std::chrono::hours(1);
  int count_ = 0;
  std::string run_ = ::testing::UnitTest::GetInstance()->current_test_info()->name();
};
TYPED_TEST_SUITE_P(SessionsContract);

TYPED_TEST_P(SessionsContract, finds_a_session_by_its_refresh_token) {
  const auto opened = this->open();
  const auto presented = this->find(opened.refresh_hash);
  ASSERT_TRUE(presented);
  EXPECT_EQ(presented->session, opened.session);
  EXPECT_EQ(presented->generation, 1);
  EXPECT_EQ(presented->user, opened.user);
  EXPECT_EQ(presented->tenant, opened.tenant);
  EXPECT_FALSE(this->find(this->hash(9)));
}

TYPED_TEST_P(SessionsContract, does_not_open_when_the_password_has_changed_since_it_was_checked) {
  auto late = this->opening();
  late.password_changed_at -= std::chrono::seconds(1);
  EXPECT_FALSE(this->open(late));
  EXPECT_FALSE(this->find(late.refresh_hash));
}

TYPED_TEST_P(SessionsContract, does_not_open_in_a_company_one_does_not_belong_to) {
  auto foreign = this->opening();
  foreign.tenant = TenantId{this->id(50)};
  EXPECT_FALSE(this->open(foreign));
}

TYPED_TEST_P(SessionsContract, opens_without_a_company_and_moves_to_one) {
  auto homeless = this->opening();
  homeless.tenant = std::nullopt;
  const auto opened = this->open(homeless);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->tenant, std::nullopt);
  EXPECT_EQ(opened->role, Role::user);
  EXPECT_EQ(this->find(homeless.refresh_hash)->tenant, std::nullopt);
  const auto rotated = this->rotate(homeless.refresh_hash, this->hash(2));
  ASSERT_TRUE(rotated);
  EXPECT_EQ(rotated->tenant, std::nullopt);
  const auto moved = this->move(homeless.sid, this->rig_.tenant());
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->role, Role::owner);
  EXPECT_EQ(this->rotate(this->hash(2), this->hash(3))->tenant, this->rig_.tenant());
}

TYPED_TEST_P(SessionsContract, rotates_to_a_successor) {
  const auto opened = this->open();
  const auto rotated = this->rotate(opened.refresh_hash, this->hash(2));
  ASSERT_TRUE(rotated);
  EXPECT_EQ(rotated->sid, opened.sid);
  EXPECT_EQ(rotated->role, Role::owner);
  EXPECT_EQ(this->find(this->hash(2))->generation, 2);
}

TYPED_TEST_P(SessionsContract, repeats_a_lost_answer_within_the_grace) {
  const auto opened = this->open();
  EXPECT_TRUE(this->rotate(opened.refresh_hash, this->hash(2)));
  this->now_ += refresh_grace;
  EXPECT_TRUE(this->rotate(opened.refresh_hash, this->hash(2)));
  EXPECT_TRUE(this->rotate(this->hash(2), this->hash(3)));
}

TYPED_TEST_P(SessionsContract, kills_the_family_and_only_it_when_an_old_token_is_used_again) {
  const auto robbed = this->open();
  const auto other = this->open();
  this->count_ = 1;
  EXPECT_TRUE(this->rotate(robbed.refresh_hash, this->hash(2)));
  this->now_ += refresh_grace + std::chrono::seconds(1);
  EXPECT_FALSE(this->rotate(robbed.refresh_hash, this->hash(2)));
  EXPECT_FALSE(this->rotate(this->hash(2), this->hash(3)));
  EXPECT_TRUE(this->rotate(other.refresh_hash, this->hash(4)));
}

TYPED_TEST_P(SessionsContract, does_not_rotate_an_expired_session) {
  const auto opened = this->open();
  this->now_ += this->life;
  EXPECT_FALSE(this->rotate(opened.refresh_hash, this->hash(2)));
}

TYPED_TEST_P(SessionsContract, is_prolonged_by_use) {
  const auto opened = this->open();
  this->now_ += this->life - std::chrono::minutes(1);
  EXPECT_TRUE(this->rotate(opened.refresh_hash, this->hash(2)));
  this->now_ += this->life - std::chrono::minutes(1);
  EXPECT_TRUE(this->rotate(this->hash(2), this->hash(3)));
}

TYPED_TEST_P(SessionsContract, closes_once) {
  const auto opened = this->open();
  auto& sessions = this->rig_.sessions();
  EXPECT_TRUE(testing::run(this->rig_.io(), sessions.close(opened.user, opened.session, this->now_)));
  EXPECT_FALSE(testing::run(this->rig_.io(), sessions.close(opened.user, opened.session, this->now_)));
  EXPECT_FALSE(this->rotate(opened.refresh_hash, this->hash(2)));
}

TYPED_TEST_P(SessionsContract, closes_nobody_elses) {
  const auto opened = this->open();
  const auto closed = testing::run(
      this->rig_.io(), this->rig_.sessions().close(UserId{this->id(60)}, opened.session, this->now_));
  EXPECT_FALSE(closed);
  EXPECT_TRUE(this->rotate(opened.refresh_hash, this->hash(2)));
}

TYPED_TEST_P(SessionsContract, moves_to_another_company_of_the_person_as_a_new_version) {
  const auto opened = this->opening();
  const auto before = this->open(opened);
  const auto moved = this->move(opened.sid, this->rig_.second_tenant());
  ASSERT_TRUE(before && moved);
  EXPECT_EQ(moved->role, Role::user);
  EXPECT_EQ(moved->sid, opened.sid);
  EXPECT_GT(moved->versions.session, before->versions.session);
  const auto rotated = this->rotate(opened.refresh_hash, this->hash(2));
  ASSERT_TRUE(rotated);
  EXPECT_EQ(rotated->tenant, this->rig_.second_tenant());
  EXPECT_EQ(rotated->versions.session, moved->versions.session);
}

TYPED_TEST_P(SessionsContract, does_not_move_to_a_company_one_does_not_belong_to) {
  const auto opened = this->open();
  EXPECT_FALSE(this->move(opened.sid, TenantId{this->id(50)}));
  EXPECT_TRUE(this->rotate(opened.refresh_hash, this->hash(2)));
}

TYPED_TEST_P(SessionsContract, ends_the_session_not_used_for_longest_beyond_fifty) {
  std::vector<Opening> opened;
  for (int i = 0; i < max_sessions; ++i) {
    this->now_ += std::chrono::seconds(1);
    opened.push_back(this->open());
  }
  this->now_ += std::chrono::seconds(1);
  EXPECT_TRUE(
      this->rotate(opened[0].refresh_hash, this->hash(2)));  // in use: the second one is the oldest now
  this->open();
  EXPECT_FALSE(this->rotate(opened[1].refresh_hash, this->hash(3)));
  EXPECT_TRUE(this->rotate(opened[0].refresh_hash, this->hash(2)));
  EXPECT_TRUE(this->rotate(opened[2].refresh_hash, this->hash(4)));
}

TYPED_TEST_P(SessionsContract, tells_the_language_of_the_profile_whenever_tokens_are_made) {
  const auto opened = this->opening();
  const auto live = this->open(opened);
  const auto rotated = this->rotate(opened.refresh_hash, this->hash(2));
  const auto moved = this->move(opened.sid, this->rig_.second_tenant());
  ASSERT_TRUE(live && rotated && moved);
  EXPECT_EQ(live->locale, this->rig_.locale());
  EXPECT_EQ(rotated->locale, this->rig_.locale());
  EXPECT_EQ(moved->locale, this->rig_.locale());
}

REGISTER_TYPED_TEST_SUITE_P(SessionsContract, finds_a_session_by_its_refresh_token,
                            does_not_open_when_the_password_has_changed_since_it_was_checked,
                            does_not_open_in_a_company_one_does_not_belong_to,
                            opens_without_a_company_and_moves_to_one, rotates_to_a_successor,
                            repeats_a_lost_answer_within_the_grace,
                            kills_the_family_and_only_it_when_an_old_token_is_used_again,
                            does_not_rotate_an_expired_session, is_prolonged_by_use, closes_once,
                            closes_nobody_elses, moves_to_another_company_of_the_person_as_a_new_version,
                            does_not_move_to_a_company_one_does_not_belong_to,
                            ends_the_session_not_used_for_longest_beyond_fifty,
                            tells_the_language_of_the_profile_whenever_tokens_are_made);

}  // namespace mrbill::auth
