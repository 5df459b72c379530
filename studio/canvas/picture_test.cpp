#include <gtest/gtest.h>

#include <canvas/canvas_fixture.hpp>

namespace mrbill::canvas {
namespace {

Picture scene(Canvas& canvas, double x) {
  Picture picture({320, 200});
  picture.ground({paper, ink, {{{60, 40}, 150, Colour{0.8, 0.2, 0.2, 0.7}}}, 2, {}});
  picture.fill(Path::rounded({x, 40, 80, 50}, 12), Colour{0.2, 0.3, 0.9, 0.8});
  picture.glow({200, 120}, 70, Colour{1, 1, 1, 0.5});
  {
    auto kept = picture.save();
    picture.clip(Path::circle({160, 100}, 80));
    picture.rotate(0.3, {160, 100});
    picture.text(canvas.setter.set("Hello", {.family = "Inter", .size = 40}), {100, 120}, ink);
  }
  picture.stroke(Path::line({10, 190}, {300, 150}), 3, ink);
  return picture;
}

TEST(Picture, has_the_same_hash_when_it_is_the_same) {
  Canvas canvas;
  EXPECT_EQ(scene(canvas, 50).hash(), scene(canvas, 50).hash());
  EXPECT_NE(scene(canvas, 50).hash(), scene(canvas, 50.5).hash());
}

TEST(Picture, restores_its_state) {
  Picture picture({100, 100});
  {
    auto kept = picture.save();
    picture.move(40, 0);
    picture.clip(Rect{0, 0, 1, 1});
    picture.fade(0.1);
  }
  picture.fill(Rect{0, 0, 10, 10}, ink);
  EXPECT_EQ(picture.commands().back().alpha, 1);
  EXPECT_EQ(picture.commands().back().clip, nullptr);
}

TEST(Picture, leaves_out_what_cannot_be_seen) {
  Picture picture({100, 100});
  picture.fill(Rect{200, 0, 10, 10}, ink);
  picture.fill(Rect{0, 0, 10, 10}, Colour{0, 0, 0, 0});
  EXPECT_TRUE(picture.commands().empty());
}

TEST(Rasteriser, draws_the_same_pixels_twice) {
  Canvas canvas;
  EXPECT_TRUE(same_pixels(Canvas::drawn(scene(canvas, 50)), Canvas::drawn(scene(canvas, 50))));
}

TEST(Rasteriser, draws_in_parts_what_it_draws_at_once) {
  Canvas canvas;
  auto picture = scene(canvas, 50);
  Surface parts(320, 200);
  std::vector<Box> boxes{{0, 0, 100, 200}, {100, 0, 320, 77}, {100, 77, 320, 200}};
  Rasteriser().paint(parts, picture, boxes);
  // cairo rounds the rim of a curved clip by the part it works on.
  EXPECT_LE(difference(parts, Canvas::drawn(picture)), 3);
}

TEST(Rasteriser, dithers_dark_gradients_so_that_they_do_not_band) {
  Picture picture({256, 64});
  picture.ground({Colour{0.05, 0.05, 0.07, 1}, Colour{0.06, 0.06, 0.08, 1}, {}, 0, {}});
  auto surface = Canvas::drawn(picture);
  // In a band each row would be of one colour; dithered, rows between two steps hold both.
  int mixed = 0;
  for (int y = 0; y < 64; ++y) {
    bool differs = false;
    for (int x = 1; x < 256; ++x) differs = differs || surface.row(y)[x] != surface.row(y)[0];
    mixed += differs;
  }
  EXPECT_GT(mixed, 40);
}

}  // namespace
}  // namespace mrbill::canvas
