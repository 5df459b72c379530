#include <chrono>
#include <string>

#include <async/deadline.hpp>
#include <base/coded_unavailable.hpp>
#include <http/failure.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

namespace {

constexpr std::string_view try_again =
    "Something this service needs is not available right now. Please try again.";

Response out_of_time_answer(std::string_view operation, const log::Scope& scope) {
  log::warn("request ran out of time", {{"operation", operation}}, scope);
  return later(503, "timeout", "The request took too long. Please try again.", std::chrono::seconds(1));
}

}  // namespace

Response answer_to_failure(std::exception_ptr failure, bool out_of_time, std::string_view operation,
                           const log::Scope& scope) {
  if (out_of_time) return out_of_time_answer(operation, scope);
  try {
    std::rethrow_exception(failure);
  } catch (const ServiceUnavailable& away) {
    log::warn("request met something unavailable", {{"operation", operation}, {"reason", away.what()}},
              scope);
    const auto* coded = dynamic_cast<const CodedUnavailable*>(&away);
    if (coded != nullptr) return later(503, coded->told().code, coded->told().detail, away.retry_after());
    return later(503, "unavailable", try_again, away.retry_after());
  } catch (const DeadlineExceeded&) {
    return out_of_time_answer(operation, scope);
  } catch (const std::exception& error) {
    log::error("request failed", {{"operation", operation}, {"reason", error.what()}}, scope);
  } catch (...) {
    log::error("request failed", {{"operation", operation}, {"reason", "not a std::exception"}}, scope);
  }
  return problem(500, "internal", "Something went wrong on our side. The request id helps us find it.");
}

Response overloaded(std::string_view detail) {
  return later(503, "overloaded", detail, std::chrono::seconds(1));
}

}  // namespace mrbill::http
