// Films and reports over HTTP: parses nothing (the contract's routes have), calls the use case, prints.
#pragma once

#include <functional>

#include <contract/content_routes.hpp>

#include "api/cursor.hpp"
#include "api/links.hpp"
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
  ProgressFeed& feed;
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
  Task<http::Response> create_video(http::Request request,
                                    contract::content::CreateVideoInput input) override;
  Task<http::Response> list_videos(http::Request request, contract::content::ListVideosInput input) override;
  Task<http::Response> create_storyboard(http::Request request,
                                         contract::content::CreateStoryboardInput input) override;
  Task<http::Response> get_video(http::Request request, contract::content::GetVideoInput input) override;
  Task<http::Response> delete_video(http::Request request,
                                    contract::content::DeleteVideoInput input) override;
  Task<http::Response> cancel_video(http::Request request,
                                    contract::content::CancelVideoInput input) override;
  Task<http::Response> retry_video(http::Request request, contract::content::RetryVideoInput input) override;
  Task<http::Response> watch_video(http::Request request, contract::content::WatchVideoInput input) override;

  // reports.cpp
  Task<http::Response> create_report(http::Request request,
                                     contract::content::CreateReportInput input) override;
  Task<http::Response> list_reports(http::Request request,
                                    contract::content::ListReportsInput input) override;
  Task<http::Response> get_report(http::Request request, contract::content::GetReportInput input) override;
  Task<http::Response> delete_report(http::Request request,
                                     contract::content::DeleteReportInput input) override;
  Task<http::Response> cancel_report(http::Request request,
                                     contract::content::CancelReportInput input) override;
  Task<http::Response> retry_report(http::Request request,
                                    contract::content::RetryReportInput input) override;
  Task<http::Response> watch_report(http::Request request,
                                    contract::content::WatchReportInput input) override;

  // sharing.cpp
  Task<http::Response> share_video(http::Request request, contract::content::ShareVideoInput input) override;
  Task<http::Response> get_share(http::Request request, contract::content::GetShareInput input) override;
  Task<http::Response> show_shared_film(http::Request request,
                                        contract::content::ShowSharedFilmInput input) override;
  Task<http::Response> get_shared_file(http::Request request,
                                       contract::content::GetSharedFileInput input) override;
  Task<http::Response> unshare_video(http::Request request,
                                     contract::content::UnshareVideoInput input) override;
  Task<http::Response> get_shared_video(http::Request request,
                                        contract::content::GetSharedVideoInput input) override;

  Task<http::Response> list_company_shares(http::Request request,
                                           contract::content::ListCompanySharesInput input) override;
  Task<http::Response> end_company_share(http::Request request,
                                         contract::content::EndCompanyShareInput input) override;

  // choices.cpp
  Task<http::Response> list_styles(http::Request request, contract::content::ListStylesInput input) override;
  Task<http::Response> list_tracks(http::Request request, contract::content::ListTracksInput input) override;
  Task<http::Response> upload_track(http::Request request,
                                    contract::content::UploadTrackInput input) override;
  Task<http::Response> delete_track(http::Request request,
                                    contract::content::DeleteTrackInput input) override;

  // schedules.cpp
  Task<http::Response> get_schedules(http::Request request,
                                     contract::content::GetSchedulesInput input) override;
  Task<http::Response> replace_schedules(http::Request request,
                                         contract::content::ReplaceSchedulesInput input) override;

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
  // lists.cpp
  [[nodiscard]] Task<Result<PageFound, http::Response>> find_page(Caller caller, Type type, PageQuery asked);
  [[nodiscard]] static http::Response answer_list(const http::Request& request, std::string body,
                                                  const PageFound& found);
  [[nodiscard]] http::Response answer_share(const ShareLink& link) const;
  [[nodiscard]] Task<http::Response> watch(http::Request request, Type type, Uuid id);

  ContentPorts ports_;
  ContentSettings settings_;
  const Clock& clock_;
  Cursors cursors_;
  Links links_;
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
