// All of a person's imports as one stream of Server-Sent Events.
#pragma once

#include <functional>
#include <optional>

#include <async/notices.hpp>
#include <http/message.hpp>

#include "api/import_events.hpp"
#include "ports/import_store.hpp"

namespace mrbill::catalog {

// What the stream reads from must outlive it.
struct WatchPorts {
  ImportStore& imports;
  Notices& notices;
  const Clock& clock;
  std::function<bool()> retiring;
};

struct Listener {
  Caller caller;
  http::Reader reader;
  std::function<bool()> admitted;  // the caller's token would be let in now
  Timestamp since;
  std::optional<std::chrono::seconds> bound = {};  // of the stream
};

[[nodiscard]] http::Response import_stream(const WatchPorts& ports, Listener listener);

}  // namespace mrbill::catalog
