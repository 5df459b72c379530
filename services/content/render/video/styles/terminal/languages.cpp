#include "render/video/scenes/race.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 8 : 9);
    const auto some = shown_of_all(facts, script.words, shown);
    Rect room = screen(stage, script, scene, some.empty() ? "top -o lang" : "top -o lang # " + some);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(2.5));
    double share = stage.calm() ? 1
                                : std::max(0.04, stepped(canvas::ease::in_out_sine(canvas::progress(
                                                             stage.seconds, from, until - from)),
                                                         40));
    auto runners = race_at(facts, share, shown);
    double most = 1;
    for (const auto& runner : runners) most = std::max(most, runner.value);
    double head = 70 * u, pitch = (room.height - head) / std::max(4, shown),
           size = std::min(64.0, pitch / u * 0.62);
    bool wide = stage.wide();
    double name_x = room.x + 110 * u, count_x = room.x + room.width * (wide ? 0.36 : 0.5),
           bar_x = count_x + (wide ? 60 : 40) * u;
    stage.picture.fill(Rect{room.x, room.y, room.width, 56 * u}, green);
    for (auto [words, x] : {std::pair<std::string_view, double>{"NR", room.x + 18 * u},
                            {"LANG", name_x},
                            {"POC", count_x - 110 * u},
                            {"%", bar_x}})
      stage.picture.text(stage.set(words, line(42)), {x, room.y + 42 * u}, black);
    for (const auto& runner : runners) {
      double place = std::round(runner.place), y = room.y + head + pitch * place, base = y + pitch * 0.66;
      if (place >= shown) continue;
      const auto& language = facts.languages[static_cast<std::size_t>(runner.language)];
      // Who has as many has the same number.
      const auto rank = std::ranges::count_if(
          runners, [&](const Runner& other) { return std::lround(other.value) > std::lround(runner.value); });
      Colour ink = rank == 0 ? amber : green;
      stage.picture.text(stage.set(two_digits(static_cast<std::size_t>(rank) + 1), line(size)),
                         {room.x + 18 * u, base}, dim);
      auto name = stage.fit(language.name, line(size), {count_x - 120 * u - name_x, pitch});
      stage.picture.text(name, {name_x, base}, ink);
      auto count = stage.set(script.number(std::lround(runner.value)), line(size));
      stage.picture.text(count, {count_x - count->width(), base}, bright);
      cells(stage, {bar_x, y + pitch * 0.2, room.right() - bar_x, pitch * 0.56}, runner.value / most, ink,
            30 * u);
    }
  };
}

}  // namespace mrbill::content::video::terminal
