#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/video/video.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

std::vector<std::pair<std::string, int>> lengths(const std::vector<film::Shot>& shots) {
  std::vector<std::pair<std::string, int>> out;
  for (const auto& shot : shots) out.emplace_back(shot.name, shot.frames);
  return out;
}

TEST(Excerpt, begins_with_the_scene_that_is_named_and_is_as_long_as_is_asked_for) {
  const std::vector<film::Shot> shots{
      {"title", 90, {}}, {"scale", 60, {}}, {"tags", 60, {}}, {"card", 60, {}}};
  EXPECT_THAT(lengths(excerpt(shots, "scale", 100)), ElementsAre(Pair("scale", 60), Pair("tags", 40)));
  EXPECT_THAT(lengths(excerpt(shots, "scale", 120)), ElementsAre(Pair("scale", 60), Pair("tags", 60)));
  EXPECT_THAT(lengths(excerpt(shots, "nothing", 10)), ElementsAre(Pair("title", 10)))
      << "of a film without it the beginning";
  EXPECT_THAT(lengths(excerpt(shots, "tags", 900)), ElementsAre(Pair("tags", 60), Pair("card", 60)))
      << "or what there is";
}

TEST(Excerpt, of_every_style_has_six_seconds_and_a_cut) {
  for (const auto* style : {"aurora", "folio", "poster", "terminal"}) {
    const auto film = a_film(an_order(style, 60), some_pocs(48));
    const auto shots = excerpt(film->shots(), "scale", 6 * frames_per_second);
    int frames = 0;
    for (const auto& shot : shots) frames += shot.frames;
    EXPECT_EQ(frames, 6 * frames_per_second) << style;
    EXPECT_EQ(shots.front().name, "scale") << style;
    EXPECT_GE(shots.size(), 2U) << style;
  }
}

}  // namespace
}  // namespace mrbill::content::video
