// libxlsxwriter's workbook with the few formats a report uses. Throws std::runtime_error when the file cannot
// be written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <xlsxwriter.h>

#include "render/report/model/report_model.hpp"
#include "render/report/texts.hpp"

namespace mrbill::content::report {

inline constexpr lxw_color_t accent = 0x1F3FB0;

struct Formats {
  lxw_format *title, *subtitle, *label, *value, *big, *caption, *head, *head_right, *number, *share, *date,
      *month, *link, *wrap, *note, *time;
};

class Workbook {
 public:
  Workbook(const ReportModel& model, const std::filesystem::path& file);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // Another sheet, its name made unique and legal.
  lxw_worksheet* add_sheet(std::string_view name);
  [[nodiscard]] lxw_workbook* raw() { return book_; }
  [[nodiscard]] const Formats& formats() const { return formats_; }
  void close();

 private:
  void make_formats(const ReportModel& model);
  std::string file_;
  std::string folder_;
  lxw_workbook* book_;
  Formats formats_{};
};

// Lets each row of this sheet leave the memory when the next one begins; the others are small and keep their
// rows, which lets libxlsxwriter fill their charts. It knows this mode for a whole workbook only, so its flag
// is set here sheet by sheet.
void stream_rows(lxw_worksheet* sheet);
// A table over a streamed sheet, from its first cell: libxlsxwriter refuses it because it would write the
// heads, which the caller has written.
[[nodiscard]] lxw_error add_table(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column,
                                  lxw_table_options* options);

// What XML has no way to hold (most control characters, two code points) is seen as U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);
// What a cell holds so that a spreadsheet shows the text itself.
[[nodiscard]] std::string cell_text(std::string_view text);
[[nodiscard]] bool reads_as_escaped(std::string_view text);
// A cell's text: never taken for a formula.
void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
                lxw_format* format = nullptr);
// Days since 1899-12-30 as spreadsheets count; nothing for the years before 1900, which they cannot hold.
[[nodiscard]] std::optional<double> serial_day(const locale::LocalTime& time);
// "POCs[Linguagem]"
[[nodiscard]] std::string table_column(std::string_view name);
[[nodiscard]] std::string created_column(const ReportModel& model);
[[nodiscard]] std::string updated_column(const ReportModel& model);

}  // namespace mrbill::content::report
