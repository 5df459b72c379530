#include <gtest/gtest.h>

#include <media/captions.hpp>

namespace mrbill::media {
namespace {

TEST(Captions, are_written_as_webvtt) {
  EXPECT_EQ(to_webvtt({"en", {{0, 1.5, "One"}, {3661.25, 3662, "Two\nlines"}}}),
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nOne\n\n01:01:01.250 --> 01:01:02.000\nTwo\nlines\n");
  EXPECT_EQ(to_webvtt({"en", {}}), "WEBVTT\n");
}

TEST(Captions, escape_what_webvtt_would_read_as_markup_or_as_the_end_of_a_cue) {
  EXPECT_EQ(to_webvtt({"en", {{0, 1, "\n<b> & -->\n\n\x01x\r\n"}}}),
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n&lt;b&gt; &amp; --&gt;\nx\n");
}

TEST(Captions, that_overlap_or_are_empty_do_not_disturb_each_other) {
  EXPECT_EQ(to_webvtt({"en", {{0, 5, "a"}, {2, 3, "b"}, {4, 4, "never"}, {1, 9, "late"}}}),
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\na\n\n00:00:01.000 --> 00:00:02.000\nlate\n"
            "\n00:00:02.000 --> 00:00:03.000\nb\n");
}

TEST(Captions, cover_the_film_as_text_samples) {
  const auto samples = to_text_samples({"en", {{0.5, 1, "A"}, {3, 99, "é"}}}, 4000);
  ASSERT_EQ(samples.size(), 4U);
  EXPECT_EQ(samples[0].bytes, (std::vector<std::uint8_t>{0, 0}));
  EXPECT_EQ(samples[1].bytes, (std::vector<std::uint8_t>{0, 1, 'A'}));
  EXPECT_EQ(samples[3].bytes, (std::vector<std::uint8_t>{0, 2, 0xC3, 0xA9}));
  std::int64_t now = 0;
  for (const auto& sample : samples) {
    EXPECT_EQ(sample.from, now);
    now += sample.duration;
  }
  EXPECT_EQ(now, 4000);
}

TEST(Captions, are_cut_at_a_letters_border) {
  std::string text;
  while (text.size() < 70'000) text += "é";
  const auto samples = to_text_samples({"en", {{0, 1, "x" + text}}}, 1000);
  EXPECT_EQ(samples[0].bytes.size(), 2U + 65'535U);
  const auto more = to_text_samples({"en", {{0, 1, text}}}, 1000);
  EXPECT_EQ(more[0].bytes.size(), 2U + 65'534U);
}

TEST(Captions, name_their_language_as_mp4_does) {
  EXPECT_EQ(to_iso639_2("pt-BR"), "por");
  EXPECT_EQ(to_iso639_2("en"), "eng");
  EXPECT_EQ(to_iso639_2("tlh"), "und");
}

}  // namespace
}  // namespace mrbill::media
