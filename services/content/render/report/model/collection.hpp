// The POCs of a report, held small: texts in a few large blocks, words by number. 10,000 of them take about
// 4 MB.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "render/locale/zone.hpp"
#include "render/program/order_file.hpp"
#include "render/report/model/words.hpp"

namespace mrbill::content::report {

// Months since year 0: 2025-03 is 2025 * 12 + 2.
using MonthNumber = std::int32_t;
[[nodiscard]] constexpr MonthNumber month_number(int year, int month) {
  return year * 12 + month - 1;
}
[[nodiscard]] constexpr int year_of(MonthNumber month) {
  return month / 12;
}
[[nodiscard]] constexpr int month_in_year(MonthNumber month) {
  return month % 12 + 1;
}

// Texts that live as long as it does.
class TextBlocks {
 public:
  std::string_view keep(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_ = 0;
  char* next_ = nullptr;
};

struct Row {
  Uuid poc_id;
  std::string_view name;
  std::optional<std::string_view> description = std::nullopt;
  std::optional<std::string_view> repository_url = std::nullopt;
  Timestamp created_at;
  Timestamp updated_at;
  WordId language = no_word;
  MonthNumber month = 0;    // of created_at, where the person lives
  std::int32_t day = 0;     // the same, days since 1970
  std::uint32_t words = 0;  // where its tags begin, its frameworks behind them
  std::uint8_t tags = 0;
  std::uint8_t frameworks = 0;
  bool is_public = false;
  bool is_favorite = false;
};

// Only the web is linked to: never javascript: or file:.
[[nodiscard]] inline bool is_link(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

class Collection {
 public:
  explicit Collection(const locale::Zone& zone) : zone_(zone) {}
  void add(const PocFacts& poc);

  [[nodiscard]] const locale::Zone& zone() const { return zone_; }
  [[nodiscard]] std::span<const Row> rows() const { return rows_; }
  [[nodiscard]] std::span<const WordId> tags(const Row& row) const {
    return std::span(words_).subspan(row.words, row.tags);
  }
  [[nodiscard]] std::span<const WordId> frameworks(const Row& row) const {
    return std::span(words_).subspan(row.words + row.tags, row.frameworks);
  }
  [[nodiscard]] const Words& languages() const { return languages_; }
  [[nodiscard]] const Words& tag_names() const { return tag_names_; }
  [[nodiscard]] const Words& framework_names() const { return framework_names_; }

 private:
  std::uint8_t keep_words(std::span<const std::string> texts, Words& names);

  locale::Zone zone_;
  TextBlocks texts_;
  Words languages_, tag_names_, framework_names_;
  std::vector<Row> rows_;
  std::vector<WordId> words_;
};

}  // namespace mrbill::content::report
