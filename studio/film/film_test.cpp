#include <filesystem>
#include <fstream>
#include <mutex>
#include <unistd.h>

#include <gtest/gtest.h>

#include <canvas/canvas_fixture.hpp>
#include <film/film.hpp>
#include <film/frame.hpp>
#include <film/stage.hpp>

namespace mrbill::film {
namespace {

using canvas::Canvas;
using canvas::Colour;
using canvas::Path;
using canvas::Picture;

void draw(Picture& picture, canvas::Typesetter& setter, int frame) {
  picture.ground({canvas::paper, canvas::ink, {}, 1, {}});
  picture.fill(Path::circle({40.0 + 3 * std::min(frame, 20), 60}, 20), Colour{0.9, 0.2, 0.1, 0.7});
  picture.glow({100, 60.0 + (frame % 4)}, 30, Colour{1, 1, 1, 0.4});
  picture.text(setter.set(std::to_string(frame / 10), {.family = "Inter", .size = 50}), {120, 80},
               canvas::ink);
}

std::vector<Shot> shots() {
  std::vector<Shot> all;
  for (int i = 0; i < 3; ++i)
    all.push_back({"shot", 30, [i](Picture& picture, canvas::Typesetter& setter, int frame) {
                     draw(picture, setter, frame + 7 * i);
                   }});
  return all;
}

class Rendering : public ::testing::Test {
 protected:
  Rendering() { std::filesystem::create_directories(root_); }
  ~Rendering() override { std::filesystem::remove_all(root_); }
  std::vector<std::filesystem::path> render_into(const std::string& name, unsigned threads) {
    std::filesystem::create_directories(root_ / name);
    RenderPlan plan{{192, 128, 30}, root_ / name, threads, {}};
    return render(shots(), plan, canvas_.fonts,
                  {[&](long done, long all) { progress_.emplace_back(done, all); },
                   [&](const std::string& file) { told_.push_back(file); }});
  }
  static std::string bytes(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  Canvas canvas_;
  std::filesystem::path root_ =
      std::filesystem::temp_directory_path() / ("film_test_" + std::to_string(::getpid()));
  std::vector<std::pair<long, long>> progress_;
  std::vector<std::string> told_;
};

TEST(Shape, counts_as_square_until_one_side_is_longer_by_a_fifth) {
  EXPECT_TRUE(is_wide({1920, 1080}));
  EXPECT_TRUE(is_tall({1080, 1920}));
  for (const Size size : {Size{1080, 1080}, Size{1296, 1080}, Size{1080, 1296}})
    EXPECT_FALSE(is_wide(size) || is_tall(size)) << size.width << " x " << size.height;
}

TEST(Stage, lets_a_span_pass_with_the_seconds_and_all_of_it_in_a_calm_film) {
  Canvas canvas;
  Picture picture({64, 64});
  Stage stage{picture, canvas.setter, 3, 10};
  EXPECT_DOUBLE_EQ(stage.passed(2, 4), 0.25);
  EXPECT_DOUBLE_EQ(stage.passed(3.5, 4), 0);
  EXPECT_DOUBLE_EQ(stage.passed(1, 1), 1);
  stage.motion = Motion::calm;
  EXPECT_DOUBLE_EQ(stage.passed(3.5, 4), 1);
}

TEST(Frame, shows_after_any_frame_what_it_would_show_at_once) {
  Canvas canvas;
  Frame running(192, 128);
  for (int i = 0; i < 40; ++i) {
    Picture picture({192, 128});
    draw(picture, canvas.setter, i);
    running.show(picture);
    EXPECT_TRUE(canvas::same_pixels(running.surface(), Canvas::drawn(picture))) << "frame " << i;
  }
}

TEST(Frame, tells_that_nothing_changed) {
  Canvas canvas;
  Frame frame(192, 128);
  Picture picture({192, 128});
  draw(picture, canvas.setter, 0);
  EXPECT_EQ(frame.show(picture), (std::vector<media::Area>{{0, 0, 192, 128}}));
  EXPECT_TRUE(frame.show(picture).empty());
}

TEST(Frame, tells_the_areas_that_changed) {
  Picture one({192, 128}), two({192, 128});
  one.fill(canvas::Rect{0, 10, 20, 10}, canvas::ink);
  two.fill(canvas::Rect{0, 12, 20, 10}, canvas::ink);
  Frame frame(192, 128);
  frame.show(one);
  const auto changed = frame.show(two);
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_LE(changed[0].top, 10);
  EXPECT_GE(changed[0].bottom, 22);
  EXPECT_LT(changed[0].bottom, 30);
  EXPECT_GE(changed[0].right, 20);
  EXPECT_LT(changed[0].right, 30);
}

TEST(Segments, are_pieces_that_cover_the_shots_exactly) {
  std::vector<Shot> long_one{{"a", 401, {}}, {"b", 10, {}}};
  auto segments = segments_of(long_one, 180);
  int frames = 0;
  for (const auto& segment : segments) {
    EXPECT_LE(segment.frames, 180);
    frames += segment.frames;
  }
  EXPECT_EQ(frames, 411);
}

TEST_F(Rendering, gives_the_same_bytes_with_one_thread_and_with_two) {
  auto one = render_into("one", 1), two = render_into("two", 2);
  ASSERT_EQ(one.size(), two.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].filename(), two[i].filename());
    EXPECT_EQ(bytes(one[i]), bytes(two[i]));
  }
}

TEST_F(Rendering, finds_segments_again_instead_of_drawing_them) {
  auto files = render_into("kept", 1);
  auto time = std::filesystem::last_write_time(files[1]);
  std::filesystem::remove(files[0]);
  auto again = render_into("kept", 1);
  EXPECT_EQ(again, files);
  EXPECT_EQ(std::filesystem::last_write_time(files[1]), time);
  EXPECT_TRUE(std::filesystem::exists(files[0]));
}

TEST_F(Rendering, draws_a_damaged_segment_anew) {
  auto files = render_into("damaged", 1);
  auto whole = bytes(files[0]);
  std::filesystem::resize_file(files[0], whole.size() / 2);
  render_into("damaged", 1);
  EXPECT_EQ(bytes(files[0]), whole);
}

TEST_F(Rendering, tells_progress_up_to_the_end) {
  render_into("told", 2);
  ASSERT_FALSE(progress_.empty());
  for (std::size_t i = 1; i < progress_.size(); ++i) EXPECT_GE(progress_[i].first, progress_[i - 1].first);
  EXPECT_EQ(progress_.back().first, progress_.back().second);
  EXPECT_EQ(told_.size(), 3u);
}

}  // namespace
}  // namespace mrbill::film
