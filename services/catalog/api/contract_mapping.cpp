#include "api/contract_mapping.hpp"

#include <algorithm>

#include <base/unreachable.hpp>

namespace mrbill::catalog {
namespace {

// nothing: left out; nothing inside: null.
template <class T>
std::optional<std::optional<T>> emptiable(const Patch<T>& field) {
  if (field.is_absent()) return std::nullopt;
  if (field.is_null()) return std::optional<T>{};
  return std::optional<T>{field.value()};
}

template <class T>
std::optional<T> given(const Patch<T>& field) {
  return field.has_value() ? std::optional<T>(field.value()) : std::nullopt;
}

wire::HighlightField field_of(Highlight::Field field) {
  switch (field) {
    case Highlight::Field::name:
      return wire::HighlightField::name;
    case Highlight::Field::description:
      return wire::HighlightField::description;
    case Highlight::Field::tags:
      return wire::HighlightField::tags;
    case Highlight::Field::frameworks:
      return wire::HighlightField::frameworks;
    case Highlight::Field::language:
      return wire::HighlightField::language;
  }
  unreachable();
}

wire::Highlight highlight_of(Highlight highlight) {
  wire::Highlight out{.field = field_of(highlight.field)};
  for (const auto& [begin, end] : highlight.marks)
    out.matches.push_back(utf16_range(highlight.fragment, begin, end));
  out.fragment = std::move(highlight.fragment);
  return out;
}

wire::JobStatus status_of(ImportStatus status) {
  switch (status) {
    case ImportStatus::pending:
      return wire::JobStatus::pending;
    case ImportStatus::processing:
      return wire::JobStatus::processing;
    case ImportStatus::completed:
      return wire::JobStatus::completed;
    case ImportStatus::failed:
      return wire::JobStatus::failed;
    case ImportStatus::cancelled:
      return wire::JobStatus::cancelled;
  }
  unreachable();
}

// A letter of four bytes is a surrogate pair.
std::int64_t utf16_length(std::string_view text) {
  std::int64_t units = 0;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0U ? 2 : 1;
  }
  return units;
}

// How many values there are beyond those that are told.
std::int64_t beyond(const std::vector<Count>& told, std::int64_t values) {
  return std::max<std::int64_t>(0, values - static_cast<std::int64_t>(told.size()));
}

}  // namespace

wire::TextRange utf16_range(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return {utf16_length(text.substr(0, begin)), utf16_length(text.substr(begin, end - begin))};
}

PocDraft draft_of(wire::PocContent content) {
  return {.name = std::move(content.name),
          .description = std::move(content.description),
          .repository_url = std::move(content.repository_url),
          .language = std::move(content.language),
          .tags = std::move(content.tags),
          .frameworks = std::move(content.frameworks),
          .is_public = content.is_public};
}

PocPatch patch_of(const wire::PocPatch& patch) {
  return {.name = given(patch.name),
          .description = emptiable(patch.description),
          .repository_url = emptiable(patch.repository_url),
          .language = emptiable(patch.language),
          .tags = given(patch.tags),
          .frameworks = given(patch.frameworks),
          .is_public = given(patch.is_public)};
}

wire::Poc to_contract(const Poc& poc) {
  const auto& content = poc.content;
  return {.poc_id = poc.id.uuid,
          .name = content.name,
          .description = content.description,
          .repository_url = content.repository_url,
          .language = content.language,
          .tags = content.tags,
          .frameworks = content.frameworks,
          .is_public = content.is_public,
          .user_id = poc.creator.uuid,
          .creator_name = poc.creator_name,
          .tenant_id = poc.tenant.uuid,
          .created_at = poc.created_at,
          .updated_at = poc.updated_at,
          .is_favorite = poc.favorite,
          .version = poc.change_seq};
}

wire::PocListItem to_contract(FoundPoc found) {
  auto& content = found.poc.content;
  wire::PocListItem item{.poc_id = found.poc.id.uuid,
                         .name = std::move(content.name),
                         .description = std::move(content.description),
                         .repository_url = std::move(content.repository_url),
                         .language = std::move(content.language),
                         .tags = std::move(content.tags),
                         .frameworks = std::move(content.frameworks),
                         .is_public = content.is_public,
                         .created_at = found.poc.created_at,
                         .updated_at = found.poc.updated_at,
                         .user_id = found.poc.creator.uuid,
                         .creator_name = std::move(found.poc.creator_name),
                         .is_favorite = found.poc.favorite,
                         .version = found.poc.change_seq};
  for (auto& highlight : found.highlights) item.highlights.push_back(highlight_of(std::move(highlight)));
  return item;
}

std::vector<wire::Count> to_contract(std::vector<Count> counts) {
  std::vector<wire::Count> out;
  out.reserve(counts.size());
  for (auto& count : counts) out.push_back({std::move(count.value), count.count});
  return out;
}

wire::PocStats to_contract(SpanStats span) {
  auto& stats = span.stats;
  const auto languages = beyond(stats.by_language, stats.languages), tags = beyond(stats.by_tag, stats.tags),
             frameworks = beyond(stats.by_framework, stats.frameworks);
  return {.total = stats.total,
          .favorites = stats.favorites,
          .after = span.from,
          .before = span.before,
          .by_month = to_contract(std::move(stats.by_month)),
          .by_day = to_contract(std::move(stats.by_day)),
          .by_language = to_contract(std::move(stats.by_language)),
          .by_tag = to_contract(std::move(stats.by_tag)),
          .by_framework = to_contract(std::move(stats.by_framework)),
          .languages_left_out = languages,
          .tags_left_out = tags,
          .frameworks_left_out = frameworks};
}

wire::PocFacets to_contract(FacetCounts counts) {
  auto& facets = counts.facets;
  const auto languages = beyond(facets.languages, counts.languages), tags = beyond(facets.tags, counts.tags),
             frameworks = beyond(facets.frameworks, counts.frameworks),
             years = beyond(facets.years, counts.years);
  return {.total = counts.total,
          .languages = to_contract(std::move(facets.languages)),
          .tags = to_contract(std::move(facets.tags)),
          .frameworks = to_contract(std::move(facets.frameworks)),
          .years = to_contract(std::move(facets.years)),
          .languages_left_out = languages,
          .tags_left_out = tags,
          .frameworks_left_out = frameworks,
          .years_left_out = years};
}

wire::ImportJob to_contract(const Import& import, const http::Reader& reader) {
  const auto& tally = import.tally;
  wire::ImportJob job{
      .import_id = import.id.uuid,
      .status = status_of(import.status),
      .format = import.format == ImportFormat::csv ? wire::TransferFormat::csv : wire::TransferFormat::jsonl,
      .progress = import.progress,
      .created_rows = tally.created,
      .updated_rows = tally.updated,
      .unchanged_rows = tally.unchanged,
      .failed_rows = tally.failed,
      .created_at = import.created_at,
      .completed_at = import.completed_at};
  if (import.status == ImportStatus::completed) job.total_rows = tally.rows;
  if (!import.error_message.empty())
    job.error_message = reader.failure(import.error_code, import.error_message);
  return job;
}

wire::ImportRowError to_contract(const RowError& error, const http::Reader& reader) {
  return {error.line, error.field.pointer, error.field.code,
          reader.field(error.field.code, error.field.detail)};
}

wire::ImportRow to_row(const Poc& poc) {
  const auto& content = poc.content;
  return {.name = content.name,
          .description = content.description,
          .repository_url = content.repository_url,
          .language = content.language,
          .tags = content.tags,
          .frameworks = content.frameworks,
          .created_at = poc.created_at,
          .updated_at = poc.updated_at,
          .is_public = content.is_public};
}

wire::PocFacts facts_of(Poc poc) {
  return {.poc_id = poc.id.uuid,
          .name = std::move(poc.content.name),
          .description = std::move(poc.content.description),
          .repository_url = std::move(poc.content.repository_url),
          .language = std::move(poc.content.language),
          .tags = std::move(poc.content.tags),
          .frameworks = std::move(poc.content.frameworks),
          .is_public = poc.content.is_public,
          .is_favorite = poc.favorite,
          .created_at = poc.created_at,
          .updated_at = poc.updated_at};
}

}  // namespace mrbill::catalog
