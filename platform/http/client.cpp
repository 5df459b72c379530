#include <stdexcept>
#include <utility>

#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

#include <async/retry_budget.hpp>
#include <async/within.hpp>
#include <http/buffered_random.hpp>
#include <http/circuit_breaker.hpp>
#include <http/client.hpp>
#include <http/upstream_connections.hpp>

namespace mrbill::http {

using std::chrono::steady_clock;

namespace {

constexpr double max_saved_retries = 10;

bool is_idempotent(Method method) {
  return method != Method::post && method != Method::patch;
}
bool is_overload(unsigned status) {
  return status == 502 || status == 503 || status == 504;
}

// What became of one attempt: an answer, or why there is none.
struct Attempt {
  std::optional<Answer> answer;
  std::string failure;
  bool out_of_time = false;  // of the caller's own

  [[nodiscard]] bool settled() const { return answer && !is_overload(answer->status); }
};

class Counted {
 public:
  explicit Counted(std::size_t& number) : number_(number) { ++number_; }
  ~Counted() { --number_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  std::size_t& number_;
};

}  // namespace

struct Client::State : std::enable_shared_from_this<State> {
  State(asio::io_context& io, ClientOptions chosen, metrics::Registry& registry)
      : options(std::move(chosen)),
        connections(std::make_shared<UpstreamConnections>(io, options)),
        budget(options.retry_share, max_saved_retries),
        breaker({.failures = options.breaker_failures, .open_for = options.breaker_open_for}),
        seconds(registry.histogram("http_client_seconds", "Time of calls to other services", labels())),
        failures(registry.counter("http_client_failures_total", "Attempts without a good answer", labels())),
        retries(registry.counter("http_client_retries_total", "Second attempts", labels())),
        open(registry.gauge("http_client_breaker_open", "1 while nothing is sent", labels())) {}

  Task<Answer> send(Call call);
  Task<Attempt> attempt(std::shared_ptr<const OutgoingRequest> request, Deadline deadline);
  void report(const Attempt& outcome);
  [[nodiscard]] metrics::Labels labels() const { return {{"service", options.name}}; }

  ClientOptions options;
  std::shared_ptr<UpstreamConnections> connections;
  RetryBudget budget;
  CircuitBreaker breaker;
  SystemRandom entropy;
  BufferedRandom random{entropy};
  std::size_t in_flight = 0;
  metrics::Histogram& seconds;
  metrics::Counter& failures;
  metrics::Counter& retries;
  metrics::Gauge& open;
};

Task<Attempt> Client::State::attempt(std::shared_ptr<const OutgoingRequest> request, Deadline deadline) {
  Attempt outcome;
  const auto sooner = Deadline::in(options.timeout).earlier(deadline);
  try {
    outcome.answer = co_await within(sooner, connections->exchange(std::move(request)));
  } catch (const DeadlineExceeded&) {
    outcome.failure = "no answer in time";
    outcome.out_of_time = deadline.passed();
  } catch (const boost::system::system_error& error) {
    if (error.code() == asio::error::operation_aborted) {  // our caller was cancelled
      breaker.gave_up();
      throw;
    }
    outcome.failure = error.code().message();
  } catch (const std::exception& error) {
    outcome.failure = error.what();
  }
  co_return outcome;
}

void Client::State::report(const Attempt& outcome) {
  if (outcome.settled()) {
    breaker.succeeded();
  } else if (outcome.out_of_time) {
    breaker.gave_up();
  } else {
    breaker.failed(steady_clock::now());
    failures.add();
  }
  open.set(breaker.is_open() ? 1 : 0);
}

Task<Answer> Client::State::send(Call call) {
  const auto self = shared_from_this();
  if (in_flight >= options.max_in_flight) {
    throw UpstreamUnavailable("too many calls to " + options.name + " are under way");
  }
  const Counted counted(in_flight);
  const auto begun = steady_clock::now();
  const auto deadline = call.deadline;
  bool may_retry = is_idempotent(call.method);
  const auto request =
      std::make_shared<const OutgoingRequest>(outgoing(std::move(call), connections->authority(), random));
  budget.attempted();
  for (;;) {
    if (!breaker.admits(steady_clock::now())) {
      throw UpstreamUnavailable(options.name + " is not asked for the moment: it kept failing");
    }
    auto outcome = co_await attempt(request, deadline);
    report(outcome);
    if (outcome.out_of_time) throw DeadlineExceeded("the deadline passed before another service answered");
    if (!outcome.settled() && std::exchange(may_retry, false) && !breaker.is_open() && budget.try_retry()) {
      retries.add();
      continue;
    }
    seconds.observe(std::chrono::duration<double>(steady_clock::now() - begun).count());
    if (!outcome.answer) throw UpstreamUnavailable(options.name + " did not answer: " + outcome.failure);
    co_return std::move(*outcome.answer);
  }
}

Client::Client(asio::io_context& io, ClientOptions options, metrics::Registry& registry)
    : state_(std::make_shared<State>(io, std::move(options), registry)) {}
Client::~Client() = default;

Task<Answer> Client::send(Call call) {
  return state_->send(std::move(call));
}

}  // namespace mrbill::http
