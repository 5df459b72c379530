#include "render/video/scenes/race.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

// The columns of `top`, and its rows.
struct Table {
  Rect room;
  double number, name, count, bar;  // left ends; of the count the right one
  double head, pitch, size;
};

Table table_in(const Stage& stage, Rect room, int rows) {
  double u = stage.u(), head = 70 * u, pitch = (room.height - head) / std::max(4, rows);
  double count = room.x + room.width * (stage.wide() ? 0.36 : 0.5);
  return {room,
          room.x + 18 * u,
          room.x + 110 * u,
          count,
          count + (stage.wide() ? 60 : 40) * u,
          head,
          pitch,
          std::min(64.0, pitch / u * 0.62)};
}

void table_head(const Stage& stage, const Table& table) {
  double u = stage.u();
  const Rect& room = table.room;
  stage.picture.fill(Rect{room.x, room.y, room.width, 56 * u}, green);
  for (auto [words, x] : {std::pair<std::string_view, double>{"NR", table.number},
                          {"LANG", table.name},
                          {"POC", table.count - 110 * u},
                          {"%", table.bar}})
    stage.picture.text(stage.set(words, line(42)), {x, room.y + 42 * u}, black);
}

// Who has as many has the same number.
std::size_t rank_of(const Runner& runner, const std::vector<Runner>& all) {
  return static_cast<std::size_t>(std::ranges::count_if(
      all, [&](const Runner& other) { return std::lround(other.value) > std::lround(runner.value); }));
}

void table_row(const Stage& stage, const Script& script, const Table& table, const Runner& runner,
               const std::vector<Runner>& all) {
  double u = stage.u(), y = table.room.y + table.head + table.pitch * std::round(runner.place),
         base = y + table.pitch * 0.66;
  const auto& language = script.facts.languages[static_cast<std::size_t>(runner.language)];
  const TextStyle type = line(table.size);
  const auto rank = rank_of(runner, all);
  Colour ink = rank == 0 ? amber : green;
  stage.picture.text(stage.set(two_digits(rank + 1), type), {table.number, base}, dim);
  auto name = stage.fit(language.name, type, {table.count - 120 * u - table.name, table.pitch});
  stage.picture.text(name, {table.name, base}, ink);
  auto count = stage.set(script.number(std::lround(runner.value)), type);
  stage.picture.text(count, {table.count - count->width(), base}, bright);
  cells(stage, {table.bar, y + table.pitch * 0.2, table.room.right() - table.bar, table.pitch * 0.56},
        runner.value / most_of(all), ink, 30 * u);
}

}  // namespace

Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 8 : 9);
    const auto some = shown_of_all(facts, script.words, shown);
    Rect room = screen(stage, script, scene, some.empty() ? "top -o lang" : "top -o lang # " + some);
    auto runners = race_at(facts, std::max(first_of_race, stepped(race_share(stage), 40)), shown);
    const Table table = table_in(stage, room, shown);
    table_head(stage, table);
    for (const auto& runner : runners)
      if (std::round(runner.place) < shown) table_row(stage, script, table, runner, runners);
  };
}

}  // namespace mrbill::content::video::terminal
