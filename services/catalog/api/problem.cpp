#include "api/problem.hpp"

#include <base/unreachable.hpp>
#include <http/etag.hpp>

namespace mrbill::catalog {

namespace wire = contract::catalog;
using contract::ErrorCode;
using http::Problem;

namespace {

auto poc_not_found() {
  return Problem<ErrorCode::poc_not_found>("There is no such POC.");
}
auto not_permitted() {
  return Problem<ErrorCode::not_permitted>("Only the person who registered this POC may change it.");
}
auto stale() {
  return Problem<ErrorCode::stale>(
      "The POC has changed since you saw it. Fetch it again and repeat the change.");
}
auto key_in_use() {
  return Problem<ErrorCode::idempotency_key_in_use>(
      "The first request with this Idempotency-Key is still running.");
}
auto key_reused() {
  return Problem<ErrorCode::idempotency_key_reused>("This Idempotency-Key belongs to another request.");
}
auto saved_search_not_found() {
  return Problem<ErrorCode::saved_search_not_found>("There is no such saved search of yours.");
}
auto import_not_found() {
  return Problem<ErrorCode::import_not_found>("There is no such import of yours.");
}

}  // namespace

Problem<ErrorCode::page_and_cursor> page_and_cursor() {
  return Problem<ErrorCode::page_and_cursor>("Either page or cursor can be given, not both.");
}
Problem<ErrorCode::invalid_cursor> invalid_cursor() {
  return Problem<ErrorCode::invalid_cursor>("The cursor does not belong to this query.");
}
Problem<ErrorCode::not_permitted> not_for_that_service() {
  return Problem<ErrorCode::not_permitted>("This is not for that service.");
}
Problem<ErrorCode::invalid_request> problem_of(FieldErrors errors) {
  return Problem<ErrorCode::invalid_request>("Some fields are wrong; errors names each of them.",
                                             std::move(errors));
}

wire::CreatePocAnswer problem_of(RegisterPocError error) {
  switch (error.code) {
    case RegisterPocError::invalid_request:
      return problem_of(std::move(error.errors));
    case RegisterPocError::idempotency_key_in_use:
      return key_in_use();
    case RegisterPocError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::GetPocAnswer problem_of(GetPocError error) {
  switch (error) {
    case GetPocError::poc_not_found:
      return poc_not_found();
  }
  unreachable();
}

wire::UpdatePocAnswer problem_of(ChangePocError error) {
  switch (error.code) {
    case ChangePocError::invalid_request:
      return problem_of(std::move(error.errors));
    case ChangePocError::poc_not_found:
      return poc_not_found();
    case ChangePocError::not_permitted:
      return not_permitted();
    case ChangePocError::stale:
      return stale();
  }
  unreachable();
}

wire::ChangePocsAnswer problem_of(ChangePocsError error) {
  switch (error.code) {
    case ChangePocsError::invalid_request:
      return problem_of(std::move(error.errors));
    case ChangePocsError::idempotency_key_in_use:
      return key_in_use();
    case ChangePocsError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::DeletePocAnswer problem_of(DeletePocError error) {
  switch (error) {
    case DeletePocError::poc_not_found:
      return poc_not_found();
    case DeletePocError::not_permitted:
      return not_permitted();
    case DeletePocError::stale:
      return stale();
  }
  unreachable();
}

wire::RestorePocAnswer problem_of(RestorePocError error) {
  switch (error) {
    case RestorePocError::poc_not_found:
      return poc_not_found();
    case RestorePocError::not_permitted:
      return not_permitted();
  }
  unreachable();
}

wire::AddFavoriteAnswer problem_of(SetFavoriteError error) {
  switch (error) {
    case SetFavoriteError::poc_not_found:
      return poc_not_found();
  }
  unreachable();
}

wire::CreateImportAnswer problem_of(StartImportError error) {
  switch (error.code) {
    case StartImportError::empty_file:
      return Problem<ErrorCode::empty_file>("The file is empty.");
    case StartImportError::invalid_csv_header:
      return Problem<ErrorCode::invalid_csv_header>(
          "The first line must name fields of a POC, each once, name and repositoryUrl among them.",
          std::move(error.errors));
    case StartImportError::too_many_rows:
      return Problem<ErrorCode::too_many_rows>("The file has more than 200,000 rows. Please divide it.");
    case StartImportError::unsupported_media_type:
      return Problem<ErrorCode::unsupported_media_type>(
          "This is a workbook. Please save it as CSV in your spreadsheet, and hand that in.");
    case StartImportError::idempotency_key_in_use:
      return key_in_use();
    case StartImportError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::GetImportAnswer problem_of(GetImportError error) {
  switch (error) {
    case GetImportError::import_not_found:
      return import_not_found();
  }
  unreachable();
}

wire::CancelImportAnswer problem_of(CancelImportError error) {
  switch (error) {
    case CancelImportError::import_not_found:
      return import_not_found();
    case CancelImportError::import_finished:
      return Problem<ErrorCode::import_finished>("The import has ended already.");
  }
  unreachable();
}

wire::UndoImportAnswer problem_of(UndoImportError error) {
  switch (error) {
    case UndoImportError::import_not_found:
      return import_not_found();
    case UndoImportError::import_not_finished:
      return Problem<ErrorCode::import_not_finished>("The import has not ended yet.");
  }
  unreachable();
}

wire::CreateSavedSearchAnswer problem_of(SaveSearchError error) {
  switch (error.code) {
    case SaveSearchError::invalid_request:
      return problem_of(std::move(error.errors));
    case SaveSearchError::too_many_saved_searches:
      return Problem<ErrorCode::too_many_saved_searches>(
          "A hundred searches are kept. Delete one of them first.");
    case SaveSearchError::idempotency_key_in_use:
      return key_in_use();
    case SaveSearchError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::GetSavedSearchAnswer problem_of(GetSavedSearchError error) {
  switch (error) {
    case GetSavedSearchError::saved_search_not_found:
      return saved_search_not_found();
  }
  unreachable();
}

wire::ReplaceSavedSearchAnswer problem_of(ReplaceSavedSearchError error) {
  switch (error.code) {
    case ReplaceSavedSearchError::invalid_request:
      return problem_of(std::move(error.errors));
    case ReplaceSavedSearchError::saved_search_not_found:
      return saved_search_not_found();
    case ReplaceSavedSearchError::stale:
      return http::stale();
  }
  unreachable();
}

wire::DeleteSavedSearchAnswer problem_of(DeleteSavedSearchError error) {
  switch (error) {
    case DeleteSavedSearchError::saved_search_not_found:
      return saved_search_not_found();
    case DeleteSavedSearchError::stale:
      return http::stale();
  }
  unreachable();
}

SearchProblem problem_of(SearchRefusal refusal) {
  switch (refusal.code) {
    case SearchRefusalCode::too_many_searches:
      return Problem<ErrorCode::too_many_searches>(
                 "Your company searches more than its share at the moment. Please try again.")
          .after(refusal.retry_after);
    case SearchRefusalCode::search_timeout:
      return Problem<ErrorCode::search_timeout>(
                 "The search took too long. Please try again, with more or longer words.")
          .after(refusal.retry_after);
  }
  unreachable();
}

}  // namespace mrbill::catalog
