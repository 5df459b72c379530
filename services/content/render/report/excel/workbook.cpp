#include "render/report/excel/workbook.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

namespace mrbill::content::report {
namespace {

constexpr lxw_color_t ink = 0x1A1C20;
constexpr lxw_color_t grey = 0x6B7079;
constexpr lxw_color_t hairline = 0xD9DCE1;

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("report.xlsx: ") + lxw_strerror(error));
}

void set_properties(lxw_workbook* book, const ReportModel& model) {
  auto title = xml_text(model.order.title);
  auto person = xml_text(model.order.person.display_name);
  auto tenant = xml_text(model.order.person.tenant_name);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = person.data();
  properties.company = tenant.data();
  properties.created =
      std::chrono::floor<std::chrono::seconds>(model.order.generated_at).time_since_epoch().count();
  require(workbook_set_properties(book, &properties));
}

}  // namespace

Workbook::Workbook(const ReportModel& model, const std::filesystem::path& file)
    : file_(file.string()), folder_(file.parent_path().string()) {
  lxw_workbook_options options{};
  options.tmpdir = folder_.data();
  options.constant_memory = LXW_TRUE;
  book_ = workbook_new_opt(file_.c_str(), &options);
  if (book_ == nullptr) throw std::runtime_error("report.xlsx: no memory");
  set_properties(book_, model);
  make_formats(model);
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

void Workbook::close() {
  require(workbook_close(std::exchange(book_, nullptr)));
}

void Workbook::make_formats(const ReportModel& model) {
  const bool portuguese = model.locale() == Locale::pt_br;
  const auto make = [this](double size, lxw_color_t colour, bool bold = false) {
    auto* format = workbook_add_format(book_);
    format_set_font_name(format, "Calibri");
    format_set_font_size(format, size);
    format_set_font_color(format, colour);
    if (bold) format_set_bold(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  };
  formats_ = {.title = make(24, ink, true),
              .subtitle = make(12, grey),
              .label = make(11, grey),
              .value = make(11, ink),
              .big = make(26, ink),
              .caption = make(11, grey),
              .head = make(11, ink, true),
              .head_right = make(11, ink, true),
              .number = make(11, ink),
              .share = make(11, ink),
              .date = make(11, ink),
              .month = make(11, ink),
              .link = make(11, accent),
              .wrap = make(11, ink),
              .note = make(10, grey),
              .time = make(11, ink)};
  for (auto* head : {formats_.head, formats_.head_right}) {
    format_set_bottom(head, LXW_BORDER_THIN);
    format_set_bottom_color(head, hairline);
  }
  format_set_align(formats_.head_right, LXW_ALIGN_RIGHT);
  format_set_align(formats_.time, LXW_ALIGN_LEFT);
  format_set_num_format(formats_.number, "#,##0");
  format_set_num_format(formats_.big, "#,##0");
  format_set_align(formats_.big, LXW_ALIGN_LEFT);
  format_set_num_format(formats_.share, "0.0%");
  format_set_num_format(formats_.date, portuguese ? "dd/mm/yyyy" : "mmm d, yyyy");
  format_set_num_format(formats_.time, portuguese ? "dd/mm/yyyy hh:mm" : "mmm d, yyyy hh:mm");
  format_set_num_format(formats_.month, "mmm yyyy");
  format_set_align(formats_.month, LXW_ALIGN_LEFT);
  format_set_underline(formats_.link, LXW_UNDERLINE_SINGLE);
}

lxw_worksheet* Workbook::add_sheet(std::string_view name) {
  auto* sheet = workbook_add_worksheet(book_, std::string(name).c_str());
  if (sheet == nullptr) throw std::runtime_error("report.xlsx: a sheet could not be made");
  sheet->optimize = LXW_FALSE;  // see stream_rows()
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
  return sheet;
}

void stream_rows(lxw_worksheet* sheet) {
  sheet->optimize = LXW_TRUE;
}

lxw_error add_table(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column,
                    lxw_table_options* options) {
  sheet->optimize = LXW_FALSE;
  const auto error = worksheet_add_table(sheet, 0, 0, last_row, last_column, options);
  sheet->optimize = LXW_TRUE;
  return error;
}

std::string xml_text(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto character = static_cast<unsigned char>(text[i]);
    const bool hole = text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
    if (hole) i += 2;
    if (hole || (character < 0x20 && character != '\t' && character != '\n')) {
      out += replacement;
    } else {
      out += text[i];
    }
  }
  return out;
}

namespace {

bool is_escape(std::string_view text) {  // _xHHHH_, which a spreadsheet reads as that character
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// What cell_text() may change; most texts have none of it.
constexpr bool may_change(char character) {
  return static_cast<unsigned char>(character) < 0x20 || character == '_' || character == '\xEF';
}

}  // namespace

// Lines end in \n alone; what reads like an escaped character has its own first character escaped
// (ECMA-376, ST_Xstring).
std::string cell_text(std::string_view text) {
  if (std::ranges::none_of(text, may_change)) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (text.substr(i + 1, 1) != "\n") out += '\n';
    } else if (is_escape(text.substr(i))) {
      out += "_x005F_";
    } else {
      out += text[i];
    }
  }
  return xml_text(out);
}

bool reads_as_escaped(std::string_view text) {
  for (auto at = text.find("_x"); at != std::string_view::npos; at = text.find("_x", at + 1))
    if (is_escape(text.substr(at))) return true;
  return false;
}

void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
                lxw_format* format) {
  worksheet_write_string(sheet, row, column, cell_text(text).c_str(), format);
}

std::optional<double> serial_day(const locale::LocalTime& time) {
  using namespace std::chrono;
  if (time.year < 1901) return std::nullopt;
  const sys_days day{year(time.year) / month(static_cast<unsigned>(time.month)) /
                     std::chrono::day(static_cast<unsigned>(time.day))};
  const auto days = (day - sys_days{year(1899) / 12 / 30}).count();
  return static_cast<double>(days) + ((time.hour * 60 + time.minute) * 60 + time.second) / 86400.0;
}

std::string table_column(std::string_view name) {
  return fmt::format("POCs[{}]", name);
}

std::string created_column(const ReportModel& model) {
  return fmt::format("{} ({})", texts(model.locale()).created, model.collection.zone().name());
}

std::string updated_column(const ReportModel& model) {
  return fmt::format("{} ({})", texts(model.locale()).updated, model.collection.zone().name());
}

}  // namespace mrbill::content::report
