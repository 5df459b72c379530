#include "api/problem.hpp"

#include <base/unreachable.hpp>

namespace mrbill::catalog {
http::Response problem_of(Refusal refusal) {
  switch (refusal.code) {
    case RefusalCode::invalid_request:
      return http::problem(400, "invalid_request", "Some fields are wrong; errors names each of them.",
                           std::move(refusal.errors));
    case RefusalCode::poc_not_found:
      return http::problem(404, "poc_not_found", "There is no such POC.");
    case RefusalCode::not_permitted:
      return http::problem(403, "not_permitted", "Only the person who registered this POC may change it.");
    case RefusalCode::stale:
      return http::problem(412, "stale",
                           "The POC has changed since you saw it. Fetch it again and repeat the change.");
    case RefusalCode::idempotency_key_in_use:
      return http::problem(409, "idempotency_key_in_use",
                           "The first request with this Idempotency-Key is still running.");
    case RefusalCode::idempotency_key_reused:
      return http::problem(422, "idempotency_key_reused", "This Idempotency-Key belongs to another request.");
    case RefusalCode::import_not_found:
      return http::problem(404, "import_not_found", "There is no such import of yours.");
    case RefusalCode::import_finished:
      return http::problem(409, "import_finished", "The import has ended already.");
    case RefusalCode::empty_file:
      return http::problem(400, "empty_file", "The file is empty.");
    case RefusalCode::too_many_searches:
      return http::later(429, "too_many_searches",
                         "Your company searches more than its share at the moment. Please try again.",
                         refusal.retry_after);
    case RefusalCode::search_timeout:
      return http::later(503, "search_timeout",
                         "The search took too long. Please try again, with more or longer words.",
                         refusal.retry_after);
    case RefusalCode::too_many_rows:
      return http::problem(400, "too_many_rows", "The file has more than 200,000 rows. Please divide it.");
    case RefusalCode::workbook:
      return http::problem(
          415, "unsupported_media_type",
          "This is a workbook. Please save it as CSV in your spreadsheet, and hand that in.");
    case RefusalCode::import_not_finished:
      return http::problem(409, "import_not_finished", "The import has not ended yet.");
    case RefusalCode::invalid_csv_header:
      return http::problem(
          400, "invalid_csv_header",
          "The first line must name fields of a POC, each once, name and repositoryUrl among them.",
          std::move(refusal.errors));
  }
  unreachable();
}

}  // namespace mrbill::catalog
