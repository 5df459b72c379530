// Why a use case did not do what it was asked. The enumerators are the wire codes (api/problem.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <base/field_error.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

enum class RefusalCode : std::uint8_t {
  invalid_request,  // errors tell
  video_not_found,  // unknown, foreign, deleted: all the same
  report_not_found,
  track_not_found,
  shared_not_found,
  not_shared,
  not_permitted,  // an owner's to do
  already_over,
  not_failed,
  not_completed,
  private_pocs_named,  // private_pocs tells how many
  too_many_open,
  too_many_open_of_company,
  company_storage_full,
  too_many_tracks,
  empty_file,
  idempotency_key_in_use,
  idempotency_key_reused,
  stale,
  cannot_render,  // detail tells: a failure's sentence
};

struct Refusal {
  RefusalCode code;
  FieldErrors errors = {};
  std::string detail = {};
  int private_pocs = 0;
};

[[nodiscard]] inline Refusal invalid(FieldErrors errors) {
  return {RefusalCode::invalid_request, std::move(errors)};
}
[[nodiscard]] inline Refusal not_found(Type type) {
  return {type == Type::video ? RefusalCode::video_not_found : RefusalCode::report_not_found};
}

}  // namespace mrbill::content
