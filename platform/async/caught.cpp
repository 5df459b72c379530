#include <boost/asio/this_coro.hpp>

#include <async/caught.hpp>

namespace mrbill {

std::string words_of(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& problem) {
    return problem.what();
  } catch (...) {
    return "not a std::exception";
  }
}

Task<> rethrow_cancellation(std::exception_ptr failure) {
  const auto state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() != asio::cancellation_type::none) std::rethrow_exception(failure);
}

}  // namespace mrbill
