#include <chrono>
#include <string>

#include <async/deadline.hpp>
#include <base/coded_unavailable.hpp>
#include <http/failure.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

namespace {

constexpr Told try_again{ErrorCode::unavailable,
                         "Something this service needs is not available right now. Please try again."};

Response out_of_time_answer(std::string_view operation, const log::Scope& scope) {
  log::warn("request ran out of time", {{"operation", operation}}, scope);
  return Problem<ErrorCode::timeout>("The request took too long. Please try again.")
      .after(std::chrono::seconds(1))
      .response();
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
    auto answer = problem_of(coded != nullptr ? coded->told() : try_again);
    set_retry_after(answer, away.retry_after());
    return answer;
  } catch (const DeadlineExceeded&) {
    return out_of_time_answer(operation, scope);
  } catch (const std::exception& error) {
    log::error("request failed", {{"operation", operation}, {"reason", error.what()}}, scope);
  } catch (...) {
    log::error("request failed", {{"operation", operation}, {"reason", "not a std::exception"}}, scope);
  }
  return Problem<ErrorCode::internal>("Something went wrong on our side. The request id helps us find it.")
      .response();
}

Response overloaded(Sentence<ErrorCode::overloaded> detail) {
  return Problem<ErrorCode::overloaded>(detail).after(std::chrono::seconds(1)).response();
}

}  // namespace mrbill::http
