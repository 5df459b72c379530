// Page cursors: where the next page begins, signed, good only for the same person, tenant and list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <http/signed_cursor.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

struct PageCursor {
  std::int64_t page = 1;  // the number of the page it leads to
  RequestPosition after;
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

}  // namespace mrbill::content
