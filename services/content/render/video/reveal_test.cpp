// The persona is said where the music comes back: a beat of silence, then the impact, at the frame on which
// the word enters.
#include <cmath>

#include <gtest/gtest.h>

#include "render/video/projector_fixture.hpp"
#include "render/video/soundtrack.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

constexpr int rate = 48'000;

double level(const std::vector<float>& samples, double from, double to) {
  double sum = 0;
  const auto first = static_cast<std::size_t>(from * rate) * 2,
             last = static_cast<std::size_t>(to * rate) * 2;
  for (auto i = first; i < last; ++i)
    sum += static_cast<double>(samples[i]) * static_cast<double>(samples[i]);
  return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, last - first)));
}

std::optional<std::size_t> persona_in(const Production& film) {
  const auto& scenes = film.script().story.scenes;
  for (std::size_t i = 0; i < scenes.size(); ++i)
    if (scenes[i].kind == SceneKind::persona) return i;
  return std::nullopt;
}

// The first frame of the scene in which the persona's name is seen.
double second_of_the_word(const Production& film, std::size_t scene) {
  Projector projector;
  const auto& facts = film.script().facts;
  const auto name = film.script().words.personas[static_cast<int>(facts.persona.kind)].name;
  const auto frames = film.script().story.frames(scene, frames_per_second);
  for (int frame = frames_per_second; frame < frames; ++frame) {
    const auto picture = projector.at(film, scene, static_cast<double>(frame) / frames_per_second);
    for (const auto* words : words_in(picture))
      if (std::get<canvas::Words>(words->what).text->words() == name)
        return film.shown_scenes()[scene].from_second + static_cast<double>(frame) / frames_per_second;
  }
  return -1;
}

class Reveal : public ::testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(Styles, Reveal, ::testing::ValuesIn(style_names()), style_of);

TEST_P(Reveal, lies_on_the_silence_and_the_impact_of_the_music) {
  for (const int seconds : {24, 60}) {
    const auto film = a_film(an_order(std::string(GetParam()), seconds), some_pocs(150));
    const auto scene = persona_in(*film);
    if (!scene) continue;
    const auto& script = film->script();
    const double reveal = film->shown_scenes()[*scene].from_second + script.reveal();
    // An entrance shows the first of its pixels within three frames.
    EXPECT_NEAR(second_of_the_word(*film, *scene), reveal + 0.05, 0.07) << seconds;
    const auto samples = soundtrack(*film, {});
    ASSERT_TRUE(samples);
    const double beat = script.story.bar_seconds() / script.beats_per_bar;
    EXPECT_LT(level(*samples, reveal - beat + 0.08, reveal - 0.03), 1e-3) << seconds;
    EXPECT_GT(level(*samples, reveal, reveal + 0.3), 0.03) << seconds;
  }
}

TEST_P(Reveal, is_in_every_film_of_a_minute) {
  for (int pocs : {1, 5, 150})
    EXPECT_TRUE(persona_in(*a_film(an_order(std::string(GetParam())), some_pocs(pocs)))) << pocs;
}

}  // namespace
}  // namespace mrbill::content::video
