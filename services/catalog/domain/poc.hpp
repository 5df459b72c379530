// A POC (proof of concept): what a developer registers and finds again.
//
//   auto content = check(PocDraft{.name = " Ray tracer ", .tags = {"C++", "graphics"}});
//   content->name == "Ray tracer";  content->tags == {"c++", "graphics"}
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::catalog {

using PocId = Id<struct PocIdTag>;

// Who asks: one person acting within one tenant.
struct Caller {
  TenantId tenant;
  UserId user;
  std::string traceparent = {};  // of the request, for the events it causes
  bool administers = false;      // the tenant: looks after what others left there
  auto operator<=>(const Caller&) const = default;
};

// What a person says about a POC, checked and in canonical form (see poc_rules.hpp, the one place that
// makes it).
struct PocContent {
  std::string name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> repository_url = {};
  std::optional<std::string> language = {};
  std::vector<std::string> tags = {};
  std::vector<std::string> frameworks = {};
  bool is_public = false;
  bool operator==(const PocContent&) const = default;
};

struct Poc {
  PocId id;
  TenantId tenant;
  UserId creator;
  PocContent content = {};
  Timestamp created_at;
  Timestamp updated_at;
  std::optional<Timestamp> deleted_at = {};
  std::int64_t change_seq = 0;  // of its last change; its entity tag
  bool favorite = false;        // of the caller who asked
  std::optional<std::string> creator_name =
      {};  // as a read tells it; nothing once erased, or not told of yet
  bool orphaned =
      false;  // whose creator is not of the tenant any more; known of one that was looked for by its id

  [[nodiscard]] bool owned_by(const Caller& caller) const {
    return creator == caller.user && tenant == caller.tenant;
  }
};

// How long a deleted POC can be restored; then it is removed for good.
inline constexpr std::chrono::days restorable_for{30};

// Whose POCs: the caller's own, or these and what colleagues have made public within the tenant.
enum class Scope : std::uint8_t { mine, tenant };

// What every row of an answer must satisfy; empty members ask nothing.
struct PocFilter {
  Scope scope = Scope::mine;
  std::vector<std::string> languages = {};       // any of them
  std::vector<std::string> tags = {};            // all of them
  std::vector<std::string> frameworks = {};      // any of them
  std::optional<bool> favorite = {};             // true: the caller's favourites, false: the others
  std::optional<Timestamp> created_from = {};    // inclusive
  std::optional<Timestamp> created_before = {};  // exclusive
  // The caller's own deleted ones instead, deleted at this time or later.
  std::optional<Timestamp> deleted_since = {};
  bool operator==(const PocFilter&) const = default;
};

// Where a page begins: after this row of the same order.
struct PocPosition {
  std::variant<Timestamp, std::string> key =
      {};  // the sort field's value: a time, or a text ('' for no language)
  PocId id;
  bool operator==(const PocPosition&) const = default;
};

enum class SortField : std::uint8_t { created_at, updated_at, name, language, deleted_at };
enum class SortOrder : std::uint8_t { ascending, descending };
[[nodiscard]] PocPosition position_of(const Poc& poc, SortField field);
struct Sort {
  SortField field = SortField::created_at;
  SortOrder order = SortOrder::descending;
  bool operator==(const Sort&) const = default;
};

// How often a value occurs.
struct Count {
  std::string value = {};
  std::int64_t count = 0;
  bool operator==(const Count&) const = default;
};
struct Facets {
  std::vector<Count> languages = {};
  std::vector<Count> tags = {};
  std::vector<Count> frameworks = {};
  std::vector<Count> years = {};  // of created_at in UTC
  bool operator==(const Facets&) const = default;
};

}  // namespace mrbill::catalog
