#include "render/report/pdf/cover.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace mrbill::content::report {
namespace {

constexpr double spiral_radius = 176;
constexpr double spiral_y = 452;
constexpr double numbers_y = 728;
constexpr std::size_t max_dots = 5000;

void write_head(Flow& flow, pdf::Element& parent) {
  const auto& person = flow.model().order.person;
  auto& structure = flow.document().structure();
  flow.document().artifact();
  flow.canvas().fill({.x = grid::left, .y = 0, .width = 34, .height = 5}, palette::accent);
  flow.document().end_mark();
  auto head = structure.open("P", parent);
  flow.document().mark(head);
  flow.drawn(flow.words().report, flow.theme().label, grid::left, 52);
  const auto lines = flow.document().type().lines(person.tenant_name, flow.theme().label, grid::width / 2);
  double y = 52;
  for (const auto& line : lines) {
    flow.canvas().text(line, flow.theme().label, grid::right - line.width, y);
    y += 11;
  }
  flow.document().end_mark();
  structure.close(head);
}

void write_title(Flow& flow, pdf::Element& parent) {
  const auto& model = flow.model();
  auto style = flow.theme().cover_title;
  const auto& type = flow.document().type();
  (void)type;
  while (style.size > 20 && flow.document().type().lines(model.order.title, style, grid::width).size() > 3)
    style.size -= 4;
  flow.y = 128 - style.size;
  flow.paragraph("H1", parent,
                 model.order.title.empty() ? std::string(flow.words().report) : model.order.title, style,
                 grid::width, style.size * 1.12);
  flow.y += 10;
  flow.paragraph("P", parent, model.order.person.display_name, flow.theme().lead, grid::width, 18);
  flow.paragraph("P", parent, period_text(model), flow.theme().lead, grid::width, 18);
}

pdf::Colour dot_colour(const ReportModel& model, const Row& row) {
  return row.language == no_word ? palette::no_language
                                 : language_colour(model.collection.languages()[row.language]);
}

// Vogel's spiral: each dot has the same space. Few dots keep a size that can be seen and stay near
// the centre.
void draw_spiral(Flow& flow, std::size_t step) {
  const auto rows = flow.model().collection.rows();
  const auto dots = (rows.size() + step - 1) / step;
  const double radius =
      std::min(spiral_radius, 20 * std::sqrt(static_cast<double>(std::max<std::size_t>(dots, 1))));
  const double dot =
      std::min(11.0, 0.68 * radius / std::sqrt(static_cast<double>(std::max<std::size_t>(dots, 1))));
  const pdf::Point centre{(grid::left + grid::right) / 2, spiral_y};
  if (dots < 60) {
    for (int ring = 1; ring <= 4; ++ring)
      flow.canvas().ring(centre, spiral_radius * ring / 4, 0.4, palette::hair);
  }
  for (std::size_t i = 0; i < dots; ++i) {
    const double place =
        dots == 1 ? 0
                  : std::sqrt((static_cast<double>(i) + 0.5) / static_cast<double>(dots)) * (radius - dot);
    const double angle =
        static_cast<double>(i) * std::numbers::pi * (3 - std::sqrt(5.0)) - std::numbers::pi / 2;
    flow.canvas().disc({centre.x + place * std::cos(angle), centre.y + place * std::sin(angle)}, dot,
                       dot_colour(flow.model(), rows[i * step]));
  }
}

void write_picture(Flow& flow, pdf::Element& parent) {
  const auto rows = flow.model().collection.rows().size();
  const auto step = std::max<std::size_t>(1, (rows + max_dots - 1) / max_dots);
  const auto dots =
      locale::number(flow.model().locale(), static_cast<std::int64_t>((rows + step - 1) / step));
  const auto alternative = rows == 1   ? std::string(flow.words().cover_art_one)
                           : step == 1 ? fmt::format(fmt::runtime(flow.words().cover_art), dots)
                                       : fmt::format(fmt::runtime(flow.words().cover_art_for), dots, step);
  std::string attributes = "/Alt";
  pdf::append_text(attributes, alternative);
  auto figure = flow.document().structure().open("Figure", parent, attributes);
  flow.document().mark(figure);
  draw_spiral(flow, step);
  flow.document().end_mark();
  flow.document().structure().close(figure);
  if (rows == 0) return;
  auto caption = flow.document().structure().open("Caption", parent);
  const auto text = step == 1 ? std::string(flow.words().one_dot)
                              : fmt::format(fmt::runtime(flow.words().one_dot_for), step);
  const auto width = flow.document().type().width(text, flow.theme().figure);
  flow.line(caption, text, flow.theme().figure, (grid::left + grid::right - width) / 2,
            spiral_y + spiral_radius + 30);
  flow.document().structure().close(caption);
}

void write_numbers(Flow& flow, pdf::Element& parent) {
  const double column = (grid::width + grid::gutter) / 4;
  flow.rule(numbers_y - 44, grid::left, grid::right, 0.6, palette::ink);
  double x = grid::left;
  for (const auto& [value, label] : four_numbers(flow.model())) {
    auto paragraph = flow.document().structure().open("P", parent);
    flow.document().mark(paragraph);
    flow.drawn(locale::number(flow.model().locale(), value), flow.theme().number, x - 2, numbers_y);
    flow.drawn(label, flow.theme().label, x, numbers_y + 17);
    flow.document().end_mark();
    flow.document().structure().close(paragraph);
    x += column;
  }
}

void write_generated(Flow& flow, pdf::Element& parent) {
  const auto& model = flow.model();
  const auto local = model.collection.zone().local(model.order.generated_at);
  auto paragraph = flow.document().structure().open("P", parent);
  flow.line(paragraph,
            fmt::format("{} {} · {} {}", flow.words().generated, locale::date_and_time(model.locale(), local),
                        flow.words().time_zone, model.collection.zone().name()),
            flow.theme().foot, grid::left, grid::foot);
  flow.document().structure().close(paragraph);
}

}  // namespace

void write_cover(Flow& flow) {
  flow.begin_page();
  flow.document().outline(
      flow.model().order.title.empty() ? std::string(flow.words().report) : flow.model().order.title,
      {flow.document().page(), 0});
  auto section = flow.document().structure().open("Sect", flow.document().structure().root());
  write_head(flow, section);
  write_title(flow, section);
  write_picture(flow, section);
  write_numbers(flow, section);
  write_generated(flow, section);
  flow.document().structure().close(section);
}

}  // namespace mrbill::content::report
