#include "api/problem.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>

namespace mrbill::content {

namespace wire = contract::content;
using contract::ErrorCode;
using http::Problem;

namespace {

constexpr auto look_again = std::chrono::seconds(10);

auto video_not_found() {
  return Problem<ErrorCode::video_not_found>("There is no such film of yours.");
}
template <ErrorCode code>
auto missing() {
  if constexpr (code == ErrorCode::video_not_found)
    return video_not_found();
  else
    return Problem<ErrorCode::report_not_found>("There is no such report of yours.");
}
auto not_permitted() {
  return Problem<ErrorCode::not_permitted>("Your role in this company does not allow it.");
}
auto no_film_behind_it() {
  return Problem<ErrorCode::not_found>("There is no film behind this link, or not any more.");
}
auto key_in_use() {
  return Problem<ErrorCode::idempotency_key_in_use>(
      "The first request with this Idempotency-Key is still running.");
}
auto key_reused() {
  return Problem<ErrorCode::idempotency_key_reused>("This Idempotency-Key belongs to another request.");
}
auto storage_full() {
  return Problem<ErrorCode::company_storage_full>(
      "Your company keeps as much as it may. Delete films, reports or music first.");
}
auto too_many_open() {
  return Problem<ErrorCode::too_many_open>(
             "Twenty of your requests are waiting or at work. Wait for one of them, or cancel one.")
      .after(look_again);
}
auto too_many_open_of_company() {
  return Problem<ErrorCode::too_many_open_of_company>(
             "Very many requests of your company are waiting or at work. Wait for some of them.")
      .after(look_again);
}
auto private_pocs_named(int count) {
  return Problem<ErrorCode::private_pocs_named>::filled(
             "The film names private POCs of yours, {} in all. Share it with this number as confirmPrivate, "
             "or make it again without them.",
             count)
      .with_members(fmt::format("\"privatePocs\":{}", count));
}

}  // namespace

Problem<ErrorCode::page_and_cursor> page_and_cursor() {
  return Problem<ErrorCode::page_and_cursor>("Either page or cursor can be given, not both.");
}
Problem<ErrorCode::invalid_cursor> invalid_cursor() {
  return Problem<ErrorCode::invalid_cursor>("The cursor does not belong to this query.");
}
Problem<ErrorCode::invalid_request> problem_of(FieldErrors errors) {
  return Problem<ErrorCode::invalid_request>("Some fields are wrong; errors names each of them.",
                                             std::move(errors));
}

template <ErrorCode code>
auto Missing<code>::problem_of(GetContentError error) -> Problem {
  switch (error) {
    case GetContentError::not_found:
      return missing<code>();
  }
  unreachable();
}

template <ErrorCode code>
auto Missing<code>::problem_of(DeleteContentError error) -> Problem {
  switch (error) {
    case DeleteContentError::not_found:
      return missing<code>();
  }
  unreachable();
}

template <ErrorCode code>
auto Missing<code>::problem_of(CancelContentError error) -> CancelProblem {
  switch (error) {
    case CancelContentError::not_found:
      return missing<code>();
    case CancelContentError::already_over:
      return http::Problem<ErrorCode::already_over>("It has ended already.");
  }
  unreachable();
}

template <ErrorCode code>
auto Missing<code>::problem_of(RetryContentError error) -> RetryProblem {
  switch (error) {
    case RetryContentError::not_found:
      return missing<code>();
    case RetryContentError::not_failed:
      return http::Problem<ErrorCode::not_failed>(
          "Only what has failed or was cancelled can be tried again.");
    case RetryContentError::too_many_open:
      return too_many_open();
    case RetryContentError::too_many_open_of_company:
      return too_many_open_of_company();
    case RetryContentError::company_storage_full:
      return storage_full();
  }
  unreachable();
}

template struct Missing<ErrorCode::video_not_found>;
template struct Missing<ErrorCode::report_not_found>;

wire::CreateVideoAnswer problem_of(RequestContentError error) {
  switch (error) {
    case RequestContentError::too_many_open:
      return too_many_open();
    case RequestContentError::too_many_open_of_company:
      return too_many_open_of_company();
    case RequestContentError::company_storage_full:
      return storage_full();
    case RequestContentError::idempotency_key_in_use:
      return key_in_use();
    case RequestContentError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::CreateStoryboardAnswer problem_of(const CannotRender& error) {
  return Problem<ErrorCode::cannot_render>::telling(error.detail);
}

wire::ShareVideoAnswer problem_of(ShareFilmError error) {
  switch (error.code) {
    case ShareFilmError::video_not_found:
      return video_not_found();
    case ShareFilmError::not_completed:
      return Problem<ErrorCode::not_completed>("Only a finished film can be shared.");
    case ShareFilmError::private_pocs_named:
      return private_pocs_named(error.private_pocs);
  }
  unreachable();
}

wire::GetShareAnswer problem_of(ReadShareLinkError error) {
  switch (error) {
    case ReadShareLinkError::video_not_found:
      return video_not_found();
    case ReadShareLinkError::not_shared:
      return Problem<ErrorCode::not_shared>("There is no link to this film. Make one.");
  }
  unreachable();
}

wire::UnshareVideoAnswer problem_of(UnshareFilmError error) {
  switch (error) {
    case UnshareFilmError::video_not_found:
      return video_not_found();
  }
  unreachable();
}

Problem<ErrorCode::not_found> problem_of(ShowSharedFilmError error) {
  switch (error) {
    case ShowSharedFilmError::not_found:
      return no_film_behind_it();
  }
  unreachable();
}

wire::ListCompanySharesAnswer problem_of(ListCompanySharesError error) {
  switch (error) {
    case ListCompanySharesError::not_permitted:
      return not_permitted();
  }
  unreachable();
}

wire::EndCompanyShareAnswer problem_of(EndCompanyShareError error) {
  switch (error) {
    case EndCompanyShareError::not_permitted:
      return not_permitted();
    case EndCompanyShareError::not_found:
      return no_film_behind_it();
  }
  unreachable();
}

wire::UploadTrackAnswer problem_of(UploadTrackError error) {
  switch (error.code) {
    case UploadTrackError::invalid_request:
      return problem_of(std::move(error.errors));
    case UploadTrackError::empty_file:
      return Problem<ErrorCode::empty_file>("The file is empty.");
    case UploadTrackError::too_many_tracks:
      return Problem<ErrorCode::too_many_tracks>("Ten pieces of music are kept. Delete one of them first.");
    case UploadTrackError::company_storage_full:
      return storage_full();
    case UploadTrackError::idempotency_key_in_use:
      return key_in_use();
    case UploadTrackError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::DeleteTrackAnswer problem_of(DeleteTrackError error) {
  switch (error) {
    case DeleteTrackError::track_not_found:
      return Problem<ErrorCode::track_not_found>("There is no such piece of music of yours.");
  }
  unreachable();
}

wire::ReplaceSchedulesAnswer problem_of(ReplaceSchedulesError error) {
  switch (error.code) {
    case ReplaceSchedulesError::invalid_request:
      return problem_of(std::move(error.errors));
    case ReplaceSchedulesError::stale:
      return Problem<ErrorCode::stale>(
          "It has changed since you saw it. Fetch it again and repeat the change.");
  }
  unreachable();
}

}  // namespace mrbill::content
