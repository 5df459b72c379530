// What is made without being asked for each time.
#include <http/etag.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::content {
namespace {

http::Response answer(const http::Request& request, const Schedules& schedules) {
  return http::tagged(request, schedules.version, to_json(to_contract(schedules)));
}

}  // namespace

Task<wire::GetSchedulesAnswer> ContentApi::get_schedules(http::Request request, wire::GetSchedulesInput) {
  const auto schedules = co_await ports_.schedules.find(caller_of(request));
  co_return answer(request, schedules);
}

Task<wire::ReplaceSchedulesAnswer> ContentApi::replace_schedules(http::Request request,
                                                                 wire::ReplaceSchedulesInput input) {
  auto expected = http::expected_version_of(input.if_match);
  if (!expected) co_return std::move(expected).error();
  auto stored =
      co_await replace_schedules_(caller_of(request), schedules_of(input.body), *std::move(expected));
  if (!stored) co_return problem_of(std::move(stored).error());
  co_return answer(request, *stored);
}

}  // namespace mrbill::content
