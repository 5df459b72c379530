#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include <music/harmony.hpp>
#include <music/motif.hpp>

namespace mrbill::music {
namespace {

TEST(Harmony, counts_the_steps_of_a_scale_up_and_down) {
  EXPECT_EQ(pitch_of_step(0, Mode::major, 0), 60);
  EXPECT_EQ(pitch_of_step(0, Mode::major, 6), 71);
  EXPECT_EQ(pitch_of_step(0, Mode::major, 7), 72);
  EXPECT_EQ(pitch_of_step(0, Mode::major, -1), 59);
  EXPECT_EQ(pitch_of_step(9, Mode::minor, 2), 72);
}

TEST(Harmony, builds_chords_in_thirds_of_the_scale) {
  EXPECT_EQ(tones_of(0, Mode::major, {4, 4}), (std::vector<int>{7, 11, 2, 5}));  // G7
  EXPECT_EQ(tones_of(9, Mode::minor, {0, 3}), (std::vector<int>{9, 0, 4}));      // A minor
}

TEST(Harmony, leads_each_voice_by_a_small_step) {
  std::vector<int> before;
  for (const auto degree : {0, 5, 3, 4, 0, 2, 5, 1}) {
    const auto notes = voiced(tones_of(0, Mode::major, {degree, 3}), 60, before);
    EXPECT_TRUE(std::ranges::is_sorted(notes));
    for (const auto note : notes) {
      EXPECT_NEAR(note, 60, 14);
      int nearest = before.empty() ? 0 : 99;
      for (const auto other : before) nearest = std::min(nearest, std::abs(note - other));
      EXPECT_LE(nearest, 4);
    }
    before = notes;
  }
}

TEST(Motif, is_four_bars_whose_question_returns_and_whose_answer_comes_home) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto motif = make_motif(seed);
    ASSERT_GE(motif.size(), 6U);
    EXPECT_LT(motif.back().step, 64);
    EXPECT_EQ(motif.back().degree % 7, 0);
    std::vector<int> first;
    std::vector<int> third;
    for (const auto& note : motif) {
      if (note.step < 16) first.push_back(note.step);
      if (note.step >= 32 && note.step < 48) third.push_back(note.step - 32);
      EXPECT_GE(note.degree, 0);
      EXPECT_LE(note.degree, 9);
    }
    EXPECT_EQ(first, third);
  }
}

}  // namespace
}  // namespace mrbill::music
