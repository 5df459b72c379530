// Many POCs at once: export and import.
#include <fmt/format.h>

#include <http/problem.hpp>
#include <text/text.hpp>

#include "api/catalog_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/export_stream.hpp"
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

wire::ImportDetail detail_of(const Import& import) {
  auto job = to_contract(import);
  return {.import_id = job.import_id,
          .status = job.status,
          .format = job.format,
          .progress = job.progress,
          .total_rows = job.total_rows,
          .created_rows = job.created_rows,
          .updated_rows = job.updated_rows,
          .unchanged_rows = job.unchanged_rows,
          .failed_rows = job.failed_rows,
          .error_message = std::move(job.error_message),
          .created_at = job.created_at,
          .completed_at = job.completed_at};
}

}  // namespace

Task<http::Response> CatalogApi::export_pocs(http::Request request, wire::ExportPocsInput input) {
  const auto format = input.format == wire::TransferFormat::csv ? ImportFormat::csv : ImportFormat::jsonl;
  ExportQuery query{.caller = caller_of(request),
                    .text = text::trimmed(input.search.value_or("")),
                    .filter = filter_of(input)};
  auto pages = std::make_shared<ExportPocs>(ports_.store, ports_.search, std::move(query));
  co_await pages->begin();
  http::Response response;
  response.headers.set("Content-Type",
                       format == ImportFormat::csv ? "text/csv; charset=utf-8" : "application/x-ndjson");
  response.headers.set("Content-Disposition",
                       fmt::format("attachment; filename=\"pocs-{}.{}\"",
                                   to_rfc3339(clock_.now()).substr(0, 10), to_string(input.format)));
  response.headers.set("Cache-Control", "no-store");
  response.stream = export_stream(std::move(pages), format);
  co_return response;
}

Task<http::Response> CatalogApi::create_import(http::Request request, wire::CreateImportInput input) {
  const auto type = request.headers.get_or("Content-Type", "");
  const auto format = type.starts_with("text/csv") ? ImportFormat::csv : ImportFormat::jsonl;
  auto key = key_of(request, "createImport", input.idempotency_key);
  auto import = co_await start_import_(caller_of(request), format, std::move(request.body), std::move(key));
  if (!import) co_return problem_of(std::move(import).error());
  auto response = http::json_response(202, to_json(to_contract(*import)));
  response.headers.set("Location", "/api/v1/pocs/imports/" + import->id.to_string());
  co_return response;
}

Task<http::Response> CatalogApi::list_imports(http::Request request, wire::ListImportsInput input) {
  if (input.cursor) co_return http::problem(400, "invalid_cursor", "This list is paged by page number.");
  const auto number = input.page.value_or(1);
  auto list = co_await list_imports_(caller_of(request), offset_of(number, input.page_size),
                                     static_cast<int>(input.page_size));
  wire::ImportPage page{.pagination = pagination_of(number, input.page_size, list.total)};
  for (const auto& import : list.imports) page.items.push_back(to_contract(import));
  co_return http::json_response(200, to_json(page));
}

Task<http::Response> CatalogApi::get_import(http::Request request, wire::GetImportInput input) {
  const auto number = input.page.value_or(1);
  auto found = co_await get_import_(caller_of(request), ImportId{input.import_id},
                                    offset_of(number, input.page_size), static_cast<int>(input.page_size));
  if (!found) co_return problem_of(std::move(found).error());
  auto detail = detail_of(found->import);
  for (const auto& error : found->errors) detail.errors.push_back(to_contract(error));
  detail.pagination = pagination_of(number, input.page_size, found->kept_errors);
  co_return http::json_response(200, to_json(detail));
}

Task<http::Response> CatalogApi::cancel_import(http::Request request, wire::CancelImportInput input) {
  auto outcome = co_await cancel_import_(caller_of(request), ImportId{input.import_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

}  // namespace mrbill::catalog
