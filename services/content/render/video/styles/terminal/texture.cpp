// The heat map, a histogram, `top`, a tree of topics, the packages.
#include "render/video/scenes/calendar.hpp"
#include "render/video/scenes/race.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

namespace {

// Four levels of shade, as terminals have: a dot, light, medium, full.
void shade(const Stage& stage, const CalendarGrid& grid, const std::vector<Rect>& boxes, double share) {
  Path levels[5];
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const auto& cell = grid.cells[i];
    if (cell.count == 0 || cell.order > share)
      levels[0].add(Path::rect(canvas::around(boxes[i].centre(), 5 * stage.u(), 5 * stage.u())));
    else
      levels[cell.heat < 0.5 ? 1 : cell.heat < 0.68 ? 2 : cell.heat < 0.9 ? 3 : 4].add(Path::rect(boxes[i]));
  }
  Colour shades[] = {dim, canvas::colour({0.4, 0.09, 150}), canvas::colour({0.58, 0.14, 148}),
                     canvas::colour({0.75, 0.18, 147}), amber};
  for (int level = 0; level < 5; ++level) stage.picture.fill(levels[level], shades[level]);
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  auto flow = script.size.width > script.size.height * 1.2 ? Flow::across : Flow::down;
  return [&script, scene, flow, grid = calendar_of(script.facts, flow)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "git log --heat");
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(3), 0.7);
    double share = stage.calm() ? 1 : canvas::progress(stage.seconds, from, until - from);
    bool across = flow == Flow::across,
         beside = across != grid.of_months;  // words beside the number, or under it
    Rect area = across ? Rect{room.x, room.bottom() - room.height * 0.5, room.width, room.height * 0.5}
                       : Rect{room.x + 110 * u, room.y + 20 * u, room.width * 0.46, room.height - 20 * u};
    if (grid.of_months)
      area =
          across
              ? Rect{room.x + room.width * 0.46, room.y + 20 * u, room.width * 0.54, room.height - 20 * u}
              : Rect{room.x + 110 * u, room.y + room.height * 0.3, room.width - 110 * u, room.height * 0.7};
    double pitch_x = area.width / grid.columns, pitch_y = area.height / grid.rows;
    double pitch = std::floor(std::min(pitch_x, pitch_y));
    if (across && !grid.of_months)
      pitch_x = std::floor(pitch_x), pitch_y = std::min(std::floor(pitch_y), std::floor(pitch_x * 1.5));
    else if (grid.of_months)
      pitch_x = std::floor(pitch_x), pitch_y = std::floor(std::min(pitch_y, pitch_x * 1.2));
    else
      pitch_x = pitch_y = pitch;
    auto box_of = [&](const CalendarCell& cell) {
      return Rect{std::round(area.x + cell.column * pitch_x), std::round(area.y + cell.row * pitch_y),
                  pitch_x - std::round(4 * u), pitch_y - std::round(4 * u)};
    };
    std::vector<Rect> boxes;
    for (const auto& cell : grid.cells) boxes.push_back(box_of(cell));
    shade(stage, grid, boxes, share);
    for (const auto& label : grid.labels) {
      auto words = stage.set(label.words, line(34));
      Point at = across && !grid.of_months
                     ? Point{area.x + label.at * pitch_x, area.y - 18 * u}
                     : Point{area.x - words->width() - 18 * u,
                             area.y + label.at * pitch_y + std::min(pitch_y, 40 * u) * 0.8};
      stage.picture.text(words, at, canvas::faded(dim, stage.opacity(enter, 0.1)));
    }
    auto [value, unit] = active_time(script, grid.of_months);
    double left = across || grid.of_months ? room.x : area.x + pitch_x * 7 + 50 * u,
           width = across && grid.of_months ? room.width * 0.36 : room.right() - left;
    auto whole = stage.fit(script.number(value), pixel(across ? 300 : 220),
                           {beside ? room.width * 0.4 : width, 320 * u});
    auto number = stage.set(script.number(std::lround(value * stepped(share, 24))), pixel(whole->size() / u));
    double base = room.y + whole->size() * 0.66 + 10 * u;
    big(stage, number, {left, base}, green, enter);
    double x = beside ? left + whole->width() + 60 * u : left, y = beside ? base - 90 * u : base + 100 * u;
    auto label = stage.fit(unit, pixel(84), {room.right() - x, 110 * u});
    if (!beside) label = stage.fit(unit, pixel(84), {width, 110 * u});
    if (stage.seconds >= enter) stage.picture.text(label, {x, y}, bright);
    Peak peak = peak_of(script);
    std::string best = script.number(peak.count) + " " + peak.label;
    auto fitted = stage.fit(":: max " + best, line(52), {beside ? room.right() - x : width, 90 * u});
    stage.type(":: max " + best, line(fitted->size() / u), {x, y + 78 * u}, amber, until, 40);
  };
}

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "histogram --hours");
    double u = stage.u(), land = stage.held(stage.beat(2.5), 0.4),
           most = std::max(1, *std::ranges::max_element(facts.hours));
    bool wide = stage.wide();
    Rect list = wide ? room.part(0, 0, 0.6, 1) : room.part(0, 0.2, 1, 0.8);
    double pitch = list.height / 24, size = std::min(40.0, pitch / u * 0.94);
    for (int hour = 0; hour < 24; ++hour) {
      double at = stage.held(enter + 0.035 * hour, 0.8), y = list.y + pitch * hour;
      if (stage.seconds < at && !stage.calm()) break;
      bool best = is_best_hour(facts, hour) && stage.seconds >= land;
      int count = facts.hours[static_cast<std::size_t>(hour)];
      auto label = stage.set(fmt::format("{:02}", hour), line(size));
      stage.picture.text(label, {list.x, y + pitch * 0.78}, best ? amber : dim);
      double share = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, at, 0.7), 10),
             room_for = list.width - 190 * u;
      Path bar;
      int filled = static_cast<int>(std::lround(room_for / (pitch * 0.62) * count / most * share));
      for (int i = 0; i < filled; ++i)
        bar.add(Path::rect({std::round(list.x + 80 * u + i * pitch * 0.62), std::round(y + pitch * 0.14),
                            std::round(pitch * 0.5), std::round(pitch * 0.7)}));
      stage.picture.fill(bar, best ? amber : green);
      auto number = stage.set(script.number(count), line(size));
      if (count > 0)
        stage.picture.text(number, {list.x + 90 * u + filled * pitch * 0.62, y + pitch * 0.78},
                           best ? amber : dim);
    }
    Rect side = wide ? room.part(0.63, 0.2, 0.37, 0.6) : room.part(0, 0, 1, 0.18);
    auto told = best_hour(script);
    auto hour = stage.fit(told.number, pixel(wide ? 300 : 190), {side.width * (wide ? 1 : 0.5), 340 * u});
    double base = side.y + hour->size() * (wide ? 0.8 : 0.66);
    big(stage, hour, {side.x, base}, amber, land);
    auto label = stage.fit(told.label, pixel(70), {side.width * (wide ? 1 : 0.46), 100 * u});
    if (stage.seconds >= land)
      stage.picture.text(
          label, wide ? Point{side.x, base + 110 * u} : Point{side.x + hour->width() + 40 * u, base}, bright);
  };
}

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

namespace {

struct Branch {
  int tag;
  int depth;
  bool last;
};

// The most used topics as branches, those used with them as their leaves; each
// topic once.
std::vector<Branch> tree_of(const Manifest& facts, std::size_t most) {
  std::vector<Branch> tree;
  std::vector<bool> used(facts.tags.size());
  for (std::size_t root = 0; root < facts.tags.size() && tree.size() + 1 < most; ++root) {
    if (used[root]) continue;
    used[root] = true;
    tree.push_back({static_cast<int>(root), 0, false});
    int leaves = 0;
    for (const auto& link : facts.links) {
      int other = link.from == static_cast<int>(root) ? link.to
                  : link.to == static_cast<int>(root) ? link.from
                                                      : -1;
      if (other < 0 || used[static_cast<std::size_t>(other)] || leaves == 3 || tree.size() >= most) continue;
      used[static_cast<std::size_t>(other)] = true;
      tree.push_back({other, 1, false});
      ++leaves;
    }
  }
  for (std::size_t i = 0; i < tree.size(); ++i)
    tree[i].last = i + 1 == tree.size() || tree[i + 1].depth < tree[i].depth;
  return tree;
}

}  // namespace

Draw tags(const Script& script, std::size_t scene) {
  bool is_wide = script.size.width > script.size.height * 1.2;
  std::size_t rows = is_wide ? 11 : script.size.width == script.size.height ? 13 : 20;
  return [&script, scene, rows, tree = tree_of(script.facts, is_wide ? rows * 2 : rows)](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "tree topics/");
    double u = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    int columns = stage.wide() ? 2 : 1;
    double foot = 110 * u, pitch = (room.height - foot) / static_cast<double>(rows),
           size = std::min(56.0, pitch / u * 0.8), column = room.width / columns;
    bool told = has_best_link(facts) && stage.seconds >= until;
    for (std::size_t i = 0; i < tree.size(); ++i) {
      double at = stage.held(enter + 0.08 * static_cast<double>(i));
      if (stage.seconds < at && !stage.calm()) break;
      const auto& branch = tree[i];
      double x = room.x + column * static_cast<double>(i / rows),
             y = room.y + pitch * static_cast<double>(i % rows), base = y + pitch * 0.74;
      double step = 64 * u, left = x + step * (branch.depth + 1);
      Colour wood = faint;
      for (int depth = 0; depth <= branch.depth; ++depth) {
        double trunk = x + step * depth + 20 * u;
        bool elbow = depth == branch.depth;
        bool ends = elbow && branch.last && depth == 1;
        stage.picture.fill(Rect{std::round(trunk), y, std::round(4 * u), ends ? pitch * 0.55 : pitch}, wood);
        if (elbow)
          stage.picture.fill(Rect{std::round(trunk), std::round(y + pitch * 0.5), 36 * u, std::round(4 * u)},
                             wood);
      }
      const auto& tag = facts.tags[static_cast<std::size_t>(branch.tag)];
      bool best = told && (branch.tag == facts.links[0].from || branch.tag == facts.links[0].to);
      auto name =
          stage.fit(tag.name, line(size), {column - step * (branch.depth + 1) - 150 * u, pitch * 1.2});
      if (best)
        stage.picture.fill(Rect{left - 8 * u, base - size * 0.78 * u, name->width() + 16 * u, size * u},
                           amber);
      stage.picture.text(name, {left, base}, best ? black : branch.depth == 0 ? green : bright);
      stage.picture.text(stage.set(fmt::format("({})", script.number(tag.count)), line(size * 0.8)),
                         {left + name->width() + 20 * u, base}, dim);
    }
    std::string sentence = ":: " + topics_sentence(script);
    auto fitted = stage.fit(sentence, line(58), {room.width, 90 * u});
    stage.type(sentence, line(fitted->size() / u), {room.x, room.bottom() - 24 * u}, amber, until, 40);
  };
}

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "pkg list --by-use");
    double u = stage.u();
    int rows = std::min<int>(static_cast<int>(facts.frameworks.size()), stage.wide() ? 7 : 10);
    double pitch = room.height / rows, size = std::min(74.0, pitch / u * 0.62),
           most = facts.frameworks.front().count;
    for (int i = 0; i < rows; ++i) {
      double at = stage.held(stage.beat(0.7 + 0.4 * i), 0.5), y = room.y + pitch * i, base = y + pitch * 0.62;
      if (stage.seconds < at && !stage.calm()) break;
      const auto& tool = facts.frameworks[static_cast<std::size_t>(i)];
      Colour ink = tool.count == most ? amber : green;
      auto name = stage.fit(tool.name, line(size), {room.width * 0.5, pitch});
      stage.picture.text(name, {room.x, base}, ink);
      double left = room.x + room.width * 0.52,
             share = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, at, 0.5), 8);
      cells(stage, {left, base - size * 0.62 * u, room.width * 0.36, size * 0.66 * u},
            tool.count / most * share, ink, 30 * u);
      auto count = stage.set(script.number(tool.count), line(size));
      stage.picture.text(count, {room.right() - count->width(), base}, bright);
    }
  };
}

}  // namespace mrbill::content::video::terminal
