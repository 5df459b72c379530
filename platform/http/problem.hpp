// RFC 9457 problem details: the one shape of every error.
//
//   co_return Problem<ErrorCode::import_finished>("The import has ended already.");
//   {"type":"https://mrbill.dev/problems/import_finished","title":"Conflict","status":409,
//    "code":"import_finished","detail":"...","requestId":"...",
//    "errors":[{"pointer":"/tags/2","code":"too_long","detail":"..."}]}
//
// code is the stable word for programs; its status and its sentences are those of contracts/problems.yaml.
// The generic title belongs to the status. requestId is filled in by the server.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <contract/told.hpp>
#include <http/message.hpp>
#include <http/response_or.hpp>
#include <json/field_error.hpp>

namespace mrbill::http {

inline constexpr std::string_view problem_media_type = "application/problem+json";

using contract::Sentence;
using contract::Told;
using FieldError = json::FieldError;  // {pointer, code, detail}

// Whatever it is told with. Whoever knows the code when it is written writes a Problem or a Told.
[[nodiscard]] Response problem_of(ErrorCode code, std::string_view detail,
                                  std::vector<FieldError> errors = {});
[[nodiscard]] Response problem_of(Told told);

// One that will be over.
void set_retry_after(Response& response, std::chrono::seconds wait);
void add_errors(Response& problem, const std::vector<FieldError>& errors);
// Members of its own (RFC 9457 section 3.2), the inside of a JSON object: "\"tenants\":[...]".
void add_members(Response& problem, std::string_view members);

// A problem whose type says its code.
template <ErrorCode code>
class [[nodiscard]] Problem {
 public:
  explicit Problem(Sentence<code> detail, std::vector<FieldError> errors = {})
      : response_(problem_of(code, detail.text, std::move(errors))) {}
  // The sentence with its {} filled in.
  template <class... Blanks>
  static Problem filled(Sentence<code> detail, const Blanks&... blanks) {
    return Problem(problem_of(code, fmt::format(fmt::runtime(detail.text), blanks...)));
  }
  // In the words of a failure.
  static Problem telling(std::string_view failure)
    requires(contract::tells_failure(code))
  {
    return Problem(problem_of(code, failure));
  }

  Problem&& after(std::chrono::seconds wait) && {
    set_retry_after(response_, wait);
    return std::move(*this);
  }
  Problem&& with_header(std::string name, std::string value) && {
    response_.headers.set(std::move(name), std::move(value));
    return std::move(*this);
  }
  Problem&& with_errors(const std::vector<FieldError>& errors) && {
    add_errors(response_, errors);
    return std::move(*this);
  }
  Problem&& with_members(std::string_view members) && {
    add_members(response_, members);
    return std::move(*this);
  }

  [[nodiscard]] Response response() && { return std::move(response_); }

 private:
  explicit Problem(Response response) : response_(std::move(response)) {}
  Response response_;
};

// Completes a problem with the id the caller finds in our logs; other answers stay as they are.
void add_request_id(Response& response, std::string_view request_id);

}  // namespace mrbill::http
