// What a handler answers: what it was asked for, or a problem with one of the codes that the contract names
// for its operation (x-error-codes). Another code does not compile.
//
//   using DeletePocAnswer = ResponseOr<ErrorCode::not_permitted, ErrorCode::poc_not_found>;  // contractgen's
//   co_return Problem<ErrorCode::poc_not_found>("There is no such POC.");
#pragma once

#include <concepts>
#include <utility>

#include <contract/codes.hpp>
#include <http/message.hpp>

namespace mrbill::http {

using contract::ErrorCode;

template <ErrorCode code>
class Problem;  // http/problem.hpp

template <ErrorCode code, ErrorCode... codes>
concept is_one_of = ((code == codes) || ...);

template <ErrorCode... codes>
class [[nodiscard]] ResponseOr {
 public:
  // No problem becomes one unseen: what turns into a Response on its way is not taken.
  template <std::same_as<Response> Asked>
  ResponseOr(Asked response) : response_(std::move(response)) {}
  template <ErrorCode code>
    requires is_one_of<code, codes...>
  ResponseOr(Problem<code> problem) : response_(std::move(problem).response()) {}
  // Of fewer codes: what a use case refuses is part of what its operation may answer.
  template <ErrorCode... fewer>
    requires(is_one_of<fewer, codes...> && ...)
  ResponseOr(ResponseOr<fewer...> answer) : response_(std::move(answer).response()) {}

  [[nodiscard]] Response response() && { return std::move(response_); }

 private:
  Response response_;
};

}  // namespace mrbill::http
