// Pages that follow each other: where the pen stands, the foot of every page, headings and paragraphs.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <pdf/document.hpp>

#include "render/report/pdf/theme.hpp"
#include "render/report/texts.hpp"

namespace mrbill::content::report {

enum class Side : std::uint8_t { left, right };

inline constexpr std::size_t few_spilled = 2;  // a page is not begun for so few rows

class Flow {
 public:
  Flow(pdf::Document& document, const Theme& theme, const ReportModel& model);

  [[nodiscard]] pdf::Document& document() { return document_; }
  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const ReportModel& model() const { return model_; }
  [[nodiscard]] const Texts& words() const { return words_; }
  [[nodiscard]] pdf::Canvas& canvas() { return document_.canvas(); }

  void begin_page();               // ends the one before
  void begin_page(pdf::Ref page);  // a page kept free before
  [[nodiscard]] pdf::Ref keep_page();
  void end_page();
  [[nodiscard]] bool fits(double height) const { return y + height <= grid::bottom; }
  [[nodiscard]] pdf::Destination here() const { return {document_.page(), y - 24}; }
  [[nodiscard]] std::size_t page_number() const { return page_number_; }

  // One line; its width. The side says which end of it is at x.
  double line(pdf::Element& element, std::string_view text, const pdf::Style& style, double x, double y_at,
              Side side = Side::left);
  double drawn(std::string_view text, const pdf::Style& style, double x, double y_at,
               Side side = Side::left);  // within a mark
  // Broken lines from y down, which is moved, over as many pages as it takes; the element is opened
  // and closed.
  void paragraph(std::string_view tag, pdf::Element& parent, std::string_view text, const pdf::Style& style,
                 double width, double leading);
  void rule(double y_at, double x_from = grid::left, double x_to = grid::right, double weight = 0.4,
            const pdf::Colour& colour = palette::hair);
  void total_pages();  // once, at the end: what every foot shows

  double y = grid::top;

 private:
  void write_foot();
  pdf::Document& document_;
  const Theme& theme_;
  const ReportModel& model_;
  const Texts& words_;
  std::size_t page_number_ = 0;
  std::vector<std::pair<pdf::Ref, std::size_t>> kept_;
};

}  // namespace mrbill::content::report
