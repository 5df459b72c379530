// Made by tools/contractgen from sample.yaml; not edited by hand.
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

namespace mrbill::contract::sample {

enum class SortBy : std::uint8_t { name, created_at, public_ };
[[nodiscard]] std::string_view to_string(SortBy value);
[[nodiscard]] std::optional<SortBy> parse_sort_by(std::string_view text);

enum class Colour : std::uint8_t { red, dark_green };
[[nodiscard]] std::string_view to_string(Colour value);
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);

// A part of a thing.
struct Part {
  Colour colour{};
  std::optional<Timestamp> since{};
  bool operator==(const Part&) const = default;
};

struct Thing {
  Uuid thing_id{};
  std::string name{};
  std::optional<std::string> note{};
  std::optional<std::string> secret{};
  std::vector<Part> parts{};
  bool operator==(const Thing&) const = default;
};

struct ThingList {
  std::vector<Thing> items{};
  bool operator==(const ThingList&) const = default;
};

struct NewThing {
  std::string name{};
  std::optional<std::string> address{};
  std::int64_t size = 3;
  std::optional<double> weight{};
  std::vector<Part> parts = {};
  std::optional<std::string> extra{};
  bool operator==(const NewThing&) const = default;
};

struct ThingPatch {
  Patch<std::string> name{};
  Patch<std::string> note{};
  bool operator==(const ThingPatch&) const = default;
};

void append_json(std::string& out, SortBy value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, SortBy& to);
void append_json(std::string& out, Colour value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Colour& to);
void append_json(std::string& out, const Part& value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Part& to);
[[nodiscard]] std::string to_json(const Part& value);
[[nodiscard]] Result<Part, std::vector<json::FieldError>> parse_part(std::string_view body,
    json::UnknownFields unknown = json::UnknownFields::refused);
void append_json(std::string& out, const Thing& value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Thing& to);
[[nodiscard]] std::string to_json(const Thing& value);
[[nodiscard]] Result<Thing, std::vector<json::FieldError>> parse_thing(std::string_view body,
    json::UnknownFields unknown = json::UnknownFields::refused);
void append_json(std::string& out, const ThingList& value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, ThingList& to);
[[nodiscard]] std::string to_json(const ThingList& value);
[[nodiscard]] Result<ThingList, std::vector<json::FieldError>> parse_thing_list(std::string_view body,
    json::UnknownFields unknown = json::UnknownFields::refused);
void append_json(std::string& out, const NewThing& value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, NewThing& to);
[[nodiscard]] std::string to_json(const NewThing& value);
[[nodiscard]] Result<NewThing, std::vector<json::FieldError>> parse_new_thing(std::string_view body,
    json::UnknownFields unknown = json::UnknownFields::refused);
void append_json(std::string& out, const ThingPatch& value);
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, ThingPatch& to);
[[nodiscard]] std::string to_json(const ThingPatch& value);
[[nodiscard]] Result<ThingPatch, std::vector<json::FieldError>> parse_thing_patch(std::string_view body,
    json::UnknownFields unknown = json::UnknownFields::refused);

struct ListThingsInput {
  std::optional<std::int64_t> page{};
  std::optional<SortBy> sort_by{};
  Colour colour = Colour::red;
  std::vector<std::string> tags = {};
  bool big = false;
  std::optional<Timestamp> since{};
  std::optional<std::string> zone{};
  bool operator==(const ListThingsInput&) const = default;
};

struct CreateThingInput {
  std::optional<std::string> idempotency_key{};
  std::optional<std::string> mark{};
  NewThing body{};
  bool operator==(const CreateThingInput&) const = default;
};

struct UpdateThingInput {
  Uuid thing_id{};
  std::string if_match{};
  std::optional<ThingPatch> body{};
  bool operator==(const UpdateThingInput&) const = default;
};

struct ImportThingsInput {
  bool operator==(const ImportThingsInput&) const = default;
};

struct DeleteThingsInput {
  bool operator==(const DeleteThingsInput&) const = default;
};

struct FindPartsInput {
  Uuid thing_id{};
  Colour colour = Colour::red;
  std::vector<std::string> marks = {};
  std::optional<Timestamp> since{};
  std::int64_t most = 10;
  bool whole = false;
  std::optional<std::string> idempotency_key{};
  std::optional<NewThing> body{};
  bool operator==(const FindPartsInput&) const = default;
};

}  // namespace mrbill::contract::sample
