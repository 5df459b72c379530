#include "api/problem.hpp"

#include <base/unreachable.hpp>

namespace mrbill::catalog {

using contract::ErrorCode;
using http::Problem;

http::Response problem_of(Refusal refusal) {
  switch (refusal.code) {
    case RefusalCode::invalid_request:
      return Problem<ErrorCode::invalid_request>("Some fields are wrong; errors names each of them.",
                                                 std::move(refusal.errors))
          .response();
    case RefusalCode::poc_not_found:
      return Problem<ErrorCode::poc_not_found>("There is no such POC.").response();
    case RefusalCode::not_permitted:
      return Problem<ErrorCode::not_permitted>("Only the person who registered this POC may change it.")
          .response();
    case RefusalCode::stale:
      return Problem<ErrorCode::stale>(
                 "The POC has changed since you saw it. Fetch it again and repeat the change.")
          .response();
    case RefusalCode::idempotency_key_in_use:
      return Problem<ErrorCode::idempotency_key_in_use>(
                 "The first request with this Idempotency-Key is still running.")
          .response();
    case RefusalCode::idempotency_key_reused:
      return Problem<ErrorCode::idempotency_key_reused>("This Idempotency-Key belongs to another request.")
          .response();
    case RefusalCode::import_not_found:
      return Problem<ErrorCode::import_not_found>("There is no such import of yours.").response();
    case RefusalCode::import_finished:
      return Problem<ErrorCode::import_finished>("The import has ended already.").response();
    case RefusalCode::empty_file:
      return Problem<ErrorCode::empty_file>("The file is empty.").response();
    case RefusalCode::too_many_searches:
      return Problem<ErrorCode::too_many_searches>(
                 "Your company searches more than its share at the moment. Please try again.")
          .after(refusal.retry_after)
          .response();
    case RefusalCode::search_timeout:
      return Problem<ErrorCode::search_timeout>(
                 "The search took too long. Please try again, with more or longer words.")
          .after(refusal.retry_after)
          .response();
    case RefusalCode::too_many_rows:
      return Problem<ErrorCode::too_many_rows>("The file has more than 200,000 rows. Please divide it.")
          .response();
    case RefusalCode::workbook:
      return Problem<ErrorCode::unsupported_media_type>(
                 "This is a workbook. Please save it as CSV in your spreadsheet, and hand that in.")
          .response();
    case RefusalCode::import_not_finished:
      return Problem<ErrorCode::import_not_finished>("The import has not ended yet.").response();
    case RefusalCode::invalid_csv_header:
      return Problem<ErrorCode::invalid_csv_header>(
                 "The first line must name fields of a POC, each once, name and repositoryUrl among them.",
                 std::move(refusal.errors))
          .response();
  }
  unreachable();
}

Problem<ErrorCode::page_and_cursor> page_and_cursor() {
  return Problem<ErrorCode::page_and_cursor>("Either page or cursor can be given, not both.");
}

Problem<ErrorCode::invalid_cursor> invalid_cursor() {
  return Problem<ErrorCode::invalid_cursor>("The cursor does not belong to this query.");
}

Problem<ErrorCode::not_permitted> not_for_that_service() {
  return Problem<ErrorCode::not_permitted>("This is not for that service.");
}

}  // namespace mrbill::catalog
