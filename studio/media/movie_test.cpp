#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <media/movie.hpp>
#include <media/pending_file.hpp>
#include <media/test_pictures.hpp>

namespace mrbill::media {
namespace {

using ::testing::HasSubstr;

constexpr VideoFormat small{192, 108, 30};

std::string output_of(const std::string& command) {
  std::string out;
  auto* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer;
  for (auto size = buffer.size(); (size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), size);
  ::pclose(pipe);
  return out;
}

std::vector<float> tone(double seconds) {
  std::vector<float> out(static_cast<std::size_t>(std::lround(seconds * sample_rate)) * 2);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = 0.5F * static_cast<float>(
                        std::sin(2 * std::numbers::pi * 440 * static_cast<double>(i / 2) / sample_rate));
  return out;
}

class Movies : public ::testing::Test {
 protected:
  Movies() {
    write_test_segment(folder.path() / "a.seg", small, {.moving = 30, .still = 30});
    write_test_segment(folder.path() / "b.seg", small, {.moving = 1, .seed = 40});
    write_test_segment(folder.path() / "c.seg", small, {.moving = 10, .still = 20, .seed = 80});
    movie = {.format = small,
             .segments = {folder.path() / "a.seg", folder.path() / "b.seg", folder.path() / "c.seg"},
             .samples = samples,
             .captions = {{"pt-BR", {{0.5, 1, "Olá"}, {1, 2, "52 provas\nde conceito"}}},
                          {"en", {{0.5, 1, "Hello"}, {1, 2, "52 proofs"}}}},
             .title = "O ano de Ana",
             .language = "pt-BR",
             .chapters = {{0, "Start"}, {2, "End"}}};
    file = folder.path() / "video.mp4";
  }

  [[nodiscard]] std::string probe(const std::string& what, const std::string& stream = "v:0") const {
    auto out = output_of(fmt::format("ffprobe -v error -select_streams {} -show_entries {} -of csv=p=0 {}",
                                     stream, what, file.string()));
    while (out.ends_with('\n')) out.pop_back();
    return out;
  }

  TestFolder folder;
  std::vector<float> samples = tone(5);
  Movie movie;
  std::filesystem::path file;
};

TEST_F(Movies, are_high_profile_h264_tagged_bt709) {
  write_movie(movie, file);
  EXPECT_EQ(probe("stream=codec_name,profile,width,height,pix_fmt"), "h264,High,192,108,yuv420p");
  EXPECT_EQ(probe("stream=color_range,color_space,color_transfer,color_primaries"), "tv,bt709,bt709,bt709");
  EXPECT_EQ(probe("stream=r_frame_rate,avg_frame_rate"), "30/1,30/1");
  EXPECT_EQ(probe("stream=codec_name,profile,sample_rate,channels", "a:0"), "aac,LC,48000,2");
}

TEST_F(Movies, are_as_long_as_their_frames_in_picture_and_sound) {
  write_movie(movie, file);
  EXPECT_EQ(output_of(fmt::format("ffprobe -v error -count_frames -select_streams v:0 -show_entries "
                                  "stream=nb_read_frames -of csv=p=0 {}",
                                  file.string())),
            "91\n");
  EXPECT_EQ(probe("stream=duration"), "3.033333");
  EXPECT_EQ(probe("stream=duration", "a:0"), "3.033333");
  EXPECT_NEAR(std::stod(probe("stream=start_time", "a:0")), 0, 1e-6);
  const auto pcm = output_of(fmt::format("ffmpeg -v error -i {} -map a:0 -f f32le -", file.string()));
  EXPECT_GE(pcm.size() / 8, 91U * 1600U);
  EXPECT_LT(pcm.size() / 8,
            91U * 1600U + 1024U);  // FFmpeg shows the last block whole; the track's length is exact
}

TEST_F(Movies, fill_the_sound_that_is_missing_with_silence) {
  movie.samples = std::span<const float>(samples).first(48'000);
  write_movie(movie, file);
  const auto pcm = output_of(fmt::format("ffmpeg -v error -i {} -map a:0 -f f32le -", file.string()));
  EXPECT_GE(pcm.size() / 8, 91U * 1600U);
}

TEST_F(Movies, keep_sound_where_it_was) {
  std::vector<float> click(samples.size());
  click[2 * 24'000] = click[2 * 24'000 + 1] = 0.9F;
  movie.samples = click;
  write_movie(movie, file);
  const auto pcm = output_of(fmt::format("ffmpeg -v error -i {} -map a:0 -ac 1 -f s16le -", file.string()));
  std::size_t loudest = 0;
  const auto level = [&pcm](std::size_t i) {
    return std::abs(static_cast<std::int16_t>(static_cast<std::uint8_t>(pcm[2 * i]) |
                                              static_cast<std::uint8_t>(pcm[2 * i + 1]) << 8));
  };
  for (std::size_t i = 0; i < pcm.size() / 2; ++i)
    if (level(i) > level(loudest)) loudest = i;
  EXPECT_NEAR(static_cast<double>(loudest), 24'000, 2);
}

TEST_F(Movies, have_their_index_before_their_data) {
  write_movie(movie, file);
  const auto bytes = bytes_of(file);
  EXPECT_LT(bytes.find("moov"), bytes.find("mdat"));
}

TEST_F(Movies, carry_both_languages_a_title_and_chapters) {
  write_movie(movie, file);
  EXPECT_EQ(probe("stream=codec_name:stream_tags=language", "s"), "mov_text,por\nmov_text,eng");
  EXPECT_EQ(probe("format_tags=title"), "O ano de Ana");
  EXPECT_THAT(output_of("ffprobe -v error -show_chapters -of csv " + file.string()), HasSubstr("Start"));
  const auto text = output_of(fmt::format("ffmpeg -v error -i {} -map s:0 -f srt -", file.string()));
  EXPECT_THAT(text, HasSubstr("00:00:00,500 --> 00:00:01,000\n<font face=\"Sans\" size=\"18\">Olá<"));
  EXPECT_THAT(
      text,
      HasSubstr("00:00:01,000 --> 00:00:02,000\n<font face=\"Sans\" size=\"18\">52 provas\r\nde conceito<"));
}

// Players show a text track that is on without being asked.
TEST_F(Movies, carry_captions_that_are_off_until_somebody_wants_them) {
  write_movie(movie, file);
  EXPECT_EQ(probe("stream_disposition=default", "s"), "0\n0");
  EXPECT_EQ(probe("stream_disposition=default", "v"), "1");
  EXPECT_EQ(probe("stream_disposition=default", "a"), "1");
}

TEST_F(Movies, decode_without_a_complaint) {
  write_movie(movie, file);
  EXPECT_EQ(output_of(fmt::format("ffmpeg -v error -xerror -i {} -map v -map a -f null -", file.string())),
            "");
}

// Decoded back to RGB, in memory.
std::string decoded(const std::filesystem::path& file) {
  return output_of(
      fmt::format("ffmpeg -v error -i {} -map v:0 -sws_flags accurate_rnd+full_chroma_int+bicubic "
                  "-vf scale=in_color_matrix=bt709:in_range=tv -pix_fmt rgb24 -f rawvideo -",
                  file.string()));
}

double mean_error(const std::string& rgb, std::size_t frame, const TestPicture& picture) {
  const auto offset = frame * 192 * 108 * 3;
  double sum = 0;
  for (int y = 0; y < 108; ++y) {
    for (int x = 0; x < 192; ++x) {
      const auto at = offset + static_cast<std::size_t>(y * 192 + x) * 3;
      for (std::size_t i = 0; i < 3; ++i)
        sum += std::abs(static_cast<std::uint8_t>(rgb[at + i]) - picture.pixel(x, y)[2 - i]);
    }
  }
  return sum / (192 * 108 * 3);
}

TEST_F(Movies, show_what_was_drawn_also_where_it_stands_still_and_after_a_joint) {
  write_movie(movie, file);
  const auto rgb = decoded(file);
  ASSERT_EQ(rgb.size(), 91U * 192 * 108 * 3);
  EXPECT_LT(mean_error(rgb, 0, TestPicture(small, 0, 0)), 1.5);
  EXPECT_LT(mean_error(rgb, 17, TestPicture(small, 17, 0)), 1.5);
  EXPECT_LT(mean_error(rgb, 59, TestPicture(small, 29, 0)), 1.5);
  EXPECT_LT(mean_error(rgb, 60, TestPicture(small, 0, 40)), 1.5);
  EXPECT_LT(mean_error(rgb, 61, TestPicture(small, 0, 80)), 1.5);
  EXPECT_LT(mean_error(rgb, 90, TestPicture(small, 9, 80)), 1.5);
  EXPECT_GT(mean_error(rgb, 90, TestPicture(small, 9, 0)), 5);  // the measure can tell
}

// Stillness of every length up to more than frame_num counts, with motion after it, in both entropy codings.
TEST_F(Movies, move_on_after_any_number_of_repeated_frames) {
  const std::array everywhere{whole(small)};
  for (const auto effort : {EncoderEffort::balanced, EncoderEffort::fastest}) {
    std::vector<int> numbers;
    {
      SegmentWriter writer(small, folder.path() / "d.seg", {.effort = effort});
      for (int i = 0; i < 24; ++i) {
        writer.add(TestPicture(small, i, 0).view(), everywhere);
        writer.repeat(i);
        numbers.insert(numbers.end(), static_cast<std::size_t>(i + 1), i);
      }
      writer.close();
    }
    movie.segments = {folder.path() / "d.seg"};
    write_movie(movie, file);
    const auto rgb = decoded(file);
    ASSERT_EQ(rgb.size(), numbers.size() * 192 * 108 * 3);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      ASSERT_LT(mean_error(rgb, i, TestPicture(small, numbers[i], 0)), 1.6) << i;
      if (i > 0 && numbers[i] == numbers[i - 1]) {
        ASSERT_EQ(rgb.compare(i * 62208, 62208, rgb, (i - 1) * 62208, 62208), 0) << i;
      }
    }
  }
}

TEST_F(Movies, of_the_same_input_are_the_same_bytes) {
  write_movie(movie, file);
  const auto first = bytes_of(file);
  write_movie(movie, file);
  EXPECT_EQ(bytes_of(file), first);
  EXPECT_EQ(first.find("Lavf"), std::string::npos);
}

TEST_F(Movies, refuse_segments_that_are_not_theirs_and_leave_nothing) {
  movie.segments.push_back(folder.path() / "absent.seg");
  EXPECT_THROW(write_movie(movie, file), MediaUnavailable);
  write_test_segment(folder.path() / "absent.seg", {64, 64, 30}, {});
  EXPECT_THROW(write_movie(movie, file), MediaUnavailable);
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}

TEST_F(Movies, may_be_silent) {
  movie.samples = {};
  movie.captions.clear();
  movie.chapters.clear();
  write_movie(movie, file);
  EXPECT_EQ(output_of("ffprobe -v error -show_entries stream=codec_type -of csv=p=0 " + file.string()),
            "video\n");
}

}  // namespace
}  // namespace mrbill::media
