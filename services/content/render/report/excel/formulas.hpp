// Formulas that count the POCs of a group in the table of all, so that the numbers follow when a row
// is changed.
//
//   language_criterion("$A2") == R"(POCs[Language],"="&$A2)"       =COUNTIFS(of a month, of a language)
#pragma once

#include <optional>
#include <string>

#include "render/report/excel/workbook.hpp"

namespace mrbill::content::report {

// How many cells all formulas together may look at; a workbook beyond it would take seconds to open. What is
// beyond is written as a number.
class FormulaBudget {
 public:
  [[nodiscard]] bool spend(std::size_t cells) {
    if (cells > left_) return false;
    left_ -= cells;
    return true;
  }

 private:
  std::size_t left_ = 20'000'000;
};

// COUNTIFS' criterion for a group named in the cell; nothing where COUNTIFS cannot tell it from others
// (wildcards, letter case, years before 1900).
[[nodiscard]] std::optional<std::string> criterion(const ReportModel& model, const Grouping& grouping,
                                                   std::size_t group, std::string_view cell);

}  // namespace mrbill::content::report
