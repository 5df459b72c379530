#include "api/problem.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>

namespace mrbill::content {

using contract::ErrorCode;
using http::Problem;

namespace {

http::Response private_pocs_named(int count) {
  return Problem<ErrorCode::private_pocs_named>::filled(
             "The film names private POCs of yours, {} in all. Share it with this number as confirmPrivate, "
             "or make it again without them.",
             count)
      .with_members(fmt::format("\"privatePocs\":{}", count))
      .response();
}

template <ErrorCode code>
http::Response too_many_open(http::Sentence<code> detail) {
  return Problem<code>(detail).after(std::chrono::seconds(10)).response();
}

}  // namespace

http::Response problem_of(Refusal refusal) {
  switch (refusal.code) {
    case RefusalCode::invalid_request:
      return Problem<ErrorCode::invalid_request>("Some fields are wrong; errors names each of them.",
                                                 std::move(refusal.errors))
          .response();
    case RefusalCode::video_not_found:
      return Problem<ErrorCode::video_not_found>("There is no such film of yours.").response();
    case RefusalCode::report_not_found:
      return Problem<ErrorCode::report_not_found>("There is no such report of yours.").response();
    case RefusalCode::track_not_found:
      return Problem<ErrorCode::track_not_found>("There is no such piece of music of yours.").response();
    case RefusalCode::shared_not_found:
      return Problem<ErrorCode::not_found>("There is no film behind this link, or not any more.").response();
    case RefusalCode::not_shared:
      return Problem<ErrorCode::not_shared>("There is no link to this film. Make one.").response();
    case RefusalCode::not_permitted:
      return Problem<ErrorCode::not_permitted>("Your role in this company does not allow it.").response();
    case RefusalCode::already_over:
      return Problem<ErrorCode::already_over>("It has ended already.").response();
    case RefusalCode::not_failed:
      return Problem<ErrorCode::not_failed>("Only what has failed or was cancelled can be tried again.")
          .response();
    case RefusalCode::not_completed:
      return Problem<ErrorCode::not_completed>("Only a finished film can be shared.").response();
    case RefusalCode::private_pocs_named:
      return private_pocs_named(refusal.private_pocs);
    case RefusalCode::too_many_open:
      return too_many_open<ErrorCode::too_many_open>(
          "Twenty of your requests are waiting or at work. Wait for one of them, or cancel one.");
    case RefusalCode::too_many_open_of_company:
      return too_many_open<ErrorCode::too_many_open_of_company>(
          "Very many requests of your company are waiting or at work. Wait for some of them.");
    case RefusalCode::company_storage_full:
      return Problem<ErrorCode::company_storage_full>(
                 "Your company keeps as much as it may. Delete films, reports or music first.")
          .response();
    case RefusalCode::too_many_tracks:
      return Problem<ErrorCode::too_many_tracks>("Ten pieces of music are kept. Delete one of them first.")
          .response();
    case RefusalCode::empty_file:
      return Problem<ErrorCode::empty_file>("The file is empty.").response();
    case RefusalCode::idempotency_key_in_use:
      return Problem<ErrorCode::idempotency_key_in_use>(
                 "The first request with this Idempotency-Key is still running.")
          .response();
    case RefusalCode::idempotency_key_reused:
      return Problem<ErrorCode::idempotency_key_reused>("This Idempotency-Key belongs to another request.")
          .response();
    case RefusalCode::stale:
      return Problem<ErrorCode::stale>(
                 "It has changed since you saw it. Fetch it again and repeat the change.")
          .response();
    case RefusalCode::cannot_render:
      return Problem<ErrorCode::cannot_render>::telling(refusal.detail).response();
  }
  unreachable();
}

Problem<ErrorCode::page_and_cursor> page_and_cursor() {
  return Problem<ErrorCode::page_and_cursor>("Either page or cursor can be given, not both.");
}

Problem<ErrorCode::invalid_cursor> invalid_cursor() {
  return Problem<ErrorCode::invalid_cursor>("The cursor does not belong to this query.");
}

}  // namespace mrbill::content
