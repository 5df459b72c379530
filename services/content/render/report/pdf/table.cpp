#include "render/report/pdf/table.hpp"

#include <algorithm>

namespace mrbill::content::report {
namespace {

constexpr double usual_row = 14;
constexpr double min_row = 11.5;  // still with air between the lines
constexpr double head_leading = 8.5;
constexpr double lane_gap = 20;

}  // namespace

Table::Table(Flow& flow, pdf::Element& parent, std::vector<TableColumn> columns, std::size_t rows,
             std::size_t lanes)
    : flow_(flow),
      table_(flow.document().structure().open("Table", parent)),
      columns_(std::move(columns)),
      left_(rows),
      lanes_(lanes) {
  if (!flow_.fits(head_height() + usual_row * 4)) flow_.begin_page();
  lane_top_ = flow_.y;
  begin_lane();
}

double Table::head_height() const {
  std::size_t lines = 1;
  for (const auto& column : columns_)
    lines = std::max(lines,
                     flow_.document().type().lines(column.head, flow_.theme().head, column.width - 3).size());
  return static_cast<double>(lines) * head_leading + 6;
}

// Rows stand a little closer where one page more would hold only a few of them.
void Table::choose_height() {
  const auto room = grid::bottom - lane_top_ - head_height();
  const auto rows = (left_ + lanes_ - 1) / lanes_;
  const auto fit = static_cast<std::size_t>(room / usual_row);
  const auto closer = room / static_cast<double>(std::max<std::size_t>(rows, 1)) - 0.01;
  row_height_ = rows > fit && rows <= fit + few_spilled && closer >= min_row ? closer : usual_row;
}

void Table::begin_lane() {
  if (lane_ == 0) {
    choose_height();
    const auto room = static_cast<std::size_t>((grid::bottom - lane_top_ - head_height()) / row_height_);
    in_lane_ = std::clamp<std::size_t>((left_ + lanes_ - 1) / lanes_, 1, std::max<std::size_t>(room, 1));
  } else {
    const auto lanes_left = lanes_ - lane_;
    const auto room = static_cast<std::size_t>((grid::bottom - lane_top_ - head_height()) / row_height_);
    in_lane_ =
        std::clamp<std::size_t>((left_ + lanes_left - 1) / lanes_left, 1, std::max<std::size_t>(room, 1));
  }
  x_ = grid::left + static_cast<double>(lane_) * (grid::width + lane_gap) / static_cast<double>(lanes_);
  flow_.y = lane_top_;
  draw_heads(headed_);
  headed_ = true;
}

void Table::next_lane() {
  if (++lane_ == lanes_) {
    lane_ = 0;
    flow_.begin_page();
    lane_top_ = flow_.y;
    lowest_ = 0;
  }
  begin_lane();
}

void Table::draw_heads(bool repeated) {
  auto& structure = flow_.document().structure();
  const auto height = head_height();
  pdf::Element row;
  if (!repeated) row = structure.open("TR", table_);
  double x = x_;
  for (const auto& column : columns_) {
    pdf::Element head;
    if (repeated) {
      flow_.document().artifact();
    } else {
      head = structure.open("TH", row, "/A<</O/Table/Scope/Column>>");
      flow_.document().mark(head);
    }
    const auto lines = flow_.document().type().lines(column.head, flow_.theme().head, column.width - 3);
    double y = flow_.y + height - 6 -
               static_cast<double>(lines.size() - std::min<std::size_t>(lines.size(), 1)) * head_leading;
    for (const auto& line : lines) {
      flow_.canvas().text(line, flow_.theme().head,
                          column.side == Side::left ? x : x + column.width - line.width, y);
      y += head_leading;
    }
    flow_.document().end_mark();
    if (!repeated) structure.close(head);
    x += column.width;
  }
  if (!repeated) structure.close(row);
  flow_.y += height;
  flow_.rule(flow_.y, x_, x, 0.6, palette::ink);
}

void Table::cell(pdf::Element& row, const std::string& text, const TableColumn& column, double x,
                 bool first) {
  auto cell = first ? flow_.document().structure().open("TH", row, "/A<</O/Table/Scope/Row>>")
                    : flow_.document().structure().open("TD", row);
  flow_.document().mark(cell);
  const auto& style = flow_.theme().cell;
  const auto lines = flow_.document().type().lines(text, style, column.width - 4);
  double y = flow_.y + row_height_ - 4.5;
  for (const auto& line : lines) {
    flow_.canvas().text(line, style, column.side == Side::left ? x : x + column.width - line.width, y);
    y += 9;
  }
  flow_.document().end_mark();
  flow_.document().structure().close(cell);
}

void Table::row(std::span<const std::string> cells, const pdf::Colour* dot) {
  const double indent = dot == nullptr ? 0 : 9;
  const auto name_lines =
      flow_.document().type().lines(cells[0], flow_.theme().cell, columns_[0].width - 4 - indent).size();
  const double height = row_height_ + 9.0 * static_cast<double>(std::max<std::size_t>(name_lines, 1) - 1);
  if (in_lane_ == 0 || flow_.y + height > grid::bottom) next_lane();
  --in_lane_;
  --left_;
  auto row = flow_.document().structure().open("TR", table_);
  if (dot != nullptr) {
    flow_.document().artifact();
    flow_.canvas().disc({x_ + 3, flow_.y + row_height_ / 2}, 2.4, *dot);
    flow_.document().end_mark();
  }
  double x = x_;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto column = columns_[i];
    if (i == 0) column.width -= indent;
    cell(row, cells[i], column, i == 0 ? x + indent : x, i == 0);
    x += columns_[i].width;
  }
  flow_.document().structure().close(row);
  flow_.y += height;
  flow_.rule(flow_.y, x_, x, 0.3);
  lowest_ = std::max(lowest_, flow_.y);
}

void Table::finish() {
  flow_.y = std::max(flow_.y, lowest_);
  flow_.document().structure().close(table_);
}

}  // namespace mrbill::content::report
