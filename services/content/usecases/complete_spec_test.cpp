#include "usecases/complete_spec.hpp"

#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/fakes.hpp"
#include "adapters/memory/memory_tracks.hpp"
#include "domain/choices.hpp"

namespace mrbill::content {
namespace {

class CompleteSpecTest : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  testing::SeededRandom random;
  FakePeople people;
  MemoryTracks tracks;
  CompleteSpec complete{people, tracks, clock};
  Caller ana{TenantId{new_uuid(clock, random)}, UserId{new_uuid(clock, random)}};

  CompleteSpecTest() { people.person.day_ends = *from_rfc3339("2026-11-26T03:00:00Z"); }
  Result<Spec, FieldErrors> film(VideoDraft draft) {
    draft.common.title = "My year";
    return testing::run(complete(ana, std::move(draft)));
  }
  std::string wrong(VideoDraft draft) {
    const auto refused = film(std::move(draft));
    return refused || refused.error().empty() ? "" : refused.error().front().pointer;
  }
};

}  // namespace

TEST_F(CompleteSpecTest, fills_in_the_year_up_to_the_end_of_the_persons_day_and_their_language) {
  const auto spec = film({}).value();
  EXPECT_EQ(to_rfc3339(spec.to), "2026-11-26T03:00:00.000Z");
  EXPECT_EQ(to_rfc3339(spec.from), "2025-11-26T03:00:00.000Z");
  EXPECT_EQ(spec.locale, Locale::pt_br);
  const auto& options = std::get<VideoOptions>(spec.options);
  EXPECT_EQ(options.style, style_choices().front().id);
  EXPECT_EQ(options.seconds, 60);
}

TEST_F(CompleteSpecTest, takes_known_styles_and_music_only) {
  EXPECT_EQ(wrong({.style = "none-such"}), "/style");
  EXPECT_EQ(wrong({.music_track = "none-such"}), "/musicTrack");
  EXPECT_EQ(wrong({.music_track = new_uuid(clock, random).to_string()}), "/musicTrack");
  EXPECT_EQ(wrong({.music_track = "none"}), "");
  const TrackId own{new_uuid(clock, random)};
  const Track track{.id = own, .created_at = clock.now()};
  ASSERT_TRUE(testing::run(tracks.add(ana, track, std::nullopt)));
  EXPECT_EQ(wrong({.music_track = own.to_string()}), "");
}

TEST_F(CompleteSpecTest, wants_a_time_that_has_a_length) {
  const auto now = clock.now();
  EXPECT_EQ(wrong({.common = {.from = now, .to = now}}), "/toDate");
  EXPECT_EQ(wrong({.common = {.to = *from_rfc3339("0001-01-01T00:00:00Z")}}), "/toDate");
  EXPECT_EQ(wrong({.common = {.from = *from_rfc3339("9999-01-01T00:00:00Z")}}), "/fromDate");
}

TEST_F(CompleteSpecTest, groups_a_report_by_each_thing_once) {
  ReportDraft draft{.common = {.title = "x"},
                    .group_by = std::vector{Grouping::tag, Grouping::month, Grouping::tag}};
  const auto spec = testing::run(complete(ana, draft)).value();
  EXPECT_EQ(std::get<ReportOptions>(spec.options).group_by, (std::vector{Grouping::tag, Grouping::month}));
}

TEST(OneYearBefore, is_the_last_of_february_for_a_leap_day) {
  EXPECT_EQ(to_rfc3339(one_year_before(*from_rfc3339("2024-02-29T12:00:00Z"))), "2023-02-28T12:00:00.000Z");
  EXPECT_EQ(to_rfc3339(one_year_before(*from_rfc3339("2026-03-01T00:00:00Z"))), "2025-03-01T00:00:00.000Z");
}

}  // namespace mrbill::content
