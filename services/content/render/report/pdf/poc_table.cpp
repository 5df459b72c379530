#include "render/report/pdf/poc_table.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace mrbill::content::report {
namespace {

enum Column : std::uint8_t { name, language, tags, frameworks, created, updated };
constexpr std::size_t column_count = 6;
constexpr std::array<double, column_count> widths{137, 70, 94, 78, 54, 54};
constexpr double rule_room = 1.5;  // by which a row reaches into the next one's padding
constexpr double usual_padding = 6;
constexpr double min_padding = 3.5;
constexpr std::size_t looked_ahead = 90;  // rows: more than two pages hold
constexpr double leading = 9.6;
constexpr double month_height = 30;
constexpr double kept_together = 220;  // points: a row taller than this may be broken
constexpr double dot_indent = 9;
constexpr double gap = 8;  // between columns

constexpr std::array<double, column_count> offsets = [] {
  std::array<double, column_count> out{};
  double x = grid::left;
  for (std::size_t i = 0; i < column_count; ++i) {
    out[i] = x;
    x += widths[i];
  }
  return out;
}();

// The cells of a row as lines; the description runs under the first four.
struct RowLines {
  std::array<std::vector<pdf::Line>, column_count> cells;
  std::vector<pdf::Line> visibility;  // under the name of a private one
  std::vector<pdf::Line> description;
  [[nodiscard]] std::size_t head() const {
    std::size_t most = std::max<std::size_t>(1, cells[name].size() + visibility.size());
    for (const auto& cell : cells) most = std::max(most, cell.size());
    return most;
  }
  [[nodiscard]] std::size_t total() const { return head() + description.size(); }
};

class PocTable {
 public:
  // The rows as they will come: the last pages are set so that none holds only a few of them.
  PocTable(Flow& flow, pdf::Element& section, std::span<const Row* const> rows)
      : flow_(flow),
        model_(flow.model()),
        table_(flow.document().structure().open("Table", section)),
        left_(rows) {
    draw_heads(false);
    choose_padding(month_height);
  }

  void month(MonthNumber month, std::uint32_t pocs) {
    if (!closer_ && !flow_.fits(month_height + 40)) new_page(month_height);
    auto& structure = flow_.document().structure();
    auto row = structure.open("TR", table_);
    auto head = structure.open("TH", row, "/A<</O/Table/Scope/Row/ColSpan 6>>");
    flow_.document().mark(head);
    const auto width = flow_.drawn(locale::month_of(model_.locale(), year_of(month), month_in_year(month)),
                                   flow_.theme().mark, grid::left, flow_.y + 20);
    flow_.drawn(count_text(flow_.words(), model_.locale(), pocs), flow_.theme().cell_soft,
                grid::left + width + 8, flow_.y + 20);
    flow_.document().end_mark();
    structure.close(head);
    structure.close(row);
    flow_.y += month_height - 2;
    flow_.rule(flow_.y, grid::left, grid::right, 0.6, palette::accent);
  }

  void row(const Row& row) {
    lay_out(row);
    const auto height = static_cast<double>(lines_.total()) * leading + 2 * padding_;
    const bool whole = height <= kept_together;
    if (!flow_.fits(whole ? height
                          : static_cast<double>(std::min<std::size_t>(lines_.total(), 6)) * leading +
                                2 * padding_)) {
      new_page();
      lay_out(row);
    }
    draw(row);
    left_ = left_.subspan(1);
  }

  void finish() { flow_.document().structure().close(table_); }

 private:
  void new_page(double still_to_come = 0) {
    flow_.begin_page();
    draw_heads(true);
    choose_padding(still_to_come);
  }

  // Where all that is left fits but for a row or two, the rows stand closer.
  void choose_padding(double heads) {
    padding_ = usual_padding;
    closer_ = false;
    if (left_.size() > looked_ahead) return;
    double lines = 0;
    std::size_t fit = 0;
    const auto room = grid::bottom - flow_.y - rule_room;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      lay_out(*left_[i]);
      lines += static_cast<double>(lines_.total()) * leading - rule_room;
      if (i > 0 && left_[i]->month != left_[i - 1]->month) heads += month_height - 2;
      if (lines + heads + static_cast<double>(i + 1) * 2 * usual_padding <= room) fit = i + 1;
    }
    if (fit == left_.size() || left_.size() - fit > few_spilled) return;
    const auto closer = (room - lines - heads) / (2 * static_cast<double>(left_.size())) - 0.01;
    closer_ = closer >= min_padding;
    if (closer_) padding_ = closer;
  }

  void draw_heads(bool repeated) {
    const auto& words = flow_.words();
    const std::array<std::string_view, column_count> heads{words.name,       words.language, "Tags",
                                                           words.frameworks, words.created,  words.updated};
    auto& structure = flow_.document().structure();
    pdf::Element row;
    if (!repeated) row = structure.open("TR", table_);
    for (std::size_t i = 0; i < column_count; ++i) {
      pdf::Element head;
      if (repeated) {
        flow_.document().artifact();
        flow_.drawn(heads[i], flow_.theme().head, offsets[i], flow_.y);
        flow_.document().end_mark();
      } else {
        head = structure.open("TH", row, "/A<</O/Table/Scope/Column>>");
        flow_.line(head, heads[i], flow_.theme().head, offsets[i], flow_.y);
        structure.close(head);
      }
    }
    if (!repeated) structure.close(row);
    flow_.y += 6;
    flow_.rule(flow_.y, grid::left, grid::right, 0.6, palette::ink);
  }

  void join(std::span<const WordId> ids, const Words& words, std::string& out) {
    out.clear();
    for (const auto id : ids) out.append(out.empty() ? "" : ", ").append(words[id]);
  }

  void lay_out(const Row& row) {
    auto& type = flow_.document().type();
    const auto& theme = flow_.theme();
    const auto zone = model_.collection.zone();
    join(model_.collection.tags(row), model_.collection.tag_names(), texts_[tags]);
    join(model_.collection.frameworks(row), model_.collection.framework_names(), texts_[frameworks]);
    texts_[created] = locale::short_date(model_.locale(), zone.local(row.created_at));
    texts_[updated] = locale::short_date(model_.locale(), zone.local(row.updated_at));
    lines_.cells[name] = type.lines(row.name, theme.cell_strong, widths[name] - gap);
    if (lines_.cells[name].empty())
      lines_.cells[name] = type.lines("–", theme.cell_strong, widths[name]);  // only white space
    lines_.visibility.clear();
    if (!row.is_public)
      lines_.visibility = type.lines(flow_.words().is_private, theme.cell_soft, widths[name] - gap);
    lines_.cells[language].clear();
    if (row.language != no_word)
      lines_.cells[language] = type.lines(model_.collection.languages()[row.language], theme.cell,
                                          widths[language] - gap - dot_indent);
    for (const auto column : {tags, frameworks, created, updated})
      lines_.cells[column] =
          type.lines(texts_[column], theme.cell, widths[column] - (column < created ? gap : 2));
    lines_.description.clear();
    if (row.description)
      lines_.description = type.lines(*row.description, theme.cell_soft, offsets[created] - grid::left - gap);
  }

  // As many lines as fit, a page after the other.
  void draw(const Row& row) {
    auto& structure = flow_.document().structure();
    auto element = structure.open("TR", table_);
    std::array<pdf::Element, column_count> cells;
    for (std::size_t i = 0; i < column_count; ++i)
      cells[i] = i == name ? structure.open("TH", element, "/A<</O/Table/Scope/Row>>")
                           : structure.open("TD", element);
    auto description = lines_.description.empty() ? pdf::Element{} : structure.open("P", cells[name]);
    flow_.y += padding_;
    const auto head = lines_.head();
    for (std::size_t line = 0; line < lines_.total();) {
      const auto room = static_cast<std::size_t>(std::max(1.0, (grid::bottom - flow_.y) / leading));
      const auto end = std::min(lines_.total(), line + room);
      for (std::size_t i = 0; i < column_count && line < head; ++i)
        draw_cell(row, cells[i], static_cast<Column>(i), line, std::min(end, head));
      const auto mark = lines_.cells[name].size();
      if (!lines_.visibility.empty() && line <= mark && mark < end)
        draw_lines(cells[name], lines_.visibility, 0, 1, flow_.theme().cell_soft, offsets[name],
                   flow_.y + static_cast<double>(mark - line) * leading);
      if (end > head)
        draw_description(description, std::max(line, head) - head, end - head, std::max(line, head) - line);
      flow_.y += static_cast<double>(end - line) * leading;
      line = end;
      if (line < lines_.total()) {
        new_page();
        lay_out(row);
        flow_.y += padding_;
      }
    }
    flow_.y += padding_ - rule_room;
    flow_.rule(flow_.y, grid::left, grid::right, 0.3);
    if (!lines_.description.empty()) structure.close(description);
    for (auto& cell : cells) structure.close(cell);
    structure.close(element);
  }

  void draw_cell(const Row& row, pdf::Element& cell, Column column, std::size_t from, std::size_t to) {
    const auto& lines = lines_.cells[column];
    if (from >= lines.size()) return;
    to = std::min(to, lines.size());
    const bool dotted = column == language;
    if (dotted && from == 0) {
      flow_.document().artifact();
      flow_.canvas().disc({offsets[column] + 3, flow_.y + leading - 4.4}, 2.4,
                          language_colour(model_.collection.languages()[row.language]));
      flow_.document().end_mark();
    }
    const auto x = offsets[column] + (dotted ? dot_indent : 0);
    if (column == name && row.repository_url && is_link(*row.repository_url)) {
      return draw_link(cell, *row.repository_url, from, to);
    }
    draw_lines(cell, lines, from, to, column == name ? flow_.theme().cell_strong : flow_.theme().cell, x,
               flow_.y);
  }

  void draw_link(pdf::Element& cell, std::string_view url, std::size_t from, std::size_t to) {
    const auto& lines = lines_.cells[name];
    auto link = flow_.document().structure().open("Link", cell);
    draw_lines(link, lines, from, to, flow_.theme().cell_strong, offsets[name], flow_.y);
    double widest = 0;
    flow_.document().artifact();
    for (auto i = from; i < to; ++i) {
      const auto y = flow_.y + static_cast<double>(i - from + 1) * leading - 0.6;
      flow_.canvas().line({offsets[name], y}, {offsets[name] + lines[i].width, y}, 0.35, palette::link);
      widest = std::max(widest, lines[i].width);
    }
    flow_.document().end_mark();
    const pdf::Box box{.x = offsets[name],
                       .y = flow_.y,
                       .width = widest,
                       .height = static_cast<double>(to - from) * leading + 2};
    flow_.document().link(link, box, url, url);
    flow_.document().structure().close(link);
  }

  void draw_description(pdf::Element& element, std::size_t from, std::size_t to, std::size_t below) {
    draw_lines(element, lines_.description, from, to, flow_.theme().cell_soft, grid::left,
               flow_.y + static_cast<double>(below) * leading + 1.5);
  }

  void draw_lines(pdf::Element& element, const std::vector<pdf::Line>& lines, std::size_t from,
                  std::size_t to, const pdf::Style& style, double x, double y) {
    flow_.document().mark(element);
    for (auto i = from; i < to; ++i) {
      y += leading;
      flow_.canvas().text(lines[i], style, x, y - 2);
    }
    flow_.document().end_mark();
  }

  Flow& flow_;
  const ReportModel& model_;
  pdf::Element table_;
  std::span<const Row* const> left_;
  double padding_ = usual_padding;
  bool closer_ = false;  // than usual: all that is left is on this page
  RowLines lines_;
  std::array<std::string, column_count> texts_;  // what the lines look into
};

// Rows of one month stand together; the order's rows come by creation.
std::vector<const Row*> by_month(const Collection& collection) {
  std::vector<const Row*> rows;
  rows.reserve(collection.rows().size());
  for (const auto& row : collection.rows()) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const Row* row) { return std::pair(row->month, row); });
  return rows;
}

// Months under their years where there are many.
class MonthOutline {
 public:
  MonthOutline(Flow& flow, int under, bool by_year) : flow_(flow), under_(under), by_year_(by_year) {}
  void add(MonthNumber month) {
    if (by_year_ && year_of(month) != year_) {
      year_ = year_of(month);
      year_entry_ = flow_.document().outline(std::to_string(year_), flow_.here(), under_);
    }
    flow_.document().outline(locale::month_of(flow_.model().locale(), year_of(month), month_in_year(month)),
                             flow_.here(), by_year_ ? year_entry_ : under_);
  }

 private:
  Flow& flow_;
  int under_;
  bool by_year_;
  int year_ = -1;
  int year_entry_ = 0;
};

}  // namespace

void write_poc_table(Flow& flow, std::vector<ContentsEntry>& entries, Lines& progress) {
  const auto rows = by_month(flow.model().collection);
  const auto note =
      fmt::format("{} · {} {}", count_text(flow.words(), flow.model().locale(), flow.model().numbers.pocs),
                  flow.words().time_zone, flow.model().collection.zone().name());
  auto section = begin_section(flow, entries, std::string(flow.words().all_pocs), note);
  PocTable table(flow, section, rows);
  MonthOutline outline(flow, flow.document().outlines(),
                       year_of(rows.front()->month) + 1 < year_of(rows.back()->month));
  for (auto first = rows.begin(); first != rows.end();) {
    const auto month = (*first)->month;
    const auto next =
        std::ranges::find_if(first, rows.end(), [month](const Row* row) { return row->month != month; });
    table.month(month, static_cast<std::uint32_t>(next - first));
    outline.add(month);
    for (; first != next; ++first) table.row(**first);
    progress.progress(static_cast<std::uint64_t>(first - rows.begin()), rows.size(), 35, 95);
  }
  table.finish();
  flow.document().structure().close(section);
}

}  // namespace mrbill::content::report
