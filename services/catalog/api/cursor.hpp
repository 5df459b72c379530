// Page cursors: where the next page begins, signed, good only for the same person, tenant and query.
//
//   Cursors cursors(secret);
//   auto text = cursors.seal({.page = 2, .place = position}, binding);
//   cursors.open(text, binding)->place == position;   cursors.open(text, another_binding) == nullopt
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <http/signed_cursor.hpp>

#include "domain/poc.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

struct PageCursor {
  std::int64_t page = 1;  // the number of the page it leads to
  // Rows to skip, or the row of a list or of a search to go on behind.
  std::variant<std::uint32_t, PocPosition, SearchPosition> place = std::uint32_t{0};
  bool operator==(const PageCursor&) const = default;
};

class Cursors {
 public:
  explicit Cursors(const Sha256& secret) : signed_(secret) {}
  // The binding is everything the cursor is good for, as unambiguous text.
  [[nodiscard]] std::string seal(const PageCursor& cursor, std::string_view binding) const;
  [[nodiscard]] std::optional<PageCursor> open(std::string_view text, std::string_view binding) const;

 private:
  http::SignedCursor signed_;
};

}  // namespace mrbill::catalog
