// A short film, encoded and joined, looked at by ffmpeg: no black, no standstill.
#include <array>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

#include <gtest/gtest.h>

#include <canvas/font_folder.hpp>
#include <media/movie.hpp>

#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

class WholeFilm : public ::testing::TestWithParam<const char*> {
 protected:
  WholeFilm() { std::filesystem::create_directories(folder_); }
  ~WholeFilm() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path made(const char* style) {
    auto film = a_film(an_order(style, 20), some_pocs(150));
    canvas::Fonts fonts(canvas::font_folder());
    media::VideoFormat format{640, 360, frames_per_second};
    media::Movie movie;
    movie.format = format;
    movie.segments = film::render(film->shots(), {format, folder_, 2, {}}, fonts, {});
    movie.title = "t";
    movie.language = "en";
    media::write_movie(movie, folder_ / "film.mp4");
    return folder_ / "film.mp4";
  }

  static std::string told(const std::string& command) {
    std::string out;
    std::array<char, 4096> piece{};
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    while (auto count = std::fread(piece.data(), 1, piece.size(), pipe)) out.append(piece.data(), count);
    ::pclose(pipe);
    return out;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("whole_film_test_" + std::to_string(::getpid()));
};

INSTANTIATE_TEST_SUITE_P(Styles, WholeFilm, ::testing::Values("poster", "aurora", "folio", "terminal"));

TEST_P(WholeFilm, has_its_length_and_is_never_black_and_never_stands_still_for_long) {
  if (std::system("command -v ffmpeg >/dev/null") != 0) GTEST_SKIP() << "no ffmpeg";
  auto file = made(GetParam());
  auto report = told("ffmpeg -v info -i " + file.string() +
                     " -vf blackdetect=d=0.3:pix_th=0.02,freezedetect=n=-70dB:d=4.5 -f null -");
  EXPECT_NE(report.find("Duration: 00:00:20.00"), std::string::npos) << report;
  EXPECT_EQ(report.find("black_start"), std::string::npos) << report;
  EXPECT_EQ(report.find("freeze_start"), std::string::npos) << report;
}

}  // namespace
}  // namespace mrbill::content::video
