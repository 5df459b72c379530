#include "render/report/excel/poc_sheet.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <text/text.hpp>

namespace mrbill::content::report {
namespace {

constexpr std::size_t max_literal = 255;  // characters of a text within a formula

enum Column : lxw_col_t {
  name,
  description,
  language,
  tags,
  frameworks,
  created,
  updated,
  is_public,
  is_favorite,
  repository,
  poc_id,
  tag_key
};

class PocSheet {
 public:
  PocSheet(Workbook& book, lxw_worksheet* sheet, const ReportModel& model)
      : book_(book),
        sheet_(sheet),
        model_(model),
        words_(texts(model.locale())),
        heads_{std::string(words_.name),        std::string(words_.description),
               std::string(words_.language),    "Tags",
               std::string(words_.frameworks),  created_column(model_),
               updated_column(model_),          std::string(words_.is_public),
               std::string(words_.is_favorite), std::string(words_.repository),
               std::string(words_.poc_id),      std::string(tag_key_column)} {
    stream_rows(sheet);
  }

  void write_row(lxw_row_t at, const Row& row) {
    text(at, name, row.name, 48);
    if (row.description) text(at, description, *row.description, 60);
    if (row.language != no_word) text(at, language, model_.collection.languages()[row.language], 24);
    join(at, tags, model_.collection.tags(row), model_.collection.tag_names());
    join(at, frameworks, model_.collection.frameworks(row), model_.collection.framework_names());
    time(at, created, row.created_at);
    time(at, updated, row.updated_at);
    text(at, is_public, row.is_public ? words_.yes : words_.no, 12);
    text(at, is_favorite, row.is_favorite ? words_.yes : words_.no, 12);
    if (row.repository_url) link(at, *row.repository_url);
    widths_[poc_id] = 37;
    worksheet_write_string(sheet_, at, poc_id, row.poc_id.to_string().c_str(), nullptr);
    key(at, model_.collection.tags(row));
  }

  void write_heads() {
    for (std::size_t i = 0; i < heads_.size(); ++i)
      write_text(sheet_, 0, static_cast<lxw_col_t>(i), heads_[i], book_.formats().head);
  }

  void make_table(lxw_row_t rows) {
    std::array<lxw_table_column, 12> columns{};
    std::array<lxw_table_column*, 13> pointers{};
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      columns[i].header = heads_[i].data();
      pointers[i] = &columns[i];
    }
    lxw_table_options options{};
    std::string table = "POCs";
    options.name = table.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    if (add_table(sheet_, std::max<lxw_row_t>(rows, 1), tag_key, &options) != LXW_NO_ERROR)
      throw std::runtime_error("report.xlsx: no table");
    worksheet_freeze_panes(sheet_, 1, 1);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_landscape(sheet_);
    set_widths();
  }

 private:
  void text(lxw_row_t at, lxw_col_t column, std::string_view value, double widest) {
    fit(column, value, widest);
    write_text(sheet_, at, column, value);
  }
  void fit(lxw_col_t column, std::string_view value, double widest) {
    if (static_cast<double>(value.size()) <= widths_[column]) return;
    widths_[column] = std::clamp(static_cast<double>(text::code_points(value)), widths_[column], widest);
  }
  void join(lxw_row_t at, lxw_col_t column, std::span<const WordId> ids, const Words& words) {
    if (ids.empty()) return;
    scratch_.clear();
    for (const auto id : ids) scratch_.append(scratch_.empty() ? "" : ", ").append(words[id]);
    text(at, column, scratch_, 40);
  }
  void key(lxw_row_t at, std::span<const WordId> ids) {
    if (ids.empty()) return;
    scratch_ = "|";
    for (const auto id : ids) scratch_.append(model_.collection.tag_names()[id]) += '|';
    write_text(sheet_, at, tag_key, scratch_);
  }
  void time(lxw_row_t at, lxw_col_t column, Timestamp value) {
    const auto local = model_.collection.zone().local(value);
    if (const auto serial = serial_day(local)) {
      worksheet_write_number(sheet_, at, column, *serial, book_.formats().time);
    } else {
      write_text(sheet_, at, column, locale::date_and_time(model_.locale(), local));
    }
  }
  // By a formula: a relationship for each link would take 2 KB of memory, and a sheet holds 65,530 of them
  // at most.
  void link(lxw_row_t at, std::string_view url) {
    fit(repository, url, 50);
    if (!is_link(url) || text::code_points(url) > max_literal || text::has_control(url) ||
        reads_as_escaped(url))
      return write_text(sheet_, at, repository, url);
    scratch_ = "=HYPERLINK(\"";
    for (const char character : url) scratch_.append(character == '"' ? 2 : 1, character);
    scratch_ += "\")";
    worksheet_write_formula_str(sheet_, at, repository, scratch_.c_str(), book_.formats().link,
                                std::string(url).c_str());
  }
  void set_widths() {
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const bool dated = column == created || column == updated;
      const auto width =
          dated
              ? 19.0
              : std::max(widths_[i], std::min(16.0, static_cast<double>(text::code_points(heads_[i])) + 4)) +
                    1.5;
      lxw_row_col_options hidden{};
      hidden.hidden = column == tag_key ? 1 : 0;
      worksheet_set_column_opt(sheet_, column, column, width, dated ? book_.formats().time : nullptr,
                               &hidden);
    }
  }

  Workbook& book_;
  lxw_worksheet* sheet_;
  const ReportModel& model_;
  const Texts& words_;
  std::array<std::string, 12> heads_;
  std::array<double, 12> widths_{};
  std::string scratch_;
};

}  // namespace

void write_pocs(Workbook& book, lxw_worksheet* sheet, const ReportModel& model, Lines& lines) {
  PocSheet pocs(book, sheet, model);
  const auto rows = model.collection.rows();
  pocs.write_heads();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    pocs.write_row(static_cast<lxw_row_t>(i + 1), rows[i]);
    if (i % 1000 == 999) lines.progress(i, rows.size(), 40, 80);
  }
  pocs.make_table(static_cast<lxw_row_t>(rows.size()));
}

}  // namespace mrbill::content::report
