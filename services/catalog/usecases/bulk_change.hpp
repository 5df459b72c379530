// One change of many POCs, as it is made of each: pure. Who may, which version, and the rules are those of
// the single writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <base/result.hpp>

#include "domain/poc.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

enum class BulkAction : std::uint8_t { add_tags, remove_tags, publish, unpublish, delete_, restore };

struct BulkChange {
  BulkAction action = BulkAction::add_tags;
  std::vector<std::string> tags = {};  // as they are stored
};

// Why one of them stays as it is; the enumerators are the wire's codes.
enum class BulkRefusal : std::uint8_t {
  poc_not_found,
  not_permitted,  // visible, but another person's
  stale,          // changed since the caller saw it
  too_many_tags,  // it would have more than max_tags
};

struct AfterBulk {
  Poc poc;
  bool is_news = false;  // else it says so already, whatever version the change was based on
};

// `found` is what the store tells the caller of it.
[[nodiscard]] Result<AfterBulk, BulkRefusal> made_of(const BulkChange& change, const Caller& caller,
                                                     std::optional<Poc> found, std::int64_t version,
                                                     Timestamp now);

// What the store, and others by it, are told.
[[nodiscard]] Change kind_of(BulkAction action);

}  // namespace mrbill::catalog
