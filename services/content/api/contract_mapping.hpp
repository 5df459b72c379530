// Between the contract's types and ours, both ways.
#pragma once

#include <contract/content.hpp>
#include <http/phrasebook.hpp>

#include "api/download_links.hpp"
#include "api/share_links.hpp"
#include "domain/content.hpp"
#include "ports/sharing.hpp"
#include "usecases/complete_spec.hpp"

namespace mrbill::content {

namespace wire = contract::content;

// Whose films and reports are shown, and how their failures are told.
struct Viewer {
  UserId user;
  http::Reader reader;
};
[[nodiscard]] Viewer viewer_of(const http::Request& request);  // of a person

[[nodiscard]] VideoDraft draft_of(wire::VideoSpec spec);
[[nodiscard]] ReportDraft draft_of(wire::ReportSpec spec);
[[nodiscard]] Schedules schedules_of(const wire::ScheduleSpec& spec);
[[nodiscard]] wire::Video video_of(const Viewer& viewer, const Request& request, const DownloadLinks& links);
[[nodiscard]] wire::Report report_of(const Viewer& viewer, const Request& request,
                                     const DownloadLinks& links);
[[nodiscard]] wire::ContentProgress progress_of(const Request& request, const http::Reader& reader);
[[nodiscard]] wire::WorkProgress work_of(const Request& request, const http::Reader& reader);
[[nodiscard]] wire::WorkGone gone_work(Type type, RequestId id);
[[nodiscard]] wire::Schedules to_contract(const Schedules& schedules);
[[nodiscard]] wire::ContentStatus to_contract(Status status);
[[nodiscard]] wire::Locale to_contract(Locale locale);
[[nodiscard]] wire::SharedVideo shared_of(const SharedFilm& film, const ShareLinks& links);

}  // namespace mrbill::content
