#include <algorithm>
#include <utility>

#include <http/problem.hpp>
#include <http/turns.hpp>

namespace mrbill::http {

namespace {

Response too_many_writes() {
  return Problem<ErrorCode::too_many_writes>(
             "Your company changes more at once than can be written. Please try again in a moment.")
      .after(std::chrono::seconds(1))
      .response();
}

// Nothing: the line is too long, or did not move in time.
Task<std::optional<Semaphore::Place>> turn_in(Semaphore& line, Deadline deadline) {
  try {
    co_return co_await line.acquire(deadline);
  } catch (const SemaphoreFull&) {
    co_return std::nullopt;
  } catch (const DeadlineExceeded&) {
    co_return std::nullopt;
  }
}

Task<Response> in_turn(Handler handler, std::shared_ptr<Turns> turns, Request request) {
  const auto& person = request.principal;
  if (!person || !person->service.empty()) co_return co_await handler(std::move(request));
  const auto line = turns->line_of(person->tenant);
  if (line->free_places() == 0 && request.leave_place) request.leave_place();
  const auto deadline = Deadline::in(turns->bounds().wait).earlier(request.deadline);
  const auto turn = co_await turn_in(*line, deadline);
  if (!turn) co_return too_many_writes();
  co_return co_await handler(std::move(request));
}

}  // namespace

Turns::Line Turns::line_of(TenantId tenant) {
  auto& known = (*lines_)[tenant.uuid];
  if (auto line = known.lock()) return line;
  const auto forget = [lines = lines_, tenant](Semaphore* line) {
    lines->erase(tenant.uuid);
    delete line;
  };
  Line line(new Semaphore(bounds_.at_once, bounds_.waiting), forget);
  known = line;
  return line;
}

std::vector<Route> with_turns(std::vector<Route> routes, const std::vector<std::string_view>& operations,
                              std::shared_ptr<Turns> turns) {
  for (auto& route : routes) {
    if (std::ranges::find(operations, route.operation) == operations.end()) continue;
    route.handler = [handler = std::move(route.handler), turns](Request request) {
      return in_turn(handler, turns, std::move(request));
    };
  }
  return routes;
}

}  // namespace mrbill::http
