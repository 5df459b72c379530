// Page cursors: the last key of a page, sealed for one tenant and one list, so that nobody can make or carry
// one over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <contract/auth.hpp>
#include <http/signed_cursor.hpp>

#include "domain/page.hpp"
#include "domain/people.hpp"

namespace mrbill::auth {

class Cursors {
 public:
  explicit Cursors(const Sha256& secret) : signed_(secret) {}
  // list: the operation; page: the number of the page that the cursor leads to.
  [[nodiscard]] std::string seal(std::string_view list, const Caller& caller, const PageKey& after,
                                 std::int64_t page) const;
  [[nodiscard]] std::optional<PageRequest> open(std::string_view list, const Caller& caller,
                                                std::string_view cursor) const;

 private:
  http::SignedCursor signed_;
};

// What was asked for; nothing for a cursor that is not of this list, or one beside a page.
template <class Input>
[[nodiscard]] std::optional<PageRequest> page_request(const Cursors& cursors, std::string_view list,
                                                      const Caller& caller, const Input& input) {
  if (!input.cursor) return PageRequest{input.page.value_or(1), input.page_size, std::nullopt};
  if (input.page) return std::nullopt;
  auto request = cursors.open(list, caller, *input.cursor);
  if (request) request->size = input.page_size;
  return request;
}

template <class T>
[[nodiscard]] contract::auth::Pagination pagination_of(const Cursors& cursors, std::string_view list,
                                                       const Caller& caller, const PageRequest& request,
                                                       const Page<T>& page) {
  contract::auth::Pagination out{.page = request.page,
                                 .page_size = request.size,
                                 .total_items = page.total,
                                 .total_pages = (page.total + request.size - 1) / request.size,
                                 .next_cursor = std::nullopt};
  if (page.next) out.next_cursor = cursors.seal(list, caller, *page.next, request.page + 1);
  return out;
}

}  // namespace mrbill::auth
