// Why a use case did not do what it was asked. The enumerators are the wire codes (api/problem.cpp).
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>

#include <base/idempotency_key.hpp>

#include "domain/poc_rules.hpp"

namespace mrbill::catalog {

enum class RefusalCode : std::uint8_t {
  invalid_request,  // errors tell
  poc_not_found,    // unknown, foreign, private of another, or deleted: all the same
  not_permitted,    // visible, but another person's
  stale,            // changed since the caller saw it
  idempotency_key_in_use,
  idempotency_key_reused,
  import_not_found,
  import_finished,
  empty_file,
  invalid_csv_header,  // errors tell
  too_many_rows,
  workbook,  // of a spreadsheet, not its text
  import_not_finished,
  too_many_searches,  // of the caller's tenant, at once or in the last seconds
  search_timeout,
};

struct Refusal {
  RefusalCode code;
  FieldErrors errors = {};
  std::chrono::seconds retry_after{0};  // where asking again may help
};

[[nodiscard]] inline Refusal refusal_of(KeyConflict conflict) {
  return {conflict == KeyConflict::in_use ? RefusalCode::idempotency_key_in_use
                                          : RefusalCode::idempotency_key_reused};
}
[[nodiscard]] inline Refusal refusal_of(FieldErrors errors) {
  return {RefusalCode::invalid_request, std::move(errors)};
}

}  // namespace mrbill::catalog
