#include "api/contract_mapping.hpp"

#include <algorithm>

#include <base/unreachable.hpp>
#include <contract/catalog_mapping.hpp>

namespace mrbill::catalog {
namespace {

using contract::message_of;
using contract::value_of;

// What our POC calls otherwise than the contract does.
struct Renamed {
  PocId poc_id;
  UserId user_id;
  TenantId tenant_id;
  bool is_favorite;
  std::int64_t version;
};

Renamed renamed_in(const Poc& poc) {
  return {poc.id, poc.creator, poc.tenant, poc.favorite, poc.change_seq};
}

wire::Highlight highlight_of(Highlight highlight) {
  wire::Highlight out{.field = message_of<wire::HighlightField>(highlight.field)};
  for (const auto& [begin, end] : highlight.marks)
    out.matches.push_back(utf16_range(highlight.fragment, begin, end));
  out.fragment = std::move(highlight.fragment);
  return out;
}

std::string code_of(BulkRefusal refusal) {
  switch (refusal) {
    case BulkRefusal::poc_not_found:
      return "poc_not_found";
    case BulkRefusal::not_permitted:
      return "not_permitted";
    case BulkRefusal::stale:
      return "stale";
    case BulkRefusal::too_many_tags:
      return "too_many_tags";
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
  return value_of<PocDraft>(std::move(content));
}

PocPatch patch_of(const wire::PocPatch& patch) {
  return value_of<PocPatch>(patch);
}

BulkRequest request_of(wire::BulkChange change) {
  BulkRequest request{.action = value_of<BulkAction>(change.action), .tags = std::move(change.tags)};
  request.pocs.reserve(change.pocs.size());
  for (const auto& poc : change.pocs) request.pocs.push_back({PocId{poc.poc_id}, poc.version});
  return request;
}

wire::BulkResult to_contract(const std::vector<Uuid>& pocs, const std::vector<BulkAnswer>& answers) {
  wire::BulkResult result;
  result.items.reserve(answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    wire::BulkOutcome outcome{.poc_id = pocs[i]};
    if (answers[i])
      outcome.version = *answers[i];
    else
      outcome.code = code_of(answers[i].error());
    ++(answers[i] ? result.done : result.refused);
    result.items.push_back(std::move(outcome));
  }
  return result;
}

wire::Poc to_contract(const Poc& poc) {
  return message_of<wire::Poc>(poc.content, poc, renamed_in(poc));
}

wire::PocListItem to_contract(FoundPoc found) {
  struct Marks {
    std::vector<wire::Highlight> highlights;
  } marks;
  for (auto& highlight : found.highlights) marks.highlights.push_back(highlight_of(std::move(highlight)));
  return message_of<wire::PocListItem>(std::move(found.poc.content), found.poc, renamed_in(found.poc),
                                       std::move(marks));
}

wire::PocStats to_contract(SpanStats span) {
  auto& stats = span.stats;
  const auto languages = beyond(stats.by_language, stats.languages), tags = beyond(stats.by_tag, stats.tags),
             frameworks = beyond(stats.by_framework, stats.frameworks);
  struct Rest {
    Timestamp after;
    std::int64_t languages_left_out, tags_left_out, frameworks_left_out;
  };
  return message_of<wire::PocStats>(std::move(stats), span, Rest{span.from, languages, tags, frameworks});
}

wire::PocFacets to_contract(FacetCounts counts) {
  auto& facets = counts.facets;
  const auto languages = beyond(facets.languages, counts.languages), tags = beyond(facets.tags, counts.tags),
             frameworks = beyond(facets.frameworks, counts.frameworks),
             years = beyond(facets.years, counts.years);
  struct Rest {
    std::int64_t languages_left_out, tags_left_out, frameworks_left_out, years_left_out;
  };
  return message_of<wire::PocFacets>(std::move(facets), counts, Rest{languages, tags, frameworks, years});
}

wire::ImportJob to_contract(const Import& import, const http::Reader& reader) {
  const auto& tally = import.tally;
  wire::ImportJob job{.import_id = import.id.uuid,
                      .status = message_of<wire::JobStatus>(import.status),
                      .format = message_of<wire::TransferFormat>(import.format),
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

SavedSearchDraft draft_of(wire::SavedSearchContent content) {
  auto& query = content.query;
  return {.name = std::move(content.name),
          .query = {.search = std::move(query.search).value_or(""),
                    .languages = std::move(query.languages),
                    .tags = std::move(query.tags),
                    .frameworks = std::move(query.frameworks),
                    .scope = value_of<Scope>(query.scope),
                    .favorite = query.favorite,
                    .after = query.after,
                    .before = query.before,
                    .sort_by = std::move(query.sort_by),
                    .sort_order = std::move(query.sort_order)}};
}

wire::SavedSearch to_contract(SavedSearch search) {
  struct Asked {
    Uuid saved_search_id;
    wire::SavedQuery query;
  };
  struct Words {
    std::optional<std::string> search;
  };
  auto& query = search.query;
  Words words{query.search.empty() ? std::nullopt : std::optional(std::move(query.search))};
  Asked asked{search.id.uuid, message_of<wire::SavedQuery>(std::move(words), std::move(query))};
  return message_of<wire::SavedSearch>(std::move(asked), std::move(search));
}

wire::ImportRow to_row(const Poc& poc) {
  return message_of<wire::ImportRow>(poc.content, poc);
}

wire::PocFacts facts_of(Poc poc) {
  return message_of<wire::PocFacts>(std::move(poc.content), poc, renamed_in(poc));
}

}  // namespace mrbill::catalog
