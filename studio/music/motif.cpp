#include <algorithm>
#include <array>
#include <string_view>

#include <music/dice.hpp>
#include <music/motif.hpp>

namespace mrbill::music {
namespace {

// Rhythms of one bar that sing: long notes breathe, short ones lead to them.
constexpr std::array<std::string_view, 8> questions{
    "x--x--x---x-----", "x---x-x-x-------", "x-----x-x---x---", "--x-x-x---x-----",
    "x--x----x--x----", "x---x---x-x-x---", "--x---x-x--x----", "x-x-x-----x-x---",
};
constexpr std::array<std::string_view, 4> answers{
    "x---x-------....",
    "x-x-x-------....",
    "x-----x---------",
    "--x-x-----------",
};

int length_at(std::string_view rhythm, std::size_t at) {
  int out = 1;
  while (at + static_cast<std::size_t>(out) < rhythm.size() &&
         rhythm[at + static_cast<std::size_t>(out)] == '-')
    ++out;
  return out;
}

// Steps more than leaps, and back towards the middle after a leap.
int walk(int degree, Dice& dice) {
  constexpr std::array moves{-1, -1, 1, 1, 2, -2, 0, 3};
  const auto move = moves[static_cast<std::size_t>(dice.below(moves.size()))];
  const auto next = degree + move;
  return next > 8 ? next - 4 : next < 0 ? next + 3 : next;
}

void append_bar(std::vector<MotifNote>& out, std::string_view rhythm, int bar, int& degree, Dice& dice) {
  for (std::size_t i = 0; i < rhythm.size(); ++i) {
    if (rhythm[i] != 'x') continue;
    degree = walk(degree, dice);
    const auto length = length_at(rhythm, i);
    out.push_back({bar * bar_steps + static_cast<int>(i), length, degree, i % 4 == 0 || length >= 4});
  }
}

}  // namespace

std::vector<MotifNote> make_motif(std::uint64_t seed) {
  Dice dice(seed);
  std::vector<MotifNote> out;
  int degree = 2 + 2 * dice.below(2);
  append_bar(out, questions[static_cast<std::size_t>(dice.below(questions.size()))], 0, degree, dice);
  const auto question = out;
  append_bar(out, answers[static_cast<std::size_t>(dice.below(answers.size()))], 1, degree, dice);
  // The question again a little changed, and an answer that comes home.
  for (auto note : question) {
    note.step += 2 * bar_steps;
    if (dice.below(4) == 0) note.degree += 1;
    out.push_back(note);
  }
  append_bar(out, answers[static_cast<std::size_t>(dice.below(answers.size()))], 3, degree, dice);
  out.back().degree = out.back().degree > 4 ? 7 : 0;
  return out;
}

}  // namespace mrbill::music
