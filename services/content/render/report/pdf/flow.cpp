#include "render/report/pdf/flow.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace mrbill::content::report {
namespace {
constexpr double number_x = grid::right - 74;  // where "Page 3 of" begins
}

Flow::Flow(pdf::Document& document, const Theme& theme, const ReportModel& model)
    : document_(document), theme_(theme), model_(model), words_(texts(model.locale())) {}

void Flow::begin_page() {
  end_page();
  const auto page = document_.new_page();
  page_number_ = document_.pages();
  document_.begin_page(page);
  y = grid::top;
  if (page_number_ > 1) write_foot();
}

pdf::Ref Flow::keep_page() {
  end_page();
  const auto page = document_.new_page();
  kept_.emplace_back(page, document_.pages());
  return kept_.back().first;
}

void Flow::begin_page(pdf::Ref page) {
  end_page();
  page_number_ = std::ranges::find(kept_, page, &std::pair<pdf::Ref, std::size_t>::first)->second;
  document_.begin_page(page);
  y = grid::top;
  write_foot();
}

void Flow::end_page() {
  if (document_.page() != 0) document_.end_page();
}

void Flow::write_foot() {
  document_.artifact();
  const auto width = number_x - grid::left - 16;
  const auto left = fmt::format("{}   {}", model_.order.person.tenant_name, model_.order.title);
  const auto lines =
      document_.type().lines(left, theme_.foot, width);  // names of 100 characters: the cover has them whole
  if (!lines.empty()) canvas().text(lines.front(), theme_.foot, grid::left, grid::foot);
  const auto of = fmt::format("{} {} {} ", words_.page, page_number_, words_.of);
  const auto width_of = drawn(of, theme_.foot, number_x, grid::foot);
  canvas().form("Total", number_x + width_of, grid::foot);
  document_.end_mark();
}

void Flow::total_pages() {
  auto drawing = document_.form_canvas(0);
  const auto total = std::to_string(document_.pages());
  drawing.text(document_.type().line(total, theme_.foot), theme_.foot, 0, 0);
  document_.form("Total", drawing, 60, 10);
}

double Flow::drawn(std::string_view text, const pdf::Style& style, double x, double y_at, Side side) {
  const auto line = document_.type().line(text, style);
  canvas().text(line, style, side == Side::left ? x : x - line.width, y_at);
  return line.width;
}

double Flow::line(pdf::Element& element, std::string_view text, const pdf::Style& style, double x,
                  double y_at, Side side) {
  document_.mark(element);
  const auto width = drawn(text, style, x, y_at, side);
  document_.end_mark();
  return width;
}

void Flow::paragraph(std::string_view tag, pdf::Element& parent, std::string_view text,
                     const pdf::Style& style, double width, double leading) {
  auto element = document_.structure().open(tag, parent);
  document_.mark(element);
  for (const auto& line : document_.type().lines(text, style, width)) {
    if (!fits(leading)) {
      document_.end_mark();
      begin_page();
      document_.mark(element);
    }
    y += leading;
    canvas().text(line, style, grid::left, y);
  }
  document_.end_mark();
  document_.structure().close(element);
}

void Flow::rule(double y_at, double x_from, double x_to, double weight, const pdf::Colour& colour) {
  document_.artifact();
  canvas().line({x_from, y_at}, {x_to, y_at}, weight, colour);
  document_.end_mark();
}

}  // namespace mrbill::content::report
