// No words lie across the edge of what is filled beneath them: half in a bar or half out of a circle they
// cannot be read.
#include <map>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "render/video/projector_fixture.hpp"
#include "render/video/scenes/figures.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

using canvas::Rect;
using contract::rendering::VideoShape;

constexpr double slack = 0.5;  // pixels

struct Ink {
  std::string words;
  Rect where;
};

Rect on_picture(const canvas::Command& command, const Rect& rect) {
  const auto& m = command.matrix;
  return {m.x0 + m.xx * rect.x, m.y0 + m.yy * rect.y, m.xx * rect.width, m.yy * rect.height};
}

bool turned(const canvas::Command& command) {
  return command.matrix.xy != 0 || command.matrix.yx != 0;
}

// Twelve points and none at a corner: what Path::circle makes of four curves.
bool is_round(const canvas::Path& path) {
  using Verb = canvas::Path::Verb;
  const auto box = path.extents();
  return std::ranges::count(path.verbs(), Verb::curve) >= 4 &&
         std::ranges::count(path.verbs(), Verb::line) <= 1 && std::abs(box.width - box.height) < 1;
}

bool meet(const Rect& a, const Rect& b) {
  return std::min(a.right(), b.right()) - std::max(a.x, b.x) > slack &&
         std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > slack;
}

bool holds(const Rect& shape, bool round, const Rect& ink) {
  if (!round)
    return ink.x >= shape.x - slack && ink.y >= shape.y - slack && ink.right() <= shape.right() + slack &&
           ink.bottom() <= shape.bottom() + slack;
  const double radius = shape.width / 2 + slack;
  const auto inside = [&](double x, double y) {
    return std::hypot(x - shape.centre().x, y - shape.centre().y) <= radius;
  };
  return inside(ink.x, ink.y) && inside(ink.right(), ink.y) && inside(ink.x, ink.bottom()) &&
         inside(ink.right(), ink.bottom());
}

// Only what could hold the words is their ground; dots and cells around them are not.
bool may_hold(const Rect& shape, const Rect& ink) {
  return shape.width > ink.width * 0.9 && shape.height > ink.height * 0.9;
}

void expect_whole(const canvas::Picture& picture, const std::string& told) {
  std::vector<Ink> inks;
  for (const auto* command : words_in(picture)) {
    const auto& text = *std::get<canvas::Words>(command->what).text;
    if (!text.runs().empty() && !turned(*command) && command->box.right > command->box.left)
      inks.push_back({text.words(), on_picture(*command, text.ink())});
  }
  for (const auto& command : picture.commands()) {
    const auto* fill = std::get_if<canvas::Fill>(&command.what);
    if (fill == nullptr || turned(command) || command.clip != nullptr) continue;
    const bool round = is_round(fill->path);
    const auto shape = on_picture(command, fill->path.extents());
    for (const auto& ink : inks) {
      if (!may_hold(shape, ink.where) || !meet(shape, ink.where)) continue;
      EXPECT_TRUE(holds(shape, round, ink.where)) << told << ": " << ink.words;
    }
  }
}

class EdgesOf : public ::testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(Styles, EdgesOf, ::testing::ValuesIn(style_names()), style_of);

// A third of a year on one day, and two weeks in a row: every record has its note.
std::vector<Poc> with_records(int count) {
  auto pocs = some_pocs(count);
  for (std::size_t i = 0; count >= 24 && i < pocs.size(); ++i)
    if (i % 3 == 0) pocs[i].created_at = at(2025, 9, 10 + (i % 2 == 0 ? 0 : static_cast<unsigned>(i % 14)));
  return pocs;
}

TEST_P(EdgesOf, what_is_filled_cut_no_words) {
  Projector projector;
  for (auto shape : {VideoShape::landscape, VideoShape::portrait, VideoShape::square})
    for (int pocs : {0, 1, 6, 150}) {
      auto order = an_order(std::string(GetParam()));
      order.shape = shape;
      order.title = "Meu ano, contado em pequenas provas de conceito";
      const auto film = a_film(order, with_records(pocs));
      const auto scenes = film->shown_scenes();
      for (std::size_t i = 0; i < scenes.size(); ++i) {
        expect_whole(
            projector.before_the_cut(*film, i, 0.75),
            fmt::format("{} {} shape {} {} POCs", GetParam(), scenes[i].kind, static_cast<int>(shape), pocs));
      }
    }
}

// The card is what is sent around: what its numbers count stands beside them, whole, and all of it in
// one size.
TEST_P(EdgesOf, the_card_cut_no_label_and_set_all_in_one_size) {
  Projector projector;
  for (auto shape : {VideoShape::landscape, VideoShape::portrait, VideoShape::square})
    for (int pocs : {1, 6, 150}) {
      auto order = an_order(std::string(GetParam()));
      order.shape = shape;
      const auto film = a_film(order, with_records(pocs));
      const auto picture = projector.before_the_cut(*film, film->shown_scenes().size() - 1, 0.75);
      std::map<std::string, canvas::TextPtr> shown;
      for (const auto* command : words_in(picture)) {
        const auto text = std::get<canvas::Words>(command->what).text;
        shown.emplace(text->words(), text);
      }
      std::set<double> sizes;
      for (const auto& fact : card_facts(film->script())) {
        const auto found = shown.find(fact.label);
        ASSERT_NE(found, shown.end()) << fact.label;
        EXPECT_FALSE(found->second->cut())
            << GetParam() << " shape " << static_cast<int>(shape) << ": " << fact.label;
        sizes.insert(std::round(found->second->size()));
      }
      EXPECT_EQ(sizes.size(), 1u) << GetParam() << " shape " << static_cast<int>(shape) << " " << pocs
                                  << " POCs";
    }
}

// Where a number is drawn with what it counts beneath it, the two stand on one middle line.
TEST(AuroraCalendar, says_what_its_number_counts_right_under_it) {
  Projector projector;
  for (auto shape : {VideoShape::landscape, VideoShape::portrait}) {
    auto order = an_order("aurora");
    order.shape = shape;
    const auto film = a_film(order, with_records(150));
    const auto& script = film->script();
    const auto& scenes = script.story.scenes;
    const auto calendar = std::ranges::find(scenes, SceneKind::calendar, &Scene::kind);
    ASSERT_NE(calendar, scenes.end());
    const auto index = static_cast<std::size_t>(calendar - scenes.begin());
    const auto picture = projector.before_the_cut(*film, index, 0.75);
    const auto peak = peak_of(script);
    std::vector<double> middles;
    for (const auto* command : words_in(picture)) {
      const auto& text = *std::get<canvas::Words>(command->what).text;
      if (text.words() == peak.label || text.words() == script.number(peak.count))
        middles.push_back(on_picture(*command, text.ink()).centre().x);
    }
    ASSERT_EQ(middles.size(), 2u) << peak.label;
    EXPECT_NEAR(middles[0], middles[1], 4) << "shape " << static_cast<int>(shape);
  }
}

}  // namespace
}  // namespace mrbill::content::video
