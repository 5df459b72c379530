#include "render/report/excel/formulas.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <base/unreachable.hpp>
#include <text/text.hpp>

#include "render/report/excel/poc_sheet.hpp"

namespace mrbill::content::report {
namespace {

// Spreadsheets compare without letter case.
bool has_twin(const Words& words, WordId word) {
  const auto own = text::lower(words[word]);
  for (WordId other = 0; other < words.size(); ++other) {
    if (other != word && words[other].size() == words[word].size() && text::lower(words[other]) == own)
      return true;
  }
  return false;
}

bool countable(const Words& words, WordId word) {
  return words[word].find_first_of("*?~|\"") == std::string_view::npos &&
         (words.size() > 500 || !has_twin(words, word));
}

}  // namespace

std::optional<std::string> criterion(const ReportModel& model, const Grouping& grouping, std::size_t index,
                                     std::string_view cell) {
  const auto& words = texts(model.locale());
  const auto& group = grouping.groups[index];
  switch (grouping.kind) {
    case ReportGrouping::month: {
      if (year_of(group.month) < 1901) return std::nullopt;
      const auto created = table_column(created_column(model));
      return fmt::format("{0},\">=\"&{1},{0},\"<\"&EDATE({1},1)", created, cell);
    }
    case ReportGrouping::language: {
      const auto column = table_column(words.language);
      if (group.word == no_word) return column + ",\"\"";
      if (!countable(model.collection.languages(), group.word)) return std::nullopt;
      return fmt::format("{},\"=\"&{}", column, cell);
    }
    case ReportGrouping::tag: {
      const auto column = table_column(tag_key_column);
      if (group.word == no_word) return column + ",\"\"";
      if (!countable(model.collection.tag_names(), group.word)) return std::nullopt;
      return fmt::format("{},\"*|\"&{}&\"|*\"", column, cell);
    }
  }
  unreachable();
}

}  // namespace mrbill::content::report
