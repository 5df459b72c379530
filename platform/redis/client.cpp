#include <exception>
#include <utility>

#include <boost/asio/io_context.hpp>

#include <async/spawn.hpp>
#include <redis/client.hpp>
#include <redis/client_state.hpp>

namespace mrbill::redis {
namespace {

Reply checked(Reply reply) {
  if (!reply.is_error()) return reply;
  if (reply.error().starts_with("LOADING")) throw Unavailable("redis: " + reply.error());
  throw ReplyError(reply.error());
}

}  // namespace

Client::Client(asio::io_context& io, Options options, metrics::Registry& registry)
    : state_(std::make_shared<State>(io, std::move(options), registry)) {
  state_->main->start();
}

Client::~Client() {
  close();
}

void Client::close() {
  state_->main->close();
  state_->subscriptions->close();
  state_->blocking.close();
}

bool Client::connected() const {
  return state_->main->ready();
}

Task<Reply> Client::run(Arguments arguments) {
  const auto state = state_;
  CommandTimer timer(state->metrics);
  const auto link = state->main->usable();
  auto reply = co_await link->run(to_request(arguments), 1, state->options.timeout);
  timer.answered(reply.is_error());
  co_return checked(std::move(reply));
}

Task<Reply::Array> Client::transaction(std::vector<Arguments> commands) {
  const auto state = state_;
  CommandTimer timer(state->metrics);
  std::string request = to_request({"MULTI"});
  for (const auto& command : commands) append_request(request, command);
  append_request(request, {"EXEC"});
  const auto link = state->main->usable();
  auto reply = co_await link->run(std::move(request), commands.size() + 2, state->options.timeout);
  timer.answered(reply.is_error());
  reply = checked(std::move(reply));
  co_return std::move(std::get<Reply::Array>(reply.value));
}

Task<Reply> Client::run_blocking(Arguments arguments, std::chrono::milliseconds max_wait) {
  const auto state = state_;
  auto link = state->blocking.take();
  auto reply = co_await link->run(to_request(arguments), 1, max_wait + state->options.timeout);
  link.give_back();
  co_return checked(std::move(reply));
}

Task<Reply> Client::script(Script script, std::vector<std::string> keys, std::vector<std::string> arguments) {
  Arguments request{"EVALSHA", script.sha1, std::to_string(keys.size())};
  request.insert(request.end(), keys.begin(), keys.end());
  request.insert(request.end(), arguments.begin(), arguments.end());
  const auto state = state_;
  CommandTimer timer(state->metrics);
  const auto link = state->main->usable();
  auto reply = co_await link->run(to_request(request), 1, state->options.timeout);
  if (reply.is_error() && reply.error().starts_with("NOSCRIPT")) {
    request[0] = "EVAL";
    request[1] = script.source;
    reply = co_await link->run(to_request(request), 1, state->options.timeout);
  }
  timer.answered(reply.is_error());
  co_return checked(std::move(reply));
}

void Client::subscribe(std::string channel, std::function<void(std::string_view)> received,
                       std::function<void()> connected) {
  state_->subscriptions->add(state_->io, state_->settings, state_->registry, std::move(channel),
                             std::move(received), std::move(connected));
}

}  // namespace mrbill::redis
