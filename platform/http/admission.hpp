// Which requests of a thread are worked on, which wait for a moment and which are refused, by class.
//
//   shard.admit_with({{.name = "sign_in", .at_once = 4, .operations = {operation::log_in}},
//                     {.name = "interactive", .at_once = 8}});
//
// A class has so many places; who has none waits, first come first served, and is refused when the wait gets
// too long. How long that is depends (controlled delay, CoDel's idea): a queue in which some wait for a
// moment only is a burst that the next moments serve, so it may be waited in for `burst`. One in which
// everybody has waited for longer than `standing` for that time, or that had to refuse lately, is overload:
// waiting in it helps nobody, since all would be answered late. Then `standing` is the longest wait, and what
// is admitted is answered as fast as ever.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>

#include <async/task.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::http {

struct AdmissionClass {
  std::string name;
  std::size_t at_once = 8;                        // of one thread
  std::vector<std::string_view> operations = {};  // empty: every operation that no other class names
  std::chrono::milliseconds burst{50};
  std::chrono::milliseconds standing{6};
  std::chrono::milliseconds calm{200};  // without a refusal: the overload is over
};

class Admission {
  struct Queue;
  struct Waiter;

 public:
  using Moment = std::chrono::steady_clock::time_point;

  // Held while the request is worked on.
  class Place {
   public:
    explicit Place(Queue* queue) : queue_(queue) {}
    Place(Place&& other) noexcept : queue_(std::exchange(other.queue_, nullptr)) {}
    Place& operator=(Place&& other) noexcept;
    ~Place() { leave(); }

   private:
    void leave();
    Queue* queue_;  // nothing: without a bound
  };

  Admission(asio::io_context& io, metrics::Registry& registry);
  ~Admission();
  Admission(const Admission&) = delete;
  Admission& operator=(const Admission&) = delete;
  void set(std::vector<AdmissionClass> classes);
  void close();  // places that come back wake nobody any more: the loop ends

  // Nothing: refused. `operation` must outlive the call.
  [[nodiscard]] Task<std::optional<Place>> enter(std::string_view operation);
  // Few were refused, and for `calm` nobody: they met the hiccup of a moment (connections being opened, a
  // disk that was slow).
  [[nodiscard]] bool was_hiccup(std::string_view operation);

 private:
  [[nodiscard]] Queue* queue_of(std::string_view operation);

  asio::io_context& io_;
  metrics::Registry& registry_;
  std::list<Queue> queues_;
  std::unordered_map<std::string_view, Queue*> by_operation_;
  Queue* others_ = nullptr;
};

}  // namespace mrbill::http
