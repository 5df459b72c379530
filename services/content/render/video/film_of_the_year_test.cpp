// What every film keeps, in every style: all POCs seen, exact length, cuts on bars, words within the picture,
// same bytes.
#include <set>

#include <gtest/gtest.h>

#include <canvas/rasteriser.hpp>

#include "render/video/captions.hpp"
#include "render/video/projector_fixture.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

using contract::rendering::VideoShape;

class EveryStyle : public ::testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(Styles, EveryStyle, ::testing::ValuesIn(style_names()), style_of);

TEST(Styles, are_at_least_four) {
  EXPECT_GE(styles().size(), 4u);
}

TEST_P(EveryStyle, shows_every_poc_by_name_within_the_film) {
  for (int count : {0, 1, 5, 150, 1021, 4138})
    for (int seconds : {20, 60, 180}) {
      auto film = a_film(an_order(std::string(GetParam()), seconds), some_pocs(count));
      auto shown = film->shown_pocs();
      ASSERT_EQ(shown.size(), static_cast<std::size_t>(count));
      std::set<std::int64_t> orders;
      for (const auto& poc : shown) {
        EXPECT_GE(poc.at_second, 0) << count << " POCs in " << seconds << " s";
        EXPECT_LE(poc.at_second + poc.duration_seconds, seconds + 0.05);
        EXPECT_GT(poc.duration_seconds, 1.0 / 31);
        orders.insert(poc.sequence_order);
      }
      EXPECT_EQ(orders.size(), static_cast<std::size_t>(count));
    }
}

TEST_P(EveryStyle, draws_the_names_it_says_it_shows) {
  auto film = a_film(an_order(std::string(GetParam())), some_pocs(300));
  Projector projector;
  auto scenes = film->shown_scenes();
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    if (scenes[i].kind != "wall") continue;
    std::set<double> pages;
    for (const auto& poc : film->shown_pocs())
      if (poc.at_second >= scenes[i].from_second)
        pages.insert(poc.at_second + poc.duration_seconds * 0.8 - scenes[i].from_second);
    std::size_t words = 0;
    for (double moment : pages) {
      const auto picture = projector.at(*film, i, moment);
      for (const auto& command : picture.commands())
        words += std::holds_alternative<canvas::Words>(command.what) ? 1 : 0;
    }
    EXPECT_GE(words, 300u);
  }
}

TEST_P(EveryStyle, fills_exactly_the_seconds_asked_for_and_cuts_on_bars) {
  for (int count : {0, 5, 150})
    for (int seconds : {20, 47, 60, 180}) {
      auto film = a_film(an_order(std::string(GetParam()), seconds), some_pocs(count));
      const auto& story = film->script().story;
      int frames = 0, bars = 0;
      for (const auto& shot : film->shots()) frames += shot.frames;
      EXPECT_EQ(frames, seconds * frames_per_second);
      for (const auto& scene : story.scenes) {
        EXPECT_EQ(scene.first_bar, bars);
        EXPECT_GE(scene.bars, 1);
        bars += scene.bars;
      }
      EXPECT_EQ(bars, story.bars);
      EXPECT_EQ(story.scenes.front().kind, SceneKind::title);
      EXPECT_EQ(story.scenes.back().kind, SceneKind::bow);
      EXPECT_GE(story.scenes.back().bars * story.bar_seconds(), 1.8);
    }
}

void expect_words_inside(const canvas::Picture& picture, const std::string& where) {
  double across = picture.size().width * 0.02, down = picture.size().height * 0.02;
  for (const auto& command : picture.commands()) {
    const auto* words = std::get_if<canvas::Words>(&command.what);
    if (words == nullptr || command.clip != nullptr) continue;
    canvas::Rect ink = words->text->ink();
    auto box = canvas::pixels_of(command.matrix, ink, 0);
    EXPECT_GE(box.left, across - 1) << where;
    EXPECT_GE(box.top, down - 1) << where;
    EXPECT_LE(box.right, picture.size().width - across + 1) << where;
    EXPECT_LE(box.bottom, picture.size().height - down + 1) << where;
  }
}

TEST_P(EveryStyle, keeps_words_within_the_picture_in_every_shape_and_language) {
  Projector projector;
  for (auto shape : {VideoShape::landscape, VideoShape::portrait, VideoShape::square})
    for (auto locale : {Locale::pt_br, Locale::en})
      for (int variant = 0; variant < 5; ++variant) {
        auto order = an_order(std::string(GetParam()));
        order.shape = shape;
        order.person.locale = locale;
        if (variant == 3)
          order.person.display_name = "Maria Aparecida dos Santos Albuquerque de Vasconcelos e Silva Filha";
        auto film = a_film(order, variant == 3 ? awkward_pocs()
                                               : some_pocs(variant == 0   ? 0
                                                           : variant == 1 ? 4
                                                           : variant == 4 ? 1
                                                                          : 150));
        auto scenes = film->shown_scenes();
        for (std::size_t i = 0; i < scenes.size(); ++i) {
          const auto picture = projector.at(*film, i, (scenes[i].to_second - scenes[i].from_second) * 0.93);
          expect_words_inside(picture, scenes[i].kind + " shape " + std::to_string(static_cast<int>(shape)) +
                                           " variant " + std::to_string(variant));
        }
      }
}

TEST_P(EveryStyle, draws_the_same_picture_twice) {
  Projector one, other;
  auto first = a_film(an_order(std::string(GetParam())), some_pocs(60)),
       second = a_film(an_order(std::string(GetParam())), some_pocs(60));
  for (std::size_t scene = 0; scene < first->shown_scenes().size(); ++scene)
    for (double moment : {0.1, 0.9, 2.3}) {
      EXPECT_EQ(one.at(*first, scene, moment).hash(), other.at(*second, scene, moment).hash());
    }
}

TEST_P(EveryStyle, moves_nothing_but_light_and_time_in_a_calm_film) {
  auto order = an_order(std::string(GetParam()));
  order.calm = true;
  auto film = a_film(order, some_pocs(60));
  Projector projector;
  // Words that are seen twice stand where they stood.
  auto scenes = film->shown_scenes();
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    if (scenes[i].kind == "wall") continue;
    double length = scenes[i].to_second - scenes[i].from_second;
    std::map<std::uint64_t, std::set<std::pair<int, int>>> early, late;
    for (auto [share, places] : {std::pair{0.5, &early}, std::pair{0.9, &late}}) {
      const auto picture = projector.at(*film, i, length * share);
      for (const auto& command : picture.commands())
        if (const auto* words = std::get_if<canvas::Words>(&command.what))
          (*places)[words->text->id()].insert(
              {static_cast<int>(command.matrix.x0), static_cast<int>(command.matrix.y0)});
    }
    for (const auto& [text, places] : early)
      if (late.contains(text) && places.size() == 1) {
        EXPECT_TRUE(late[text].contains(*places.begin())) << scenes[i].kind;
      }
  }
}

TEST(Captions, say_something_for_every_scene_in_both_languages) {
  for (int count : {0, 1, 150}) {
    auto film = a_film(an_order(), some_pocs(count));
    for (auto locale : {Locale::pt_br, Locale::en}) {
      auto track = captions_in(locale, *film);
      EXPECT_EQ(track.captions.size(), film->shown_scenes().size());
      for (const auto& caption : track.captions) {
        EXPECT_GT(caption.text.size(), 3u);
        EXPECT_EQ(caption.text.find('{'), std::string::npos) << caption.text;
      }
    }
  }
}

TEST(Production, explains_an_unknown_style) {
  auto made = Production::make(an_order("velvet"), {}, 360);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "style_unknown");
  EXPECT_NE(made.error().message.find("poster"), std::string::npos);
}

TEST(Production, explains_a_period_that_ends_before_it_begins) {
  auto order = an_order();
  std::swap(order.from_date, order.to_date);
  auto made = Production::make(order, {}, 360);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "period_empty");
}

}  // namespace
}  // namespace mrbill::content::video
