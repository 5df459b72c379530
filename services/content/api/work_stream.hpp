// All of a person's films and reports as one stream of Server-Sent Events.
#pragma once

#include <http/event_stream.hpp>

#include "api/progress_stream.hpp"
#include "api/work_events.hpp"

namespace mrbill::content {

struct Listener {
  Caller caller;
  http::Reader reader;
  http::Listening how;
};

[[nodiscard]] http::Response work_stream(const WatchPorts& ports, Listener listener);

}  // namespace mrbill::content
