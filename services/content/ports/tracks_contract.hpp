// What every Tracks promises. A world gives tracks() and run(task).
#pragma once

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "ports/tracks.hpp"

namespace mrbill::content {

template <class World>
class TracksContract : public ::testing::Test {
 protected:
  Caller somebody() { return {TenantId{id()}, UserId{id()}}; }
  Track track(std::string name) {
    clock_.advance(std::chrono::seconds(1));
    return {.id = TrackId{id()}, .name = name, .object_key = "tracks/" + name, .created_at = clock_.now()};
  }
  Result<Created, TrackError> add(const Caller& caller, Track track, std::optional<IdempotencyKey> key = {}) {
    return world_.run(world_.tracks().add(caller, std::move(track), std::move(key)));
  }
  std::vector<std::string> names(const Caller& caller) {
    std::vector<std::string> all;
    for (const auto& track : world_.run(world_.tracks().list(caller))) all.push_back(track.name);
    return all;
  }
  bool exists(const Caller& caller, TrackId id) { return world_.run(world_.tracks().exists(caller, id)); }
  bool remove(const Caller& caller, TrackId id) { return world_.run(world_.tracks().remove(caller, id)); }
  Uuid id() { return new_uuid(clock_, random_); }

  testing::ManualClock clock_;
  testing::SeededRandom random_{
      static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count())};
  World world_;
};
TYPED_TEST_SUITE_P(TracksContract);

TYPED_TEST_P(TracksContract, lists_the_newest_first) {
  const auto ana = this->somebody();
  const auto first = this->track("first");
  const auto second = this->track("second");
  ASSERT_TRUE(this->add(ana, first));
  ASSERT_TRUE(this->add(ana, second));
  EXPECT_THAT(this->names(ana), ::testing::ElementsAre("second", "first"));
  const auto listed = this->world_.run(this->world_.tracks().list(ana)).front();
  EXPECT_EQ(listed.id, second.id);
  EXPECT_EQ(listed.object_key, second.object_key);
  EXPECT_EQ(listed.created_at, second.created_at);
}

TYPED_TEST_P(TracksContract, are_their_owners_alone) {
  const auto ana = this->somebody();
  auto colleague = this->somebody();
  colleague.tenant = ana.tenant;
  auto elsewhere = this->somebody();
  elsewhere.user = ana.user;
  const auto hers = this->track("hers");
  ASSERT_TRUE(this->add(ana, hers));
  EXPECT_TRUE(this->exists(ana, hers.id));
  for (const auto& other : {colleague, elsewhere}) {
    EXPECT_TRUE(this->names(other).empty());
    EXPECT_FALSE(this->exists(other, hers.id));
    EXPECT_FALSE(this->remove(other, hers.id));
  }
  EXPECT_TRUE(this->exists(ana, hers.id));
}

TYPED_TEST_P(TracksContract, go_once) {
  const auto ana = this->somebody();
  const auto track = this->track("one");
  ASSERT_TRUE(this->add(ana, track));
  EXPECT_TRUE(this->remove(ana, track.id));
  EXPECT_FALSE(this->remove(ana, track.id));
  EXPECT_FALSE(this->exists(ana, track.id));
}

TYPED_TEST_P(TracksContract, are_added_once_under_one_key) {
  const auto ana = this->somebody();
  const IdempotencyKey key{"uploadTrack", "key", Sha256{1}};
  const auto track = this->track("one");
  const auto first = this->add(ana, track, key);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->id, track.id.uuid);
  EXPECT_FALSE(first->repeated);
  const auto again = this->add(ana, this->track("two"), key);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, track.id.uuid);
  EXPECT_EQ(again->at, track.created_at);
  EXPECT_TRUE(again->repeated);
  EXPECT_THAT(this->names(ana), ::testing::ElementsAre("one"));
  const IdempotencyKey another{"uploadTrack", "key", Sha256{2}};
  EXPECT_EQ(this->add(ana, this->track("three"), another).error(), TrackError::key_reused);
  EXPECT_TRUE(this->add(this->somebody(), this->track("theirs"), another));
}

TYPED_TEST_P(TracksContract, are_ten_of_a_person_at_most) {
  const auto ana = this->somebody();
  for (int i = 0; i < max_tracks; ++i) ASSERT_TRUE(this->add(ana, this->track(std::to_string(i))));
  const IdempotencyKey key{"uploadTrack", "key", Sha256{1}};
  EXPECT_EQ(this->add(ana, this->track("one more"), key).error(), TrackError::too_many);
  EXPECT_EQ(this->names(ana).size(), static_cast<std::size_t>(max_tracks));
  EXPECT_TRUE(this->add(this->somebody(), this->track("theirs")));
  const auto oldest = this->world_.run(this->world_.tracks().list(ana)).back();
  ASSERT_TRUE(this->remove(ana, oldest.id));
  const auto added = this->add(ana, this->track("one more"), key);
  ASSERT_TRUE(added);
  EXPECT_FALSE(added->repeated) << "what failed is not remembered";
}

REGISTER_TYPED_TEST_SUITE_P(TracksContract, lists_the_newest_first, are_their_owners_alone, go_once,
                            are_added_once_under_one_key, are_ten_of_a_person_at_most);

}  // namespace mrbill::content
