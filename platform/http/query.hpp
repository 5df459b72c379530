// The query of a URL as names and values, decoded strictly: what generated code reads its parameters from.
//
//   auto query = parse_query(request.query);          // "page=2&tags=c%2B%2B,sql"
//   if (!query) return problem(400, "invalid_request", "...", {query.error()});
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <base/result.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

using QueryParameters = std::vector<std::pair<std::string, std::string>>;

// In the order sent, repeated names included. Refused: a broken percent sign, text that is not UTF-8, control
// characters, an empty name, more than 100 parameters.
//
// A plus between two characters, or alone, is a blank, as browsers' URLSearchParams write it; any other is a
// plus, as RFC 3986 has it, for no value begins or ends with a blank or holds two of them: "C++",
// "g++,C#" (docs/adr/0056).
[[nodiscard]] Result<QueryParameters, FieldError> parse_query(std::string_view query);
// The same of an application/x-www-form-urlencoded body, where every plus is a blank.
[[nodiscard]] Result<QueryParameters, FieldError> parse_form(std::string_view form);

}  // namespace mrbill::http
