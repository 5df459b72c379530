// What a loop does with an exception that it caught:
//   co_await rethrow_cancellation(failure);  // the end of the loop is no failure
//   log::warn("jobs cannot be taken", {{"reason", words_of(failure)}});
#pragma once

#include <exception>
#include <string>

#include <async/task.hpp>

namespace mrbill {

[[nodiscard]] std::string words_of(const std::exception_ptr& failure);

// Throws it again if this coroutine was cancelled meanwhile.
[[nodiscard]] Task<> rethrow_cancellation(std::exception_ptr failure);

}  // namespace mrbill
