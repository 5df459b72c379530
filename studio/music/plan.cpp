#include <algorithm>
#include <cmath>

#include <base/check.hpp>
#include <music/plan.hpp>

namespace mrbill::music {
namespace {

// How full a piece is at a moment of it, 0..1, when its climax is at `climax`: it grows, rests, and
// ends calmly.
double arc(double moment, double climax) {
  if (moment >= climax) return moment > 0.93 ? 0.55 : 1;
  const auto way = moment / climax;
  if (way < 0.1) return 0.25;
  if (way < 0.28) return 0.45;
  if (way < 0.52) return 0.65;
  if (way < 0.68) return 0.5;
  return 0.8;
}

int bar_at(const BeatGrid& grid, double second, int bars) {
  return std::clamp(static_cast<int>(std::lround(second / grid.seconds_per_bar())), 0, bars - 1);
}

Bar& bar(Plan& plan, int index) {
  return plan.bars[static_cast<std::size_t>(index)];
}

void set_scenes(Plan& plan, const Score& score, int climax) {
  const auto count = static_cast<int>(plan.bars.size());
  plan.bars[0].begins_scene = true;
  for (const auto cut : score.cuts) bar(plan, bar_at(plan.grid, cut, count)).begins_scene = true;
  bar(plan, climax).begins_scene = true;
  double energy = 0;
  for (int i = 0; i < count; ++i) {
    // Scenes last a few seconds; where there are none, a phrase of four bars does.
    if (bar(plan, i).begins_scene || i % 4 == 0)
      energy = arc(static_cast<double>(i) / count, static_cast<double>(climax) / count);
    bar(plan, i).energy = energy;
  }
}

void set_reveal(Plan& plan, int reveal) {
  const auto break_bars = std::min(reveal > 8 ? 2 : 1, reveal);
  for (int i = reveal - break_bars; i < reveal; ++i) bar(plan, i).is_break = true;
  bar(plan, reveal).is_reveal = true;
  if (reveal == 0) return;
  plan.silent_to = plan.grid.second_of_bar(reveal);
  plan.silent_from = plan.silent_to - plan.grid.seconds_per_beat();
}

// Both progressions count from the climax, so that it falls on their first chord; the end is the tonic.
void set_chords(Plan& plan, const Arrangement& arrangement, int climax) {
  const auto count = static_cast<int>(plan.bars.size());
  for (int i = 0; i < count; ++i) {
    const auto& chords = i < climax ? arrangement.verse : arrangement.chorus;
    const auto length = static_cast<int>(chords.size());
    bar(plan, i).chord = chords[static_cast<std::size_t>(((i - climax) % length + length) % length)];
  }
  bar(plan, 0).chord = arrangement.verse.front();
  bar(plan, count - 1).chord = {0, arrangement.chorus.front().notes};
  if (count > 2) bar(plan, count - 2).chord = {arrangement.mode == Mode::major ? 4 : 3, 3};
}

}  // namespace

BeatGrid grid_of(const Arrangement& arrangement, double seconds) {
  return BeatGrid::fit(seconds, arrangement.tempo, arrangement.beats_per_bar);
}

Plan plan_of(const Arrangement& arrangement, const Score& score) {
  CHECK(score.seconds >= 4, "a piece has a few bars");
  CHECK(!arrangement.verse.empty() && !arrangement.chorus.empty(), "an arrangement has chords");
  Plan out{.grid = grid_of(arrangement, score.seconds), .seconds = score.seconds};
  const auto count = std::max(out.grid.bars_in(score.seconds), 1);
  out.bars.resize(static_cast<std::size_t>(count));
  const auto climax = bar_at(out.grid, score.reveal.value_or(score.seconds * 2 / 3), count);
  set_scenes(out, score, climax);
  set_chords(out, arrangement, climax);
  if (score.reveal) set_reveal(out, climax);
  out.bars.back().is_last = true;
  for (int i = 0; i + 1 < count; ++i)
    bar(out, i).leads_up = bar(out, i + 1).is_reveal || bar(out, i + 1).energy > bar(out, i).energy + 0.05;
  for (const auto accent : score.accents)
    if (accent >= 0 && accent < score.seconds) out.accents.push_back(out.grid.nearest_beat(accent));
  return out;
}

}  // namespace mrbill::music
