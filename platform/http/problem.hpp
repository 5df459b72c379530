// RFC 9457 problem details: the one shape of every error.
//
//   return problem(409, "email_taken", "There is already an account with this e-mail.");
//   {"type":"https://mrbill.dev/problems/email_taken","title":"Conflict","status":409,"code":"email_taken",
//    "detail":"...","errors":[{"pointer":"/tags/2","code":"too_long","detail":"..."}],"requestId":"..."}
//
// requestId is filled in by the server. The generic title belongs to the status; code is the stable word
// for programs.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <http/message.hpp>
#include <json/field_error.hpp>

namespace mrbill::http {

inline constexpr std::string_view problem_media_type = "application/problem+json";

using FieldError = json::FieldError;  // {pointer, code, detail}

[[nodiscard]] Response problem(unsigned status, std::string_view code, std::string_view detail,
                               std::vector<FieldError> errors = {});
// The same with members of the problem's own (RFC 9457 section 3.2): extra is a JSON object's inside,
// e.g. "\"tenants\":[...]".
[[nodiscard]] Response problem_with(unsigned status, std::string_view code, std::string_view detail,
                                    std::string extra);

// One that will be over: with Retry-After.
[[nodiscard]] Response later(unsigned status, std::string_view code, std::string_view detail,
                             std::chrono::seconds retry_after);

// Completes a problem with the id the caller finds in our logs; other answers stay as they are.
void add_request_id(Response& response, std::string_view request_id);

}  // namespace mrbill::http
