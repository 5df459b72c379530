#include <stdexcept>
#include <utility>

#include <base/check.hpp>
#include <contract/call.hpp>
#include <http/percent.hpp>

namespace mrbill::contract {

void Target::replace(std::string_view name, std::string_view value) {
  const auto place = "{" + std::string(name) + "}";
  const auto at = text_.find(place);
  CHECK(at != std::string::npos, "the generator reads pattern and parameter from one path");
  text_.replace(at, place.size(), http::percent_encoded(value));
}

void Target::append(std::string_view name, std::string_view value) {
  text_ += text_.find('?') == std::string::npos ? '?' : '&';
  text_ += http::percent_encoded(name);
  text_ += '=';
  text_ += http::percent_encoded(value);
}

Task<std::string> send(http::Client& service, http::Call call, Sender sender, unsigned success,
                       std::string_view name) {
  call.headers.set("Authorization", "Bearer " + sender.token);
  call.trace = sender.trace;
  call.deadline = sender.deadline;
  auto answer = co_await service.send(std::move(call));
  if (answer.status == 400)
    throw std::runtime_error(std::string(name) + " does not understand what it is asked");
  if (answer.status != success)
    throw http::UpstreamUnavailable(std::string(name) + " answered " + std::to_string(answer.status));
  co_return std::move(answer.body);
}

void not_of_the_contract(std::string_view name) {
  throw http::UpstreamUnavailable(std::string(name) + "'s answer is not what its contract says");
}

}  // namespace mrbill::contract
