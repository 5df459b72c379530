// A table of short cells that runs over lanes (columns of the page) and pages; its heads are repeated.
//
//   std::vector<TableColumn> columns{{.head = "Tag", .width = 90}, {.head = "POCs", .width = 30}};
//   Table table(flow, parent, columns, rows, 3);
//   table.row({"rust", "52"});
//   table.finish();
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "render/report/pdf/flow.hpp"

namespace mrbill::content::report {

struct TableColumn {
  std::string head;
  double width = 0;
  Side side = Side::left;
};

class Table {
 public:
  // rows: how many will come, so that the lanes of the last page are equally long.
  Table(Flow& flow, pdf::Element& parent, std::vector<TableColumn> columns, std::size_t rows,
        std::size_t lanes = 1);
  void row(std::span<const std::string> cells, const pdf::Colour* dot = nullptr);
  void finish();

 private:
  void choose_height();
  void begin_lane();
  void next_lane();
  void draw_heads(bool repeated);
  [[nodiscard]] double head_height() const;
  void cell(pdf::Element& row, const std::string& text, const TableColumn& column, double x, bool first);

  Flow& flow_;
  pdf::Element table_;
  std::vector<TableColumn> columns_;
  std::size_t left_;  // rows to come
  std::size_t lanes_;
  std::size_t lane_ = 0;
  std::size_t in_lane_ = 0;  // rows it will still take
  double lane_top_ = 0;
  double row_height_ = 14;
  double lowest_ = 0;
  double x_ = grid::left;
  bool headed_ = false;
};

}  // namespace mrbill::content::report
