// Finds the route of a request. A map of path segments: a literal wins over a parameter, a parameter over
// the rest.
//
//   Router router;
//   router.add(Method::get, "/api/v1/pocs/{pocId}", 7);
//   router.find(Method::get, "/api/v1/pocs/42")   // Found{7, {{"pocId", "42"}}}
//
// A path is compared as it was sent. Whatever might be read in two ways is not found: empty segments ("//", a
// slash at the end), "." and "..", an encoded slash, control characters, text that is not UTF-8.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <http/message.hpp>

namespace mrbill::http {

class Router {
 public:
  struct Found {
    std::size_t id = 0;
    std::vector<std::pair<std::string, std::string>> parameters;  // decoded
  };
  struct NotFound {};
  struct WrongMethod {
    std::string allow;  // "GET, HEAD, POST, OPTIONS"
  };
  using Outcome = std::variant<Found, NotFound, WrongMethod>;

  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // The pattern must outlive the router. Adding the same method and pattern twice is our bug.
  void add(Method method, std::string_view pattern, std::size_t id);
  // HEAD finds GET's route where it has none of its own.
  [[nodiscard]] Outcome find(Method method, std::string_view path) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
};

}  // namespace mrbill::http
