// All of a person's imports as one stream of Server-Sent Events.
#pragma once

#include <functional>

#include <async/notices.hpp>
#include <http/event_stream.hpp>

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
  http::Listening how;
};

[[nodiscard]] http::Response import_stream(const WatchPorts& ports, Listener listener);

}  // namespace mrbill::catalog
