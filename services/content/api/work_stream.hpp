// All of a person's films and reports as one stream of Server-Sent Events.
#pragma once

#include <optional>

#include "api/progress_stream.hpp"
#include "api/work_events.hpp"

namespace mrbill::content {

struct Listener {
  Caller caller;
  http::Reader reader;
  std::function<bool()> admitted;  // the caller's token would be let in now
  Timestamp since;
  std::optional<std::chrono::seconds> bound = {};  // of the stream
};

[[nodiscard]] http::Response work_stream(const WatchPorts& ports, Listener listener);

}  // namespace mrbill::content
