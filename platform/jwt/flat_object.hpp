// A JSON object whose members are strings, numbers and booleans: headers, claims and keys are no more than
// that. Strict (RFC 8259): nothing before or after it, no member twice, valid UTF-8, no lone surrogate, at
// most 32 members.
//
//   auto header = FlatObject::parse(R"({"alg":"ES256"})");
//   header->string("alg")  -> "ES256"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/clock.hpp>

namespace mrbill::jwt {

class FlatObject {
 public:
  enum class Kind : std::uint8_t { string, number, boolean };
  struct Member {
    std::string name;
    Kind kind = Kind::string;
    std::string value;  // decoded; of a number and a boolean the text
  };

  [[nodiscard]] static std::optional<FlatObject> parse(std::string_view json);
  // {"keys":[{...},{...}]} and nothing else.
  [[nodiscard]] static std::optional<std::vector<FlatObject>> parse_list(std::string_view json,
                                                                         std::string_view name,
                                                                         std::size_t max);

  [[nodiscard]] const Member* find(std::string_view name) const;
  // Nothing when the member is missing or of another kind.
  [[nodiscard]] std::optional<std::string> string(std::string_view name) const;
  // A NumericDate (RFC 7519 section 2) between 1970 and 9999, at most six decimals.
  [[nodiscard]] std::optional<Timestamp> time(std::string_view name) const;
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

 private:
  friend class FlatListener;
  std::vector<Member> members_;
};

}  // namespace mrbill::jwt
