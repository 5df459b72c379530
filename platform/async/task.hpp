// Task<T>: a coroutine on the current thread's io_context. Every service thread owns one io_context and
// everything on it (connections, pools, use cases), so nothing in a Task needs a lock.
//
// The one header to include for coroutine signatures: it is thin.
#pragma once

#include <boost/asio/awaitable.hpp>

namespace mrbill {

namespace asio = boost::asio;

template <class T = void>
using Task = asio::awaitable<T>;

}  // namespace mrbill
