// Calls of other services, as the generated clients make them: a request of an input, an answer's body.
//
//   contract::Sender sender{.token = identity.token_for("catalog", tenant, user)};
//   auto page = co_await contract::catalog::list_poc_facts(client, std::move(input), std::move(sender));
//
// Throws UpstreamUnavailable where there is no answer, another status than success, or not what the contract
// says; runtime_error for 400: the question is wrong, and would be the next time.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/uuid.hpp>
#include <http/client.hpp>
#include <trace/trace.hpp>

namespace mrbill::contract {

// Who asks, for which request, and until when.
struct Sender {
  std::string token;  // of a service
  std::optional<trace::Context> trace = {};
  Deadline deadline = Deadline::in(std::chrono::seconds(10));
};

// A parameter as text.
[[nodiscard]] inline std::string text_of(const std::string& text) {
  return text;
}
[[nodiscard]] inline std::string text_of(std::int64_t number) {
  return std::to_string(number);
}
[[nodiscard]] inline std::string text_of(std::same_as<bool> auto boolean) {
  return boolean ? "true" : "false";
}
[[nodiscard]] inline std::string text_of(const Uuid& uuid) {
  return uuid.to_string();
}
[[nodiscard]] inline std::string text_of(Timestamp time) {
  return to_rfc3339(time);
}
template <class Enum>
  requires std::is_enum_v<Enum>
[[nodiscard]] std::string text_of(Enum value) {
  return std::string(to_string(value));
}
template <class T>
[[nodiscard]] std::string text_of(const std::vector<T>& list) {
  std::string text;
  for (const auto& item : list) (text += text.empty() ? "" : ",") += text_of(item);
  return text;
}

// "/things/{thingId}" with its parameters, encoded.
class Target {
 public:
  explicit Target(std::string_view pattern) : text_(pattern) {}

  template <class T>
  void fill(std::string_view name, const T& value) {
    replace(name, text_of(value));
  }
  // An optional that is empty and a list of none are left out.
  template <class T>
  void add(std::string_view name, const T& value) {
    append(name, text_of(value));
  }
  template <class T>
  void add(std::string_view name, const std::optional<T>& value) {
    if (value) add(name, *value);
  }
  template <class T>
  void add(std::string_view name, const std::vector<T>& list) {
    if (!list.empty()) append(name, text_of(list));
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  void replace(std::string_view name, std::string_view value);
  void append(std::string_view name, std::string_view value);

  std::string text_;
};

template <class T>
void set_header(http::Call& call, std::string name, const T& value) {
  call.headers.set(std::move(name), text_of(value));
}
template <class T>
void set_header(http::Call& call, std::string name, const std::optional<T>& value) {
  if (value) set_header(call, std::move(name), *value);
}

// The body of an answer with this status. name: of the service, for who reads of its failure.
[[nodiscard]] Task<std::string> send(http::Client& service, http::Call call, Sender sender, unsigned success,
                                     std::string_view name);
[[noreturn]] void not_of_the_contract(std::string_view name);

}  // namespace mrbill::contract
