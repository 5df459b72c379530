// What every RenderJob promises. A world gives job() (an attempt at a film that somebody asked for), rival()
// (another attempt of the same person's), run(task), given(condition) (waits for it), remove_request(), and
// own(track) for a track of the person's.
#pragma once

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "ports/render_job.hpp"

namespace mrbill::content {

template <class World>
class RenderJobContract : public ::testing::Test {
 protected:
  RenderJob& job() { return world_.job(); }
  Request request() { return world_.run(job().request()).value(); }
  Render render() {
    return {.id = request().id,
            .type = Type::video,
            .extension = "mp4",
            .year = 2026,
            .poc_count = 2,
            .private_pocs = 1,
            .seconds = 61.5,
            .width = 1920,
            .height = 1080,
            .created_at = request().created_at};
  }
  bool finish(Render made, const Sha256& of) {
    const UsedPoc poc{.id = request().id.uuid, .at_second = 1.5, .seconds = 2};
    return world_.run(job().finish(std::move(made), of, {poc}, "https://mrbill.test/film"));
  }
  bool adopt(Render made) { return world_.run(job().adopt(std::move(made), "https://mrbill.test/film")); }
  std::optional<Render> find(const Sha256& of) { return world_.run(job().find_render(of)); }

  static constexpr Sha256 order{1};
  static constexpr Sha256 another{2};
  World world_;
};
TYPED_TEST_SUITE_P(RenderJobContract);

TYPED_TEST_P(RenderJobContract, finds_what_was_made_of_the_same_order) {
  EXPECT_FALSE(this->find(this->order));
  ASSERT_TRUE(this->finish(this->render(), this->order));
  const auto found = this->find(this->order);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, this->request().id);
  EXPECT_EQ(found->type, Type::video);
  EXPECT_EQ(found->poc_count, 2);
  EXPECT_EQ(found->private_pocs, 1);
  EXPECT_EQ(found->seconds, 61.5);
  EXPECT_EQ(found->pages, std::nullopt);
  EXPECT_FALSE(this->find(this->another));
  EXPECT_TRUE(this->job().checkpoint().finished);
}

TYPED_TEST_P(RenderJobContract, puts_a_render_in_the_place_of_the_one_of_the_same_id) {
  ASSERT_TRUE(this->finish(this->render(), this->order));
  auto again = this->render();
  again.poc_count = 7;
  ASSERT_TRUE(this->finish(again, this->another));
  EXPECT_FALSE(this->find(this->order));
  EXPECT_EQ(this->find(this->another)->poc_count, 7);
}

TYPED_TEST_P(RenderJobContract, finishes_and_adopts_nothing_for_a_request_that_was_deleted) {
  ASSERT_TRUE(this->finish(this->render(), this->order));
  const auto made = this->render();
  this->world_.remove_request();
  EXPECT_FALSE(this->world_.run(this->job().request()));
  EXPECT_FALSE(this->world_.run(this->job().finish(made, this->another, {}, "")));
  EXPECT_FALSE(this->find(this->another));
  EXPECT_FALSE(this->adopt(made));
}

TYPED_TEST_P(RenderJobContract, adopts_what_is_there_and_nothing_that_is_gone) {
  auto gone = this->render();
  gone.id.uuid.bytes[15] ^= 1U;
  EXPECT_FALSE(this->adopt(gone));
  EXPECT_FALSE(this->job().checkpoint().finished);
  ASSERT_TRUE(this->finish(this->render(), this->order));
  EXPECT_TRUE(this->adopt(this->render()));
}

TYPED_TEST_P(RenderJobContract, keeps_each_segment_once_for_the_next_attempt) {
  for (const auto* name : {"a.seg", "b.seg", "a.seg"}) this->world_.run(this->job().report_segment(10, name));
  EXPECT_THAT(this->job().checkpoint().segments, ::testing::ElementsAre("a.seg", "b.seg"));
  EXPECT_FALSE(this->job().checkpoint().finished);
}

TYPED_TEST_P(RenderJobContract, lets_one_attempt_make_a_thing_at_a_time) {
  auto held = this->world_.run(this->job().hold(this->order));
  ASSERT_TRUE(held);
  EXPECT_FALSE(this->world_.run(this->world_.rival().hold(this->order)));
  EXPECT_TRUE(this->world_.run(this->world_.rival().hold(this->another)));
  held.reset();
  EXPECT_TRUE(this->world_.given(
      [&] { return this->world_.run(this->world_.rival().hold(this->order)) != nullptr; }));
}

TYPED_TEST_P(RenderJobContract, finds_ones_own_track_by_its_id) {
  const TrackId id{this->request().id.uuid};
  EXPECT_FALSE(this->world_.run(this->job().find_track(id)));
  const Track track{
      .id = id, .name = "mine", .object_key = "tracks/mine", .created_at = this->request().created_at};
  this->world_.own(track);
  const auto found = this->world_.run(this->job().find_track(id));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->object_key, "tracks/mine");
  EXPECT_FALSE(this->world_.run(this->job().find_track(TrackId{})));
}

REGISTER_TYPED_TEST_SUITE_P(RenderJobContract, finds_what_was_made_of_the_same_order,
                            puts_a_render_in_the_place_of_the_one_of_the_same_id,
                            finishes_and_adopts_nothing_for_a_request_that_was_deleted,
                            adopts_what_is_there_and_nothing_that_is_gone,
                            keeps_each_segment_once_for_the_next_attempt,
                            lets_one_attempt_make_a_thing_at_a_time, finds_ones_own_track_by_its_id);

}  // namespace mrbill::content
