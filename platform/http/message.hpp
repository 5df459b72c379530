// HTTP messages as our code sees them: plain values, no parser types. Thin on purpose: handlers include this,
// never Beast.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <async/deadline.hpp>
#include <async/task.hpp>
#include <http/principal.hpp>
#include <trace/trace.hpp>

namespace mrbill::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options };
[[nodiscard]] std::string_view to_string(Method method);                  // "GET" ...
[[nodiscard]] std::optional<Method> parse_method(std::string_view text);  // exact case, as the RFC has it

// Field names compare without case; order is kept; few enough for linear search.
class Headers {
 public:
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  [[nodiscard]] std::string_view get_or(std::string_view name, std::string_view fallback) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
  void set(std::string name, std::string value);  // replaces
  void add(std::string name, std::string value);  // e.g. several Set-Cookie
  void reserve(std::size_t fields) { fields_.reserve(fields); }
  [[nodiscard]] bool empty() const { return fields_.empty(); }
  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  [[nodiscard]] auto begin() const { return fields_.begin(); }
  [[nodiscard]] auto end() const { return fields_.end(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
  Method method = Method::get;
  std::string path;   // as sent, still percent-encoded, without the query
  std::string query;  // as sent, without '?'
  Headers headers;
  std::string body;
  std::vector<std::pair<std::string, std::string>> path_parameters;  // decoded, filled by the router
  std::string client_address;  // of the person, as told by the gateway; of the peer without one
  std::string request_id;
  trace::Context trace;
  Deadline deadline = Deadline::in(std::chrono::seconds(30));
  std::optional<Principal> principal;  // set by the authenticator on routes that demand one
  std::function<bool()>
      client_left;  // meanwhile; on the connection's thread, while the handler runs (ClientWatch)
  std::function<void()>
      leave_place;         // of admission, to the next: who is bounded by something else from here on
  Headers answer_headers;  // added to whatever is answered; filled before the handler runs (gates)

  [[nodiscard]] std::optional<std::string_view> path_parameter(std::string_view name) const;
};

// The next piece of a streamed body; nothing at its end.
using BodySource = std::function<Task<std::optional<std::string>>()>;

struct Response {
  unsigned status = 200;
  Headers headers;
  std::string body;
  BodySource stream;  // used instead of body when set; sent chunked unless content_length is known
  std::optional<std::uint64_t> content_length;
};

using Handler = std::function<Task<Response>(Request)>;

// Who may call a route. The authenticator enforces it before the handler runs. person: somebody who belongs
// to a company; any_person: or to none at present. optional_person: any person, and without an Authorization
// header anybody; one that is there must be good. installation: whoever shows the key that the installation's
// own programs and its monitoring hold.
enum class Access : std::uint8_t { anonymous, person, service, optional_person, installation, any_person };

struct Route {
  Method method;
  std::string_view pattern;    // "/api/v1/pocs/{pocId}"; a literal segment wins over a parameter;
                               // "/objects/{key...}" takes the rest
  std::string_view operation;  // the contract's operationId; the label of its metrics
  Access access = Access::person;
  std::size_t max_body = 1 << 20;  // bytes; 413 beyond
  std::vector<std::string_view> media_types =
      {};  // accepted request types; 415 for others; empty: no body expected
  Handler handler;
};

// Helpers for the common answers.
[[nodiscard]] Response json_response(unsigned status, std::string body);
[[nodiscard]] Response no_content();

}  // namespace mrbill::http
