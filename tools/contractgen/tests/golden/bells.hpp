// Made by tools/contractgen from events/; not edited by hand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/clock.hpp>
#include <base/result.hpp>
#include <base/uuid.hpp>
#include <json/errors.hpp>
#include <json/patch.hpp>

namespace mrbill::json {
class Value;
struct TypeRule;
}

namespace mrbill::contract::bells {

struct BellRung {
  Uuid bell_id{};
  std::string extra{};
  bool operator==(const BellRung&) const = default;
};

void append_json(std::string& out, const BellRung& value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, BellRung& to);
[[nodiscard]] std::string to_json(const BellRung& value);
[[nodiscard]] Result<BellRung, std::vector<json::FieldError>> parse_bell_rung(std::string_view body);

}  // namespace mrbill::contract::bells
