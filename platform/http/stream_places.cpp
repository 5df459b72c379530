#include <utility>

#include <http/problem.hpp>
#include <http/stream_places.hpp>

namespace mrbill::http {

namespace {

Response too_many_streams() {
  return Problem<ErrorCode::too_many_streams>("Too many streams are open. End one of them, or wait a moment.")
      .after(std::chrono::seconds(5))
      .response();
}

Task<Response> bounded(Handler handler, std::shared_ptr<StreamPlaces> places, Request request) {
  const auto person = request.principal;
  auto response = co_await handler(std::move(request));
  if (!response.stream || !person || !person->service.empty()) co_return response;
  auto place = places->take(person->tenant, person->user);
  if (!place) co_return too_many_streams();
  response.stream = [place = std::move(place), stream = std::move(response.stream)] { return stream(); };
  co_return response;
}

}  // namespace

StreamPlaces::Place StreamPlaces::take(TenantId tenant, UserId user) {
  const std::lock_guard lock(mutex_);
  const auto person = of_person_.find(user.uuid);
  if (person != of_person_.end() && person->second >= bounds_.of_person) return nullptr;
  const auto company = of_company_.find(tenant.uuid);
  if (company != of_company_.end() && company->second >= bounds_.of_company) return nullptr;
  ++of_person_[user.uuid];
  ++of_company_[tenant.uuid];
  return {this, [home = shared_from_this(), tenant, user](void*) { home->give_back(tenant, user); }};
}

void StreamPlaces::give_back(TenantId tenant, UserId user) {
  const std::lock_guard lock(mutex_);
  take_one_off(of_person_, user.uuid);
  take_one_off(of_company_, tenant.uuid);
}

void StreamPlaces::take_one_off(Counts& counts, Uuid id) {
  const auto count = counts.find(id);
  if (--count->second == 0) counts.erase(count);
}

std::vector<Route> with_bounded_streams(std::vector<Route> routes, std::shared_ptr<StreamPlaces> places) {
  for (auto& route : routes) {
    route.handler = [handler = std::move(route.handler), places](Request request) {
      return bounded(handler, places, std::move(request));
    };
  }
  return routes;
}

}  // namespace mrbill::http
