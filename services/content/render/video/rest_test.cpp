// What can be read is given the time to be read: in every scene, style, shape, language and length all words
// have come, and stand where they stand, a second and a half before the next scene comes over them. None lies
// over another.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "render/video/projector_fixture.hpp"
#include "render/video/scenes/figures.hpp"
#include "render/video/scenes/wall.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

using contract::rendering::VideoShape;

constexpr double rest = 1.5;  // seconds

// Where words stand and how they look: equal for equal words in equal places.
struct Standing {
  std::string words;
  double x, y, size, alpha;
  canvas::Box seen;  // of it within its clip
};

std::vector<Standing> standing_in(const canvas::Picture& picture) {
  std::vector<Standing> all;
  for (const auto* command : words_in(picture)) {
    const auto& words = std::get<canvas::Words>(command->what);
    all.push_back({words.text->words(), command->matrix.x0, command->matrix.y0,
                   words.text->size() * std::hypot(command->matrix.xx, command->matrix.yx),
                   words.colour.alpha * command->alpha, command->box});
  }
  return all;
}

bool same(const Standing& a, const Standing& b, double u) {
  return a.words == b.words && std::abs(a.x - b.x) < u && std::abs(a.y - b.y) < u &&
         std::abs(a.size - b.size) < 0.01 * a.size && std::abs(a.alpha - b.alpha) < 0.02 &&
         std::abs(a.seen.right - b.seen.right) <= 2 && std::abs(a.seen.bottom - b.seen.bottom) <= 2;
}

struct FilmCase {
  std::string_view style;
  VideoShape shape = VideoShape::landscape;
  Locale locale = Locale::pt_br;
  int seconds = 60;
  int pocs = 150;  // -1: awkward ones, of somebody with a long name
  bool calm = false;
  bool many_tags = false;
};

std::string told(const FilmCase& film_case, std::string_view scene) {
  return fmt::format("{} {} shape {} {} s {} POCs{}", film_case.style, scene,
                     static_cast<int>(film_case.shape), film_case.seconds, film_case.pocs,
                     film_case.calm ? " calm" : "");
}

std::unique_ptr<Production> film_of(const FilmCase& film_case) {
  auto order = an_order(std::string(film_case.style), film_case.seconds);
  order.shape = film_case.shape;
  order.person.locale = film_case.locale;
  order.calm = film_case.calm;
  if (film_case.pocs >= 0) {
    auto pocs = some_pocs(film_case.pocs);
    for (std::size_t i = 0; film_case.many_tags && i < pocs.size(); ++i)
      for (std::size_t k = 0; k < 3; ++k)
        pocs[i].tags.push_back(
            fmt::format("topic-{}-of-many{}", (i * 3 + k) % 29, k == 0 ? "-with-words" : ""));
    return a_film(order, std::move(pocs));
  }
  order.person.display_name = "Maria Aparecida dos Santos Albuquerque de Vasconcelos e Silva Filha";
  order.title =
      "A title of a film that is as long as titles of films may be, which is a hundred letters and no more";
  order.from_date = at(2024, 12, 1, 3);
  order.to_date = at(2025, 12, 1, 3);
  order.until_date = at(2025, 11, 29, 3);
  return a_film(order, awkward_pocs());
}

// Pages of names that run by because there are too many for the time are read at pause.
bool runs_by(const Production& film, std::size_t scene, double length) {
  return film.script().story.scenes[scene].kind == SceneKind::wall &&
         film.style().wall(film.script(), length).page_seconds < rest + 0.5;
}

void expect_rest(const FilmCase& film_case) {
  Projector projector;
  const auto film = film_of(film_case);
  const auto scenes = film->shown_scenes();
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    const double length = scenes[i].to_second - scenes[i].from_second;
    if (runs_by(*film, i, length)) continue;
    const auto last = standing_in(projector.before_the_cut(*film, i, 1.0 / frames_per_second));
    ASSERT_FALSE(last.empty());
    for (double before : {rest - 0.02, rest / 2}) {
      const auto now = standing_in(projector.before_the_cut(*film, i, before));
      ASSERT_EQ(now.size(), last.size()) << told(film_case, scenes[i].kind) << " of " << length << " s";
      for (std::size_t k = 0; k < now.size(); ++k)
        EXPECT_TRUE(same(now[k], last[k], film::unit_of(film->script().size)))
            << told(film_case, scenes[i].kind) << " of " << length << " s: " << now[k].words << " | "
            << last[k].words;
    }
  }
}

class WordsOf : public ::testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(Styles, WordsOf, ::testing::ValuesIn(style_names()), style_of);

TEST_P(WordsOf, every_scene_rest_a_second_and_a_half_before_its_cut) {
  for (int seconds : {20, 31, 60, 180})
    for (int pocs : {0, 1, 4, 150}) expect_rest({.style = GetParam(), .seconds = seconds, .pocs = pocs});
}

TEST_P(WordsOf, every_scene_rest_in_every_shape_and_language_and_in_calm) {
  for (auto shape : {VideoShape::portrait, VideoShape::square})
    for (auto locale : {Locale::pt_br, Locale::en})
      expect_rest({.style = GetParam(), .shape = shape, .locale = locale});
  expect_rest({.style = GetParam(), .locale = Locale::en, .pocs = 40, .calm = true});
}

// A scene of a 60 second film is long enough for all it has to tell: its reason, its third record,
// its sentence.
TEST_P(WordsOf, the_usual_film_are_all_there) {
  const auto film = film_of({.style = GetParam()});
  const auto& script = film->script();
  Projector projector;
  int persona = 0;
  for (std::size_t i = 0; i < script.story.scenes.size(); ++i) {
    const auto kind = script.story.scenes[i].kind;
    if (kind != SceneKind::persona && kind != SceneKind::records && kind != SceneKind::halves) continue;
    persona += kind == SceneKind::persona ? 1 : 0;
    std::string said;
    for (const auto& one : standing_in(projector.before_the_cut(*film, i, rest))) said += one.words + "\n";
    std::vector<std::string> wanted;
    if (kind == SceneKind::persona) wanted = {persona_reason(script.facts, script.words)};
    if (kind == SceneKind::halves) wanted = {growth(script.facts, script.words)};
    if (kind == SceneKind::records)
      for (const auto& record : records_of(script.facts, script.words)) wanted.push_back(record.label);
    for (const auto& words : wanted) EXPECT_NE(said.find(words), std::string::npos) << said;
  }
  EXPECT_EQ(persona, 1);
}

bool lie_over(const canvas::Box& a, const canvas::Box& b) {
  const int across = std::min(a.right, b.right) - std::max(a.left, b.left),
            down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return across > 3 && down > 3;
}

void expect_apart(const FilmCase& film_case) {
  Projector projector;
  const auto film = film_of(film_case);
  const auto scenes = film->shown_scenes();
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    const auto picture = projector.before_the_cut(*film, i, rest / 2);
    std::vector<std::pair<std::string, canvas::Box>> inks;
    for (const auto* command : words_in(picture)) {
      const auto& text = *std::get<canvas::Words>(command->what).text;
      if (!text.runs().empty())
        inks.emplace_back(text.words(), canvas::pixels_of(command->matrix, text.ink(), 0));
    }
    for (std::size_t a = 0; a < inks.size(); ++a)
      for (std::size_t b = a + 1; b < inks.size(); ++b)
        EXPECT_FALSE(lie_over(inks[a].second, inks[b].second))
            << told(film_case, scenes[i].kind) << ": " << inks[a].first << " | " << inks[b].first;
  }
}

TEST_P(WordsOf, a_picture_do_not_lie_over_each_other) {
  for (auto shape : {VideoShape::landscape, VideoShape::portrait, VideoShape::square})
    for (auto locale : {Locale::pt_br, Locale::en})
      for (int pocs : {-1, 0, 1, 4, 24, 150})
        expect_apart(
            {.style = GetParam(), .shape = shape, .locale = locale, .pocs = pocs, .many_tags = pocs >= 24});
}

}  // namespace
}  // namespace mrbill::content::video
