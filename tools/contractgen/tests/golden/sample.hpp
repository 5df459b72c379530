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
#include <json/value.hpp>
#include <json/writer.hpp>
#include <async/task.hpp>
#include <http/message.hpp>
#include <http/problem.hpp>

namespace mrbill::json {
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
};

bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, SortBy& to);
void append_json(std::string& out, Colour value);
bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Colour& to);
void append_json(std::string& out, const Part& value);
[[nodiscard]] std::string to_json(const Part& value);
bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Part& to);
[[nodiscard]] Result<Part, std::vector<json::FieldError>> parse_part(std::string_view body);
void append_json(std::string& out, const Thing& value);
[[nodiscard]] std::string to_json(const Thing& value);
void append_json(std::string& out, const ThingList& value);
[[nodiscard]] std::string to_json(const ThingList& value);
bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, NewThing& to);
[[nodiscard]] Result<NewThing, std::vector<json::FieldError>> parse_new_thing(std::string_view body);
bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, ThingPatch& to);
[[nodiscard]] Result<ThingPatch, std::vector<json::FieldError>> parse_thing_patch(std::string_view body);

struct ListThingsInput {
  std::optional<std::int64_t> page{};
  std::optional<SortBy> sort_by{};
  Colour colour = Colour::red;
  std::vector<std::string> tags = {};
  bool big = false;
  std::optional<Timestamp> since{};
  std::optional<std::string> zone{};
};

struct CreateThingInput {
  std::optional<std::string> idempotency_key{};
  std::optional<std::string> mark{};
  NewThing body{};
};

struct UpdateThingInput {
  Uuid thing_id{};
  std::optional<std::string> if_match{};
  std::optional<ThingPatch> body{};
};

struct ImportThingsInput {
};

struct DeleteThingsInput {
};

// What a service implements. Each call was authenticated and its input checked.
class Api {
 public:
  virtual ~Api() = default;
  // GET /api/v1/things: Finds things
  virtual Task<http::Response> list_things(http::Request request, ListThingsInput input) = 0;
  // POST /api/v1/things:
  virtual Task<http::Response> create_thing(http::Request request, CreateThingInput input) = 0;
  // PATCH /api/v1/things/{thingId}:
  virtual Task<http::Response> update_thing(http::Request request, UpdateThingInput input) = 0;
  // POST /api/v1/things/import:
  virtual Task<http::Response> import_things(http::Request request, ImportThingsInput input) = 0;
  // DELETE /internal/things:
  virtual Task<http::Response> delete_things(http::Request request, DeleteThingsInput input) = 0;
};

// They call the api, which outlives them.
[[nodiscard]] std::vector<http::Route> routes(Api& api);
[[nodiscard]] std::vector<http::Route> internal_routes(Api& api);

}  // namespace mrbill::contract::sample
