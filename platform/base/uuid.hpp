// UUIDs (RFC 9562) and ids that cannot be mistaken for each other.
//
//   using PocId = Id<struct PocTag>;
//   auto id = PocId{new_uuid(clock, random)};   // version 7: sorts by time of creation
//   PocId::parse("018f...") -> std::optional<PocId>
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <base/random.hpp>

namespace mrbill {

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  // 36 characters, any letter case; nothing for any other form.
  [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;  // lower case
  auto operator<=>(const Uuid&) const = default;
};

// Version 7: 48 bits of milliseconds, 74 random bits.
[[nodiscard]] Uuid new_uuid(const Clock& clock, Random& random);

template <class Tag>
struct Id {
  Uuid uuid;

  [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
    auto parsed = Uuid::parse(text);
    return parsed ? std::optional<Id>{Id{*parsed}} : std::nullopt;
  }
  [[nodiscard]] std::string to_string() const { return uuid.to_string(); }
  auto operator<=>(const Id&) const = default;
};

// The two ids that the machinery itself must know: whose rows, and who asks.
using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;

}  // namespace mrbill

template <>
struct std::hash<mrbill::Uuid> {
  std::size_t operator()(const mrbill::Uuid& uuid) const noexcept {
    std::size_t low = 0;
    std::memcpy(&low, uuid.bytes.data() + 8, sizeof low);  // the random half
    return low;
  }
};
template <class Tag>
struct std::hash<mrbill::Id<Tag>> {
  std::size_t operator()(const mrbill::Id<Tag>& id) const noexcept {
    return std::hash<mrbill::Uuid>{}(id.uuid);
  }
};
