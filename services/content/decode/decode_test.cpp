// The decoder in its sandbox, as it is run. Root drops its rights first, as root may not start a sandbox.
#include <cmath>
#include <cstdio>
#include <fstream>
#include <grp.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <media/movie.hpp>
#include <media/test_pictures.hpp>
#include <process/run.hpp>
#include <sandbox/sandbox.hpp>
#include <sandbox/unavailable.hpp>
#include <tracks/decode_track.hpp>

namespace mrbill::media {
namespace {

using tracks::decode_track;
using tracks::MediaError;
using tracks::reason_of;
using tracks::TrackLimits;

std::filesystem::path program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "bin" /
         "mrbill-content-decode";
}

TEST(DecodingAsRoot, is_refused) {
  if (::geteuid() != 0) GTEST_SKIP() << "not root";
  EXPECT_THROW(static_cast<void>(decode_track("/dev/null", {.program = program()})),
               sandbox::SandboxUnavailable);
}

class UploadedTracks : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (::geteuid() != 0) return;
    constexpr unsigned nobody = 65534;
    if (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)
      std::perror("cannot drop root");
  }
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "no sanitizer runs under the sandbox's limits";
#endif
    if (::access(program().c_str(), X_OK) != 0)
      GTEST_SKIP() << "the build folder is closed to ordinary users";
    folder = std::make_unique<TestFolder>();
  }

  // Three seconds of a tone.
  std::filesystem::path track(const std::string& name, const std::string& options, int seconds = 3) {
    const auto file = folder->path() / name;
    const auto command = fmt::format("ffmpeg -v error -y -f lavfi -i sine=440:d={} {} {} </dev/null", seconds,
                                     options, file.string());
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return file;
  }
  std::filesystem::path written(const std::string& name, const std::string& bytes) {
    const auto file = folder->path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  Result<std::vector<float>, MediaError> decode(const std::filesystem::path& file, TrackLimits limits = {}) {
    return decode_track(file, {.program = program()}, limits);
  }

  std::unique_ptr<TestFolder> folder;
};

double level(const std::vector<float>& samples) {
  double sum = 0;
  for (const auto sample : samples) sum += double{sample} * double{sample};
  return std::sqrt(sum / static_cast<double>(samples.size()));
}

// A tool where the decoder would be.
process::Outcome run_confined(const char* tool, const std::vector<std::string>& arguments,
                              std::uintmax_t output_bytes, std::chrono::milliseconds max_wait) {
  const process::Program program{
      .command = sandbox::command_in({}, tool, arguments),
      .file = STDIN_FILENO,
      .limits = {.data_bytes = std::uint64_t{512} << 20, .file_bytes = 0, .cpu_seconds = 5}};
  return process::run(program, output_bytes, max_wait);
}

struct Kind {
  const char* name;
  const char* options;
};
constexpr std::array<Kind, 7> kinds{{{"a.mp3", "-b:a 128k"},
                                     {"a.m4a", "-c:a aac -ac 2"},
                                     {"a.aac", "-c:a aac"},
                                     {"a.ogg", "-c:a libvorbis"},
                                     {"b.ogg", "-c:a libopus"},
                                     {"a.flac", "-ar 96000 -ac 2"},
                                     {"a.wav", "-ar 22050 -c:a pcm_s24le"}}};

TEST_F(UploadedTracks, of_each_format_become_stereo_at_48_kilohertz) {
  for (const auto& kind : kinds) {
    const auto samples = decode(track(kind.name, kind.options));
    ASSERT_TRUE(samples) << kind.name << ": " << reason_of(samples.error());
    EXPECT_NEAR(static_cast<double>(samples->size()) / 2 / sample_rate, 3, 0.12) << kind.name;
    EXPECT_NEAR(level(*samples), 0.125 / std::sqrt(2), 0.03) << kind.name;
  }
}

TEST_F(UploadedTracks, that_are_no_tracks_are_told_apart) {
  EXPECT_EQ(decode(folder->path() / "absent.mp3").error(), MediaError::absent);
  EXPECT_EQ(decode(folder->path()).error(), MediaError::absent);
  EXPECT_EQ(decode(written("empty.mp3", "")).error(), MediaError::damaged);
  EXPECT_EQ(decode(written("text.mp3", "I am a poem, not a song.\n")).error(), MediaError::unknown_format);
  EXPECT_EQ(decode(track("film.mkv", "-c:a aac")).error(), MediaError::unknown_format);
  EXPECT_EQ(decode(track("telephone.wav", "-c:a adpcm_ms")).error(), MediaError::unknown_format);
  EXPECT_EQ(decode(written("list.mp3", "#EXTM3U\n#EXTINF:1\nfile:///etc/passwd\n")).error(),
            MediaError::unknown_format);
  EXPECT_EQ(decode(written("list.txt", "ffconcat version 1.0\nfile /etc/passwd\n")).error(),
            MediaError::unknown_format);
}

TEST_F(UploadedTracks, beyond_the_limits_are_refused_and_what_no_film_needs_is_left_out) {
  EXPECT_EQ(decode(track("a.wav", ""), {.file_bytes = 100'000}).error(), MediaError::too_large);
  EXPECT_EQ(decode(track("b.mp3", "", 20), {.seconds = 10}).error(), MediaError::too_long);
  EXPECT_EQ(decode(track("c.aac", "-c:a aac", 20), {.seconds = 10}).error(), MediaError::too_long);
  EXPECT_EQ(decode(track("d.flac", "", 20), {.kept_seconds = 7})->size(), 7U * 2 * sample_rate);
}

TEST_F(UploadedTracks, that_were_cut_off_are_damaged) {
  for (const auto& kind : {kinds[1], kinds[5]}) {  // the others do not tell their length
    const auto file = track(kind.name, kind.options, 20);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    const auto samples = decode(file);
    ASSERT_FALSE(samples) << kind.name;
    EXPECT_EQ(samples.error() == MediaError::unknown_format ? MediaError::damaged : samples.error(),
              MediaError::damaged);
  }
}

TEST_F(UploadedTracks, of_random_damage_become_an_error_or_sound_and_nothing_else) {
  std::uint32_t state = 1;
  const auto random = [&state](std::size_t below) {
    return (state = state * 1664525 + 1013904223) / 65536 % below;
  };
  for (const auto& kind : kinds) {
    const auto good = bytes_of(track(kind.name, kind.options, 1));
    for (int round = 0; round < 12; ++round) {
      auto bad = good;
      for (int i = 0; i < 1 << round % 8; ++i)
        bad[random(round % 2 == 0 ? std::min<std::size_t>(bad.size(), 512) : bad.size())] =
            static_cast<char>(random(256));
      if (round % 3 == 0) bad.resize(random(bad.size()) + 1);
      const auto samples = decode(written("bad", bad));
      if (samples) {
        EXPECT_LE(samples->size(), 2U * 180 * sample_rate);
        for (const auto sample : *samples) ASSERT_TRUE(std::isfinite(sample));
      }
    }
  }
}

TEST_F(UploadedTracks, are_not_decoded_where_there_is_no_sandbox) {
  const auto file = track("a.wav", "");
  EXPECT_THROW(static_cast<void>(decode_track(file, {.program = "/absent/decoder"})),
               sandbox::SandboxUnavailable);
  EXPECT_THROW(static_cast<void>(decode_track(file, {.program = program(), .bubblewrap = "/absent/bwrap"})),
               sandbox::SandboxUnavailable);
}

// What a decoder taken over by hostile bytes would find: nothing to steal, and nowhere to send it.
TEST_F(UploadedTracks, are_decoded_where_there_is_nothing_to_steal) {
  const auto output_of = [&](const char* tool, const std::vector<std::string>& arguments) {
    const auto child = run_confined(tool, arguments, 10'000, std::chrono::seconds(10));
    return std::string(child.output.begin(), child.output.end());
  };
  EXPECT_EQ(output_of("/usr/bin/ls", {"-1", "/"}), "etc\nlib\nlib64\nusr\n");
  EXPECT_EQ(output_of("/usr/bin/ls", {"/etc"}), "ld.so.cache\n");
  EXPECT_EQ(output_of("/usr/bin/env", {}), "PWD=/\n");
  EXPECT_EQ(output_of("/usr/bin/id", {"-u"}), fmt::format("{}\n", ::geteuid()));
}

TEST_F(UploadedTracks, are_decoded_without_the_files_that_the_parent_has_open) {
  constexpr int secret = 9;
  ASSERT_EQ(::dup2(STDERR_FILENO, secret), secret);  // inherited by children that are not careful
  const auto child =
      run_confined("/usr/bin/dash",
                   {"-c", "if true <&3; then echo track; fi; if true <&9; then echo secret; fi; echo end"},
                   100, std::chrono::seconds(10));
  ::close(secret);
  EXPECT_EQ(std::string(child.output.begin(), child.output.end()), "track\nend\n");
}

TEST_F(UploadedTracks, that_would_take_for_ever_are_given_up) {
  constexpr auto moment = std::chrono::milliseconds(300);
  EXPECT_TRUE(run_confined("/usr/bin/sleep", {"100"}, 100'000, moment).hit_a_limit);
  EXPECT_TRUE(run_confined("/usr/bin/yes", {}, 100'000, moment).hit_a_limit);
}

}  // namespace
}  // namespace mrbill::media
