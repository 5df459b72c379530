#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <http/admission.hpp>

namespace mrbill::http {

using std::chrono::steady_clock;

namespace {

constexpr std::size_t max_waiting = 1'000;  // of one class; beyond, nobody needs to wait to know

}  // namespace

struct Admission::Waiter {
  Waiter(asio::io_context& io, Queue& its_queue, std::chrono::milliseconds wait);
  ~Waiter() { leave(); }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;
  void leave();
  void wake() {
    leave();
    timer.cancel();
  }

  Queue& queue;
  asio::steady_timer timer;  // runs out with the wait, cancelled to wake
  Moment since = steady_clock::now();
  bool queued = true;
  bool given = false;
  std::list<Waiter*>::iterator place;
};

struct Admission::Queue {
  Queue(AdmissionClass chosen, metrics::Registry& registry)
      : settings(std::move(chosen)),
        working_gauge(
            registry.gauge("http_admitted", "Requests being worked on", {{"class", settings.name}})),
        waiting_gauge(
            registry.gauge("http_waiting", "Requests that wait for a place", {{"class", settings.name}})),
        refusals(registry.counter("http_shed_total", "Requests refused to keep the others fast",
                                  {{"class", settings.name}})) {}

  [[nodiscard]] bool has_room() const { return working < settings.at_once; }
  [[nodiscard]] std::chrono::milliseconds max_wait(Moment now) const {
    const bool stands = !waiters.empty() && now - served_soon > settings.burst;
    return stands || !is_calm(now) ? settings.standing : settings.burst;
  }
  [[nodiscard]] bool is_calm(Moment now) const { return !refused || now - *refused > settings.calm; }
  void take_place() {
    ++working;
    working_gauge.add(1);
  }
  void left() {
    --working;
    working_gauge.add(-1);
    if (!closed) serve(steady_clock::now());
  }
  // Those who wait too long already are refused, so that the place goes to somebody whose answer is still
  // of use.
  void serve(Moment now) {
    while (has_room() && !waiters.empty()) {
      auto& first = *waiters.front();
      const auto waited = now - first.since;
      first.given = waited <= max_wait(now);
      if (first.given) take_place();
      if (waited <= settings.standing) served_soon = now;
      first.wake();
    }
  }
  void refuse(Moment now) {
    refused_together = is_calm(now) ? 1 : refused_together + 1;
    refused = now;
    refusals.add();
  }

  AdmissionClass settings;
  std::size_t working = 0;
  bool closed = false;
  std::list<Waiter*> waiters;
  Moment served_soon{};  // when somebody last had not waited for long, or nobody waited
  std::optional<Moment> refused;
  std::size_t refused_together = 0;  // without a calm between
  metrics::Gauge& working_gauge;
  metrics::Gauge& waiting_gauge;
  metrics::Counter& refusals;
};

Admission::Waiter::Waiter(asio::io_context& io, Queue& its_queue, std::chrono::milliseconds wait)
    : queue(its_queue), timer(io, wait) {
  if (queue.waiters.empty()) queue.served_soon = since;
  place = queue.waiters.insert(queue.waiters.end(), this);
  queue.waiting_gauge.add(1);
}

void Admission::Waiter::leave() {
  if (!std::exchange(queued, false)) return;
  queue.waiters.erase(place);
  queue.waiting_gauge.add(-1);
}

void Admission::Place::leave() {
  if (queue_ != nullptr) std::exchange(queue_, nullptr)->left();
}

Admission::Place& Admission::Place::operator=(Place&& other) noexcept {
  leave();
  queue_ = std::exchange(other.queue_, nullptr);
  return *this;
}

Admission::Admission(asio::io_context& io, metrics::Registry& registry) : io_(io), registry_(registry) {}
Admission::~Admission() = default;

void Admission::set(std::vector<AdmissionClass> classes) {
  for (auto& each : classes) {
    auto& queue = queues_.emplace_back(std::move(each), registry_);
    for (const auto& operation : queue.settings.operations) by_operation_.emplace(operation, &queue);
    if (queue.settings.operations.empty()) others_ = &queue;
  }
}

void Admission::close() {
  for (auto& queue : queues_) queue.closed = true;
}

Admission::Queue* Admission::queue_of(std::string_view operation) {
  const auto named = by_operation_.find(operation);
  return named == by_operation_.end() ? others_ : named->second;
}

Task<std::optional<Admission::Place>> Admission::enter(std::string_view operation) {
  auto* queue = queue_of(operation);
  if (queue == nullptr) co_return Place(nullptr);
  if (queue->has_room() && queue->waiters.empty()) {
    queue->take_place();
    co_return Place(queue);
  }
  if (queue->waiters.size() < max_waiting) {
    Waiter waiter(io_, *queue, queue->max_wait(steady_clock::now()));
    auto [interrupted] = co_await waiter.timer.async_wait(asio::as_tuple(asio::use_awaitable));
    if (waiter.given) co_return Place(queue);
    if (interrupted && waiter.queued)
      throw boost::system::system_error(interrupted, "a place was awaited no longer");
  }
  queue->refuse(steady_clock::now());
  co_return std::nullopt;
}

bool Admission::was_hiccup(std::string_view operation) {
  const auto* queue = queue_of(operation);
  return queue == nullptr ||
         (queue->is_calm(steady_clock::now()) && queue->refused_together <= queue->settings.at_once);
}

}  // namespace mrbill::http
