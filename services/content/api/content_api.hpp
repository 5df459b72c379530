// Films and reports over HTTP: parses nothing (the contract's routes have), calls the use case, prints.
#pragma once

#include <functional>

#include <contract/content_routes.hpp>

#include "api/cursor.hpp"
#include "api/download_links.hpp"
#include "api/progress_stream.hpp"
#include "usecases/cancel_content.hpp"
#include "usecases/company_shares.hpp"
#include "usecases/complete_spec.hpp"
#include "usecases/delete_content.hpp"
#include "usecases/delete_track.hpp"
#include "usecases/draw_storyboard.hpp"
#include "usecases/get_content.hpp"
#include "usecases/list_content.hpp"
#include "usecases/replace_schedules.hpp"
#include "usecases/request_content.hpp"
#include "usecases/retry_content.hpp"
#include "usecases/share_film.hpp"
#include "usecases/upload_track.hpp"

namespace mrbill::content {

// What the use cases of one thread stand on.
struct ContentPorts {
  RequestStore& store;
  People& people;
  Sharing& sharing;
  CompanyShares& company_shares;
  Tracks& tracks;
  ScheduleStore& schedules;
  ObjectLedger& ledger;
  Notices& notices;
  PocSource& pocs;
  Renderer& renderer;
  objects::ObjectStore& files;
};

struct ContentSettings {
  Sha256 cursor_secret;
  std::string public_url;
  std::function<bool()> retiring;                            // streams end then
  std::function<bool(const http::Principal&)> still_admits;  // and when it does not any more
};

class ContentApi final : public contract::content::Api {
 public:
  ContentApi(const ContentPorts& ports, ContentSettings settings, const Clock& clock, Random& random);

  // videos.cpp
  Task<contract::content::CreateVideoAnswer> create_video(http::Request request,
                                                          contract::content::CreateVideoInput input) override;
  Task<contract::content::ListVideosAnswer> list_videos(http::Request request,
                                                        contract::content::ListVideosInput input) override;
  Task<contract::content::CreateStoryboardAnswer> create_storyboard(
      http::Request request, contract::content::CreateStoryboardInput input) override;
  Task<contract::content::GetVideoAnswer> get_video(http::Request request,
                                                    contract::content::GetVideoInput input) override;
  Task<contract::content::DeleteVideoAnswer> delete_video(http::Request request,
                                                          contract::content::DeleteVideoInput input) override;
  Task<contract::content::CancelVideoAnswer> cancel_video(http::Request request,
                                                          contract::content::CancelVideoInput input) override;
  Task<contract::content::RetryVideoAnswer> retry_video(http::Request request,
                                                        contract::content::RetryVideoInput input) override;
  Task<contract::content::WatchVideoAnswer> watch_video(http::Request request,
                                                        contract::content::WatchVideoInput input) override;

  // reports.cpp
  Task<contract::content::CreateReportAnswer> create_report(
      http::Request request, contract::content::CreateReportInput input) override;
  Task<contract::content::ListReportsAnswer> list_reports(http::Request request,
                                                          contract::content::ListReportsInput input) override;
  Task<contract::content::GetReportAnswer> get_report(http::Request request,
                                                      contract::content::GetReportInput input) override;
  Task<contract::content::DeleteReportAnswer> delete_report(
      http::Request request, contract::content::DeleteReportInput input) override;
  Task<contract::content::CancelReportAnswer> cancel_report(
      http::Request request, contract::content::CancelReportInput input) override;
  Task<contract::content::RetryReportAnswer> retry_report(http::Request request,
                                                          contract::content::RetryReportInput input) override;
  Task<contract::content::WatchReportAnswer> watch_report(http::Request request,
                                                          contract::content::WatchReportInput input) override;

  // sharing.cpp
  Task<contract::content::ShareVideoAnswer> share_video(http::Request request,
                                                        contract::content::ShareVideoInput input) override;
  Task<contract::content::GetShareAnswer> get_share(http::Request request,
                                                    contract::content::GetShareInput input) override;
  Task<contract::content::ShowSharedFilmAnswer> show_shared_film(
      http::Request request, contract::content::ShowSharedFilmInput input) override;
  Task<contract::content::GetSharedFileAnswer> get_shared_file(
      http::Request request, contract::content::GetSharedFileInput input) override;
  Task<contract::content::UnshareVideoAnswer> unshare_video(
      http::Request request, contract::content::UnshareVideoInput input) override;
  Task<contract::content::GetSharedVideoAnswer> get_shared_video(
      http::Request request, contract::content::GetSharedVideoInput input) override;

  Task<contract::content::ListCompanySharesAnswer> list_company_shares(
      http::Request request, contract::content::ListCompanySharesInput input) override;
  Task<contract::content::EndCompanyShareAnswer> end_company_share(
      http::Request request, contract::content::EndCompanyShareInput input) override;

  // lists.cpp
  Task<contract::content::WatchContentAnswer> watch_content(
      http::Request request, contract::content::WatchContentInput input) override;

  // choices.cpp
  Task<contract::content::ListStylesAnswer> list_styles(http::Request request,
                                                        contract::content::ListStylesInput input) override;
  Task<contract::content::ListTracksAnswer> list_tracks(http::Request request,
                                                        contract::content::ListTracksInput input) override;
  Task<contract::content::UploadTrackAnswer> upload_track(http::Request request,
                                                          contract::content::UploadTrackInput input) override;
  Task<contract::content::DeleteTrackAnswer> delete_track(http::Request request,
                                                          contract::content::DeleteTrackInput input) override;

  // schedules.cpp
  Task<contract::content::GetSchedulesAnswer> get_schedules(
      http::Request request, contract::content::GetSchedulesInput input) override;
  Task<contract::content::ReplaceSchedulesAnswer> replace_schedules(
      http::Request request, contract::content::ReplaceSchedulesInput input) override;

 private:
  struct PageQuery {
    std::optional<std::int64_t> page;
    std::int64_t size = 20;
    std::optional<std::string> cursor;
  };
  struct PageFound {
    RequestPage page;
    contract::content::Pagination pagination;
  };
  using NoPage = http::ResponseOr<contract::ErrorCode::invalid_cursor, contract::ErrorCode::page_and_cursor>;
  // lists.cpp
  [[nodiscard]] Task<Result<PageFound, NoPage>> find_page(Caller caller, Type type, PageQuery asked);
  [[nodiscard]] static http::Response answer_list(const http::Request& request, std::string body,
                                                  const PageFound& found);
  [[nodiscard]] http::Response answer_share(const ShareLink& link) const;
  // True as long as the caller's token would be let in.
  [[nodiscard]] std::function<bool()> admits(const http::Request& request) const;
  [[nodiscard]] Task<Result<http::Response, GetContentError>> watch(http::Request request, Type type,
                                                                    Uuid id);

  ContentPorts ports_;
  ContentSettings settings_;
  const Clock& clock_;
  Cursors cursors_;
  DownloadLinks links_;
  ShareTokens share_tokens_;
  CompleteSpec complete_spec_;
  RequestContent request_content_;
  GetContent get_content_;
  ListContent list_content_;
  CancelContent cancel_content_;
  RetryContent retry_content_;
  DeleteContent delete_content_;
  DrawStoryboard draw_storyboard_;
  ShareFilm share_film_;
  ReadShareLink read_share_link_;
  UnshareFilm unshare_film_;
  ShowSharedFilm show_shared_film_;
  ListCompanyShares list_company_shares_;
  EndCompanyShare end_company_share_;
  UploadTrack upload_track_;
  DeleteTrack delete_track_;
  ReplaceSchedules replace_schedules_;
};

}  // namespace mrbill::content
