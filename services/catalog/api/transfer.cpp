// Many POCs at once: export and import.
#include <fmt/format.h>

#include <contract/catalog_mapping.hpp>
#include <contract/problems.hpp>
#include <http/event_stream.hpp>
#include <http/links.hpp>
#include <http/problem.hpp>
#include <text/text.hpp>

#include "api/catalog_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/export_stream.hpp"
#include "api/import_stream.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::catalog {
namespace {

wire::Pagination pagination_of(std::int64_t page, std::int64_t size, std::int64_t total) {
  return {.page = page, .page_size = size, .total_items = total, .total_pages = (total + size - 1) / size};
}

int offset_of(std::int64_t page, std::int64_t size) {
  return static_cast<int>(std::min<std::int64_t>((page - 1) * size, 1'000'000'000));
}

http::Reader reader_of(const http::Request& request) {
  return {contract::phrasebook(), request};
}

wire::ImportDetail detail_of(const Import& import, const http::Reader& reader) {
  struct Rest {
    std::vector<wire::ImportRowError> errors = {};
    wire::Pagination pagination = {};
  };
  return contract::message_of<wire::ImportDetail>(to_contract(import, reader), Rest{});
}

// What its sender calls it; browsers on Windows call a CSV file a workbook.
ImportFormat format_of(const http::Request& request) {
  const auto type = request.headers.get_or("Content-Type", "");
  return type.starts_with("application/x-ndjson") ? ImportFormat::jsonl : ImportFormat::csv;
}

std::string binding_of(const Caller& caller) {
  return caller.tenant.to_string() + ' ' + caller.user.to_string() + " listImports";
}

// A cursor knows the places of POCs: an import's is one alike.
std::optional<ImportPosition> position_of(const std::optional<PageCursor>& cursor) {
  const auto* place = cursor ? std::get_if<PocPosition>(&cursor->place) : nullptr;
  const auto* time = place != nullptr ? std::get_if<Timestamp>(&place->key) : nullptr;
  if (time == nullptr) return std::nullopt;
  return ImportPosition{*time, ImportId{place->id.uuid}};
}

PageCursor cursor_to(std::int64_t page, const ImportPosition& position) {
  return {page, PocPosition{position.created_at, PocId{position.id.uuid}}};
}

wire::ImportChange to_contract(const FormerPoc& former) {
  Poc before{};
  before.content = former.content;
  before.created_at = former.created_at;
  before.updated_at = former.updated_at;
  return {.poc_id = former.id.uuid, .stands = former.stands, .before = to_row(before)};
}

}  // namespace

Task<char> CatalogApi::separator_for_reader(Caller caller) {
  const auto preferences = co_await ports_.preferences.find(std::move(caller));
  co_return separator_for(preferences ? preferences->locale : "");
}

Task<wire::ExportPocsAnswer> CatalogApi::export_pocs(http::Request request, wire::ExportPocsInput input) {
  const auto format = input.format == wire::TransferFormat::csv ? ImportFormat::csv : ImportFormat::jsonl;
  ExportQuery query{.caller = caller_of(request),
                    .text = text::trimmed(input.search.value_or("")),
                    .filter = filter_of(input)};
  const bool is_csv = format == ImportFormat::csv;
  char separator = ',';
  if (is_csv) separator = co_await separator_for_reader(query.caller);
  auto pages = std::make_shared<ExportPocs>(ports_.store, ports_.search, std::move(query));
  co_await pages->begin();
  http::Response response;
  response.headers.set("Content-Type", is_csv ? "text/csv; charset=utf-8" : "application/x-ndjson");
  response.headers.set("Content-Disposition",
                       fmt::format("attachment; filename=\"pocs-{}.{}\"",
                                   to_rfc3339(clock_.now()).substr(0, 10), to_string(input.format)));
  response.headers.set("Cache-Control", "no-store");
  auto still_vouched_for = [judge = settings_.still_vouches_for, person = *request.principal] {
    return judge(person);
  };
  response.stream = export_stream(std::move(pages), format, separator, std::move(still_vouched_for));
  co_return response;
}

Task<wire::CreateImportAnswer> CatalogApi::create_import(http::Request request,
                                                         wire::CreateImportInput input) {
  const auto said = format_of(request);
  auto key = http::key_of(request, wire::operation::create_import, input.idempotency_key);
  auto import = co_await start_import_(caller_of(request), said, std::move(request.body), std::move(key));
  if (!import) co_return problem_of(std::move(import).error());
  auto response = http::json_response(202, to_json(to_contract(*import, reader_of(request))));
  response.headers.set("Location", "/api/v1/pocs/imports/" + import->id.to_string());
  co_return response;
}

Task<wire::ListImportsAnswer> CatalogApi::list_imports(http::Request request, wire::ListImportsInput input) {
  if (input.page && input.cursor) co_return page_and_cursor();
  const auto binding = binding_of(caller_of(request));
  auto number = input.page.value_or(1);
  ImportQuery query{.offset = offset_of(number, input.page_size), .limit = static_cast<int>(input.page_size)};
  if (input.cursor) {
    const auto opened = cursors_.open(*input.cursor, binding);
    query.after = position_of(opened);
    if (!query.after) co_return invalid_cursor();
    number = opened->page;
  }
  auto list = co_await ports_.imports.list(caller_of(request), query);
  wire::ImportPage page{.pagination = pagination_of(number, input.page_size, list.total)};
  const auto reader = reader_of(request);
  for (const auto& import : list.imports) page.items.push_back(to_contract(import, reader));
  if (list.next) page.pagination.next_cursor = cursors_.seal(cursor_to(number + 1, *list.next), binding);
  auto response = http::json_response(200, to_json(page));
  if (list.next) {
    http::LinkHeader links("/api/v1/pocs/imports",
                           http::parse_query(request.query).value_or(http::QueryParameters{}));
    links.add("next", {{"cursor", *page.pagination.next_cursor}}, {"page"});
    response.headers.set("Link", links.value());
  }
  co_return response;
}

Task<wire::WatchImportsAnswer> CatalogApi::watch_imports(http::Request request,
                                                         wire::WatchImportsInput input) {
  auto admitted = [judge = settings_.still_admits, person = *request.principal] { return judge(person); };
  auto how = http::listening(input.last_event_id, input.seconds, clock_.now(), std::move(admitted));
  Listener listener{caller_of(request), reader_of(request), std::move(how)};
  co_return import_stream({ports_.imports, ports_.notices, clock_, settings_.retiring}, std::move(listener));
}

Task<wire::GetImportAnswer> CatalogApi::get_import(http::Request request, wire::GetImportInput input) {
  const auto number = input.page.value_or(1);
  auto found = co_await get_import_(caller_of(request), ImportId{input.import_id},
                                    offset_of(number, input.page_size), static_cast<int>(input.page_size));
  if (!found) co_return problem_of(std::move(found).error());
  const auto reader = reader_of(request);
  auto detail = detail_of(found->import, reader);
  for (const auto& error : found->errors) detail.errors.push_back(to_contract(error, reader));
  detail.pagination = pagination_of(number, input.page_size, found->kept_errors);
  co_return http::json_response(200, to_json(detail));
}

Task<wire::CancelImportAnswer> CatalogApi::cancel_import(http::Request request,
                                                         wire::CancelImportInput input) {
  auto outcome = co_await cancel_import_(caller_of(request), ImportId{input.import_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

Task<wire::ListImportChangesAnswer> CatalogApi::list_import_changes(http::Request request,
                                                                    wire::ListImportChangesInput input) {
  const auto number = input.page.value_or(1);
  auto found =
      co_await list_import_changes_(caller_of(request), ImportId{input.import_id},
                                    offset_of(number, input.page_size), static_cast<int>(input.page_size));
  if (!found) co_return problem_of(std::move(found).error());
  wire::ImportChangePage page{.pagination = pagination_of(number, input.page_size, found->total)};
  for (const auto& former : found->pocs) page.items.push_back(to_contract(former));
  co_return http::json_response(200, to_json(page));
}

Task<wire::UndoImportAnswer> CatalogApi::undo_import(http::Request request, wire::UndoImportInput input) {
  const auto outcome = co_await undo_import_(caller_of(request), ImportId{input.import_id});
  if (!outcome) co_return problem_of(outcome.error());
  const wire::UndoneImport answer{.restored_rows = outcome->undone.restored,
                                  .deleted_rows = outcome->undone.deleted,
                                  .left_rows = outcome->left};
  co_return http::json_response(200, to_json(answer));
}

}  // namespace mrbill::catalog
