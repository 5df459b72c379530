// Reports.
#include <http/problem.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::content {
namespace {

http::Response accepted_report(const Accepted& accepted) {
  const wire::ReportAccepted answer{.report_id = accepted.id.uuid,
                                    .status = wire::ContentStatus::pending,
                                    .estimated_completion_time = accepted.ready_at};
  return http::json_response(202, to_json(answer));
}

}  // namespace

Task<wire::CreateReportAnswer> ContentApi::create_report(http::Request request,
                                                         wire::CreateReportInput input) {
  auto spec = co_await complete_spec_(caller_of(request), draft_of(std::move(input.body)));
  if (!spec) co_return problem_of(std::move(spec).error());
  auto key = http::key_of(request, wire::operation::create_report, input.idempotency_key);
  auto accepted = co_await request_content_(caller_of(request), *std::move(spec), std::move(key));
  if (!accepted) co_return problem_of(std::move(accepted).error());
  auto response = accepted_report(*accepted);
  response.headers.set("Location", "/api/v1/content/reports/" + accepted->id.to_string());
  co_return response;
}

Task<wire::ListReportsAnswer> ContentApi::list_reports(http::Request request, wire::ListReportsInput input) {
  PageQuery asked{input.page, input.page_size, std::move(input.cursor)};
  auto found = co_await find_page(caller_of(request), Type::report, std::move(asked));
  if (!found) co_return std::move(found).error();
  wire::ReportPage page{.pagination = found->pagination};
  const auto viewer = viewer_of(request);
  for (const auto& one : found->page.requests) page.items.push_back(report_of(viewer, one, links_));
  co_return answer_list(request, to_json(page), *found);
}

Task<wire::GetReportAnswer> ContentApi::get_report(http::Request request, wire::GetReportInput input) {
  auto found = co_await get_content_(caller_of(request), Type::report, RequestId{input.report_id});
  if (!found) co_return OfReport::problem_of(std::move(found).error());
  co_return http::json_response(200, to_json(report_of(viewer_of(request), *found, links_)));
}

Task<wire::DeleteReportAnswer> ContentApi::delete_report(http::Request request,
                                                         wire::DeleteReportInput input) {
  auto outcome = co_await delete_content_(caller_of(request), Type::report, RequestId{input.report_id});
  if (!outcome) co_return OfReport::problem_of(std::move(outcome).error());
  co_return http::no_content();
}

Task<wire::CancelReportAnswer> ContentApi::cancel_report(http::Request request,
                                                         wire::CancelReportInput input) {
  auto outcome = co_await cancel_content_(caller_of(request), Type::report, RequestId{input.report_id});
  if (!outcome) co_return OfReport::problem_of(std::move(outcome).error());
  co_return http::json_response(202, to_json(report_of(viewer_of(request), *outcome, links_)));
}

Task<wire::RetryReportAnswer> ContentApi::retry_report(http::Request request, wire::RetryReportInput input) {
  auto accepted = co_await retry_content_(caller_of(request), Type::report, RequestId{input.report_id});
  if (!accepted) co_return OfReport::problem_of(std::move(accepted).error());
  co_return accepted_report(*accepted);
}

Task<wire::WatchReportAnswer> ContentApi::watch_report(http::Request request, wire::WatchReportInput input) {
  auto stream = co_await watch(std::move(request), Type::report, input.report_id);
  if (!stream) co_return OfReport::problem_of(std::move(stream).error());
  co_return *std::move(stream);
}

}  // namespace mrbill::content
