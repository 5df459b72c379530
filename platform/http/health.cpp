#include <string>
#include <unistd.h>

#include <http/health.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

namespace {

// Two generations of a service may listen on the port: who answers says which of them it is.
Response signed_by_this_process(Response response) {
  response.headers.add("Process-Id", std::to_string(::getpid()));
  return response;
}

Task<Response> live(Request) {
  co_return signed_by_this_process(json_response(200, R"({"status":"live"})"));
}

Task<Response> ready(Readiness readiness) {
  const auto unready = co_await readiness();
  if (!unready) co_return signed_by_this_process(json_response(200, R"({"status":"ready"})"));
  if (*unready == "draining")
    co_return signed_by_this_process(
        Problem<ErrorCode::draining>::filled("Not ready: {}.", *unready).response());
  co_return signed_by_this_process(
      Problem<ErrorCode::not_ready>::filled("Not ready: {}.", *unready).response());
}

Response exposition(const metrics::Registry& registry) {
  Response response;
  response.headers.add("Content-Type", "text/plain; version=0.0.4");
  response.body = registry.expose();
  return response;
}

Task<Response> answered(Response response) {
  co_return response;
}

Route route(std::string_view pattern, std::string_view operation, Access access, Handler handler) {
  return {.method = Method::get,
          .pattern = pattern,
          .operation = operation,
          .access = access,
          .handler = std::move(handler)};
}

}  // namespace

std::vector<Route> health_routes(Readiness readiness, const metrics::Registry& registry) {
  std::vector<Route> routes;
  routes.push_back(route("/health/live", "health_live", Access::anonymous, live));
  routes.push_back(route("/health/ready", "health_ready", Access::anonymous,
                         [readiness](Request) { return ready(readiness); }));
  routes.push_back(route("/metrics", "metrics", Access::installation,
                         [&registry](Request) { return answered(exposition(registry)); }));
  return routes;
}

}  // namespace mrbill::http
