#include "render/report/model/collection.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>

namespace mrbill::content::report {
namespace {

constexpr std::size_t block_size = 256UL * 1024;
constexpr std::size_t max_words = 255;  // of a kind in a POC; the contract allows 30

std::int32_t day_number(const locale::LocalTime& time) {
  using namespace std::chrono;
  const year_month_day day{year(time.year), month(static_cast<unsigned>(time.month)),
                           std::chrono::day(static_cast<unsigned>(time.day))};
  return static_cast<std::int32_t>(sys_days(day).time_since_epoch().count());
}

}  // namespace

std::string_view TextBlocks::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > left_) {
    left_ = std::max(block_size, text.size());
    next_ = blocks_.emplace_back(std::make_unique_for_overwrite<char[]>(left_)).get();
  }
  std::memcpy(next_, text.data(), text.size());
  const std::string_view kept(next_, text.size());
  next_ += text.size();
  left_ -= text.size();
  return kept;
}

void Collection::add(const PocFacts& poc) {
  const auto keep = [this](std::string_view text) { return texts_.keep(text); };
  const auto created = zone_.local(poc.created_at);
  Row row{.poc_id = poc.poc_id,
          .name = keep(poc.name),
          .created_at = poc.created_at,
          .updated_at = poc.updated_at};
  if (poc.description && !poc.description->empty()) row.description = keep(*poc.description);
  if (poc.repository_url && !poc.repository_url->empty()) row.repository_url = keep(*poc.repository_url);
  if (poc.language && !poc.language->empty()) row.language = languages_.id(*poc.language);
  row.month = month_number(created.year, created.month);
  row.day = day_number(created);
  row.words = static_cast<std::uint32_t>(words_.size());
  row.tags = keep_words(poc.tags, tag_names_);
  row.frameworks = keep_words(poc.frameworks, framework_names_);
  row.is_public = poc.is_public;
  row.is_favorite = poc.is_favorite;
  rows_.push_back(row);
}

// Each word once, in the order given.
std::uint8_t Collection::keep_words(std::span<const std::string> texts, Words& names) {
  const auto begin = words_.size();
  for (const auto& text : texts) {
    const auto id = names.id(text);
    const auto own = std::span(words_).subspan(begin);
    if (own.size() < max_words && std::ranges::find(own, id) == own.end()) words_.push_back(id);
  }
  return static_cast<std::uint8_t>(words_.size() - begin);
}

}  // namespace mrbill::content::report
