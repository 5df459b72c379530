#include <exception>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/system/system_error.hpp>

#include <async/spawn.hpp>
#include <log/log.hpp>

namespace mrbill {

namespace {

bool is_cancellation(const std::exception& problem) {
  const auto* error = dynamic_cast<const boost::system::system_error*>(&problem);
  return error != nullptr && error->code() == asio::error::operation_aborted;
}

}  // namespace

void spawn(asio::io_context& io, std::string_view name, Task<> task) {
  asio::co_spawn(io, std::move(task), [name](std::exception_ptr failure) {
    if (!failure) return;
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& problem) {
      if (!is_cancellation(problem))
        log::error("task ended by an exception", {{"task", name}, {"reason", problem.what()}});
    }
  });
}

}  // namespace mrbill
