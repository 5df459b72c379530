#include <algorithm>
#include <ranges>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/intrusive/list.hpp>

#include <async/spawn.hpp>
#include <async/within.hpp>
#include <http/connection.hpp>
#include <http/shard_core.hpp>
#include <log/log.hpp>

namespace mrbill::http {

using std::chrono::steady_clock;

namespace {

constexpr std::size_t max_turned_away =
    128;  // told so at once; beyond, connections are closed without a word
constexpr std::chrono::milliseconds cut_off_time{500};

std::chrono::milliseconds tick_of(const ServerOptions& options) {
  const auto least = std::min({options.header_timeout, options.body_timeout, options.write_timeout,
                               options.idle_timeout, options.request_timeout, options.drain_idle_grace});
  return std::clamp(least / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

}  // namespace

struct ShardCore::Connections {
  boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>> all;
};

ShardCore::ShardCore(unsigned index, const ServerOptions& options, metrics::Registry& registry,
                     ProcessLoad& load)
    : index_(index),
      options_(options),
      load_(load),
      in_flight_(registry.gauge("http_requests_in_flight", "Requests being answered")),
      open_connections_(registry.gauge("http_connections", "Open connections of clients")),
      admission_(io_, registry),
      api_(registry),
      internal_(registry),
      connections_(std::make_unique<Connections>()) {}

ShardCore::~ShardCore() {
  listeners_.clear();
  admission_.close();
  io_.abandon_waiting();
  while (!kept_.empty()) kept_.pop_back();
}

void ShardCore::gate_with(Gate gate, GateStage stage) {
  auto& gates = stage == GateStage::before_authentication ? before_authentication_ : after_authentication_;
  gates.push_back(std::move(gate));
}

const std::vector<Gate>& ShardCore::gates(GateStage stage) const {
  return stage == GateStage::before_authentication ? before_authentication_ : after_authentication_;
}

void ShardCore::ready_when(std::string name, std::function<bool()> check) {
  checks_.emplace_back(std::move(name), std::move(check));
}

std::optional<std::string> ShardCore::unready() const {
  if (retiring_) return "draining";
  for (const auto& [name, check] : checks_) {
    if (!check()) return name;
  }
  return std::nullopt;
}

std::uint16_t ShardCore::take_port(std::uint16_t port, RouteTable& routes) {
  auto adopt = [this, &routes](Socket socket) { this->adopt(std::move(socket), routes); };
  listeners_.push_back(std::make_unique<Listener>(io_, options_.address, port, std::move(adopt)));
  return listeners_.back()->port();
}

void ShardCore::listen() {
  for (auto& listener : listeners_) {
    listener->open();
    spawn(io_, "accept connections", listener->accept());
  }
}

void ShardCore::step_aside() {
  for (auto& listener : listeners_) listener->step_aside(options_.threads);
}

void ShardCore::share_evenly() {
  for (auto& listener : listeners_) listener->share_evenly();
}

void ShardCore::run() {
  const auto guard = asio::make_work_guard(io_);
  io_.run();
}

void ShardCore::adopt(Socket socket, RouteTable& routes) {
  const auto before = load_.connections.fetch_add(1);
  if (before >= options_.max_connections + max_turned_away) {
    load_.connections.fetch_sub(1);
    return;
  }
  open_connections_.add(1);
  auto connection = std::make_shared<Connection>(*this, routes, std::move(socket));
  connections_->all.push_back(*connection);
  const auto slot = connection->slot();
  auto session = before < options_.max_connections ? connection->serve() : connection->turn_away();
  asio::co_spawn(io_, std::move(session),
                 asio::bind_cancellation_slot(slot, [this, connection](std::exception_ptr failure) {
                   ended(*connection);
                   log_failure(failure);
                 }));
  sweep_later();
}

// A session ends by an exception only when a streamed body broke off: its client sees the connection close.
void ShardCore::log_failure(const std::exception_ptr& failure) {
  if (!failure) return;
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    log::error("an answer broke off", {{"reason", error.what()}});
  }
}

void ShardCore::ended(Connection& connection) {
  connections_->all.erase(connections_->all.iterator_to(connection));
  load_.connections.fetch_sub(1);
  open_connections_.add(-1);
  if (connections_->all.empty()) {
    drained_.cancel();
    sweeper_.cancel();
  }
}

void ShardCore::sweep_later() {
  if (sweeping_) return;
  sweeping_ = true;
  sweeper_.expires_after(tick_of(options_));
  sweeper_.async_wait([this](boost::system::error_code) {
    sweeping_ = false;
    sweep();
  });
}

void ShardCore::sweep() {
  const auto now = steady_clock::now();
  for (auto& connection : connections_->all) {
    connection.expire_if_due(now);
    connection.cut_off_if_revoked();
  }
  if (!connections_->all.empty()) sweep_later();
}

void ShardCore::retire() {
  retiring_ = true;
}

void ShardCore::stop_accepting() {
  retiring_ = true;
  for (auto& listener : listeners_) listener->close();
  const auto latest = steady_clock::now() + options_.drain_idle_grace;
  for (auto& connection : connections_->all) connection.leave_by(latest);
}

Task<> ShardCore::drain(Deadline deadline) {
  for (auto limit : {deadline.moment(), deadline.moment() + cut_off_time}) {
    drained_.expires_at(limit);
    while (!connections_->all.empty() && steady_clock::now() < limit) {
      boost::system::error_code ignored;
      co_await drained_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    for (auto& connection : connections_->all) connection.cut_off();
  }
}

Task<> ShardCore::shut_down() {
  const auto deadline = Deadline::in(options_.shutdown_timeout);
  for (auto& action : std::views::reverse(shutdown_actions_)) {
    try {
      co_await within(deadline, action());
    } catch (const std::exception& error) {
      log::error("a shutdown action failed", {{"reason", error.what()}});
    }
  }
}

std::string_view ShardCore::date() {
  const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now()).time_since_epoch().count();
  if (now != date_second_) {
    date_second_ = now;
    date_ = imf_date(now);
  }
  return date_;
}

}  // namespace mrbill::http
