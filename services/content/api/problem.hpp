// Every refusal of a use case as its problem (RFC 9457): the enumerator is the wire code. And the one place
// that says what each tells.
#pragma once

#include <contract/content_routes.hpp>
#include <http/problem.hpp>

#include "usecases/cancel_content.hpp"
#include "usecases/company_shares.hpp"
#include "usecases/delete_content.hpp"
#include "usecases/delete_track.hpp"
#include "usecases/draw_storyboard.hpp"
#include "usecases/get_content.hpp"
#include "usecases/replace_schedules.hpp"
#include "usecases/request_content.hpp"
#include "usecases/retry_content.hpp"
#include "usecases/share_film.hpp"
#include "usecases/upload_track.hpp"

namespace mrbill::content {

// What is not there has a code of its own for films and for reports:
//   if (!film) co_return OfVideo::problem_of(film.error());
template <contract::ErrorCode not_found>
struct Missing {
  using Problem = http::ResponseOr<not_found>;
  using CancelProblem = http::ResponseOr<not_found, contract::ErrorCode::already_over>;
  using RetryProblem =
      http::ResponseOr<not_found, contract::ErrorCode::not_failed, contract::ErrorCode::too_many_open,
                       contract::ErrorCode::too_many_open_of_company,
                       contract::ErrorCode::company_storage_full>;

  [[nodiscard]] static Problem problem_of(GetContentError error);
  [[nodiscard]] static Problem problem_of(DeleteContentError error);
  [[nodiscard]] static CancelProblem problem_of(CancelContentError error);
  [[nodiscard]] static RetryProblem problem_of(RetryContentError error);
};
using OfVideo = Missing<contract::ErrorCode::video_not_found>;
using OfReport = Missing<contract::ErrorCode::report_not_found>;

[[nodiscard]] contract::content::CreateVideoAnswer problem_of(RequestContentError error);
[[nodiscard]] contract::content::CreateStoryboardAnswer problem_of(const CannotRender& error);
[[nodiscard]] contract::content::ShareVideoAnswer problem_of(ShareFilmError error);
[[nodiscard]] contract::content::GetShareAnswer problem_of(ReadShareLinkError error);
[[nodiscard]] contract::content::UnshareVideoAnswer problem_of(UnshareFilmError error);
[[nodiscard]] http::Problem<contract::ErrorCode::not_found> problem_of(ShowSharedFilmError error);
[[nodiscard]] contract::content::ListCompanySharesAnswer problem_of(ListCompanySharesError error);
[[nodiscard]] contract::content::EndCompanyShareAnswer problem_of(EndCompanyShareError error);
[[nodiscard]] contract::content::UploadTrackAnswer problem_of(UploadTrackError error);
[[nodiscard]] contract::content::DeleteTrackAnswer problem_of(DeleteTrackError error);
[[nodiscard]] contract::content::ReplaceSchedulesAnswer problem_of(ReplaceSchedulesError error);
[[nodiscard]] http::Problem<contract::ErrorCode::invalid_request> problem_of(FieldErrors errors);

// Those that no use case decides.
[[nodiscard]] http::Problem<contract::ErrorCode::page_and_cursor> page_and_cursor();
[[nodiscard]] http::Problem<contract::ErrorCode::invalid_cursor> invalid_cursor();

}  // namespace mrbill::content
