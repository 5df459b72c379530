// spawn: starts a Task that nobody awaits. Whatever it throws is logged under its name; nothing is lost
// in silence.
//
//   spawn(io, "outbox relay", relay.run());
#pragma once

#include <string_view>

#include <async/task.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill {

// The name must outlive the task: a literal.
void spawn(asio::io_context& io, std::string_view name, Task<> task);

}  // namespace mrbill
