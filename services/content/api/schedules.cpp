// What is made without being asked for each time.
#include <base/check.hpp>
#include <http/etag.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::content {
namespace {

http::Response answer(const http::Request& request, const Schedules& schedules) {
  CHECK(request.principal.has_value(), "the contract demands a person");
  auto response = http::json_response(200, to_json(to_contract(schedules)));
  response.headers.set("ETag", http::etag_of(schedules.version, http::mark_of(*request.principal)));
  return response;
}

}  // namespace

Task<http::Response> ContentApi::get_schedules(http::Request request, wire::GetSchedulesInput) {
  const auto schedules = co_await ports_.schedules.find(caller_of(request));
  co_return answer(request, schedules);
}

Task<http::Response> ContentApi::replace_schedules(http::Request request, wire::ReplaceSchedulesInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  auto stored =
      co_await replace_schedules_(caller_of(request), schedules_of(input.body), *std::move(expected));
  if (!stored) co_return problem_of(std::move(stored).error());
  co_return answer(request, *stored);
}

}  // namespace mrbill::content
