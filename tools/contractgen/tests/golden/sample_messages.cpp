// Made by tools/contractgen from sample.yaml; not edited by hand.
#include <contract/sample.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <json/parse.hpp>
#include <json/reader.hpp>
#include <json/writer.hpp>

namespace mrbill::contract::sample {

namespace {

template <class T>
[[maybe_unused]] void append(std::string& out, const T& value) {
  using json::append_json;
  append_json(out, value);
}

// A free-form object is JSON already.
[[maybe_unused]] void append_raw(std::string& out, std::string_view object) { out += object.empty() ? "{}" : object; }

template <class T>
[[maybe_unused]] Result<T, std::vector<json::FieldError>> parse_document(std::string_view body, json::UnknownFields unknown) {
  json::Errors errors(unknown);
  T message;
  json::Memory memory;
  const auto document = json::parse(body, memory, errors);
  if (!document || !read(*document, json::Path{}, errors, json::TypeRule{}, message)) return fail(errors.take());
  return message;
}

}  // namespace
namespace {
constexpr json::CharacterRange pattern_1_characters_0[] = {{0x0, 0x1F}, {0x22, 0x22}};
constexpr json::CharacterRange pattern_1_characters_1[] = {{0x78, 0x78}};
constexpr json::PatternItem pattern_1_items[] = {
    {pattern_1_characters_0, true, false, true},
    {pattern_1_characters_1, false, true, false},
};
constexpr json::Pattern pattern_1{pattern_1_items, "must hold no quotes"};
}

namespace {
constexpr std::array<std::string_view, 3> sort_by_names{"name", "createdAt", "public"};
}
std::string_view to_string(SortBy value) { return sort_by_names[static_cast<std::size_t>(value)]; }
std::optional<SortBy> parse_sort_by(std::string_view text) {
  const auto found = std::ranges::find(sort_by_names, text);
  if (found == sort_by_names.end()) return std::nullopt;
  return static_cast<SortBy>(found - sort_by_names.begin());
}
void append_json(std::string& out, SortBy value) { json::append_json_string(out, to_string(value)); }
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, SortBy& to) {
  const auto found = json::read_enum(from, at, errors, sort_by_names);
  if (found) to = static_cast<SortBy>(*found);
  return found.has_value();
}
namespace {
constexpr std::array<std::string_view, 2> colour_names{"RED", "DARK_GREEN"};
}
std::string_view to_string(Colour value) { return colour_names[static_cast<std::size_t>(value)]; }
std::optional<Colour> parse_colour(std::string_view text) {
  const auto found = std::ranges::find(colour_names, text);
  if (found == colour_names.end()) return std::nullopt;
  return static_cast<Colour>(found - colour_names.begin());
}
void append_json(std::string& out, Colour value) { json::append_json_string(out, to_string(value)); }
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Colour& to) {
  const auto found = json::read_enum(from, at, errors, colour_names);
  if (found) to = static_cast<Colour>(*found);
  return found.has_value();
}
namespace {
constexpr std::array<std::string_view, 2> part_fields{"colour", "since"};
}
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Part& to) {
  const auto before = errors.size();
  std::array<const json::Value*, 2> values{};
  if (!json::read_object(from, at, errors, part_fields, values)) return false;
  json::require(values[0], "colour", at, errors);
  json::read_member(values[0], "colour", at, errors, json::TypeRule{}, to.colour);
  json::read_member(values[1], "since", at, errors, json::TimeRule{}, to.since);
  return errors.size() == before;
}
Result<Part, std::vector<json::FieldError>> parse_part(std::string_view body, json::UnknownFields unknown) {
  return parse_document<Part>(body, unknown);
}
void append_json(std::string& out, const Part& value) {
  out += '{';
  json::begin_member(out, "\"colour\":");
  append(out, value.colour);
  if (value.since) {
    out += ",\"since\":";
    append(out, *value.since);
  }
  out += '}';
}
std::string to_json(const Part& value) {
  std::string out;
  append_json(out, value);
  return out;
}
namespace {
constexpr std::array<std::string_view, 5> thing_fields{"thingId", "name", "note", "secret", "parts"};
}
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, Thing& to) {
  const auto before = errors.size();
  std::array<const json::Value*, 5> values{};
  if (!json::read_object(from, at, errors, thing_fields, values)) return false;
  json::require(values[0], "thingId", at, errors);
  json::read_member(values[0], "thingId", at, errors, json::UuidRule{}, to.thing_id);
  json::require(values[1], "name", at, errors);
  json::read_member(values[1], "name", at, errors, json::StringRule{}, to.name);
  json::require(values[2], "note", at, errors);
  json::read_nullable(values[2], "note", at, errors, json::StringRule{}, to.note);
  json::read_member(values[3], "secret", at, errors, json::StringRule{}, to.secret);
  json::require(values[4], "parts", at, errors);
  json::read_member(values[4], "parts", at, errors, json::ArrayRule<json::TypeRule>{.item = json::TypeRule{}}, to.parts);
  return errors.size() == before;
}
Result<Thing, std::vector<json::FieldError>> parse_thing(std::string_view body, json::UnknownFields unknown) {
  return parse_document<Thing>(body, unknown);
}
void append_json(std::string& out, const Thing& value) {
  out += '{';
  json::begin_member(out, "\"thingId\":");
  append(out, value.thing_id);
  out += ",\"name\":";
  append(out, value.name);
  out += ",\"note\":";
  append(out, value.note);
  if (value.secret) {
    out += ",\"secret\":";
    append(out, *value.secret);
  }
  out += ",\"parts\":";
  append(out, value.parts);
  out += '}';
}
std::string to_json(const Thing& value) {
  std::string out;
  append_json(out, value);
  return out;
}
namespace {
constexpr std::array<std::string_view, 1> thing_list_fields{"items"};
}
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, ThingList& to) {
  const auto before = errors.size();
  std::array<const json::Value*, 1> values{};
  if (!json::read_object(from, at, errors, thing_list_fields, values)) return false;
  json::require(values[0], "items", at, errors);
  json::read_member(values[0], "items", at, errors, json::ArrayRule<json::TypeRule>{.item = json::TypeRule{}}, to.items);
  return errors.size() == before;
}
Result<ThingList, std::vector<json::FieldError>> parse_thing_list(std::string_view body, json::UnknownFields unknown) {
  return parse_document<ThingList>(body, unknown);
}
void append_json(std::string& out, const ThingList& value) {
  out += '{';
  json::begin_member(out, "\"items\":");
  append(out, value.items);
  out += '}';
}
std::string to_json(const ThingList& value) {
  std::string out;
  append_json(out, value);
  return out;
}
namespace {
constexpr std::array<std::string_view, 6> new_thing_fields{"name", "address", "size", "weight", "parts", "extra"};
}
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, NewThing& to) {
  const auto before = errors.size();
  std::array<const json::Value*, 6> values{};
  if (!json::read_object(from, at, errors, new_thing_fields, values)) return false;
  json::require(values[0], "name", at, errors);
  json::read_member(values[0], "name", at, errors, json::StringRule{.min_length = 1, .max_length = 5, .pattern = &pattern_1, .shown = json::Shown::line}, to.name);
  json::read_nullable(values[1], "address", at, errors, json::StringRule{.format = json::Format::email}, to.address);
  json::read_member(values[2], "size", at, errors, json::IntegerRule{.minimum = 1, .maximum = 9}, to.size);
  json::read_member(values[3], "weight", at, errors, json::NumberRule{}, to.weight);
  json::read_member(values[4], "parts", at, errors, json::ArrayRule<json::TypeRule>{.item = json::TypeRule{}}, to.parts);
  json::read_member(values[5], "extra", at, errors, json::RawRule{}, to.extra);
  return errors.size() == before;
}
Result<NewThing, std::vector<json::FieldError>> parse_new_thing(std::string_view body, json::UnknownFields unknown) {
  return parse_document<NewThing>(body, unknown);
}
void append_json(std::string& out, const NewThing& value) {
  out += '{';
  json::begin_member(out, "\"name\":");
  append(out, value.name);
  out += ",\"address\":";
  append(out, value.address);
  out += ",\"size\":";
  append(out, value.size);
  if (value.weight) {
    out += ",\"weight\":";
    append(out, *value.weight);
  }
  out += ",\"parts\":";
  append(out, value.parts);
  if (value.extra) {
    out += ",\"extra\":";
    append_raw(out, *value.extra);
  }
  out += '}';
}
std::string to_json(const NewThing& value) {
  std::string out;
  append_json(out, value);
  return out;
}
namespace {
constexpr std::array<std::string_view, 2> thing_patch_fields{"name", "note"};
}
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, ThingPatch& to) {
  const auto before = errors.size();
  std::array<const json::Value*, 2> values{};
  if (!json::read_object(from, at, errors, thing_patch_fields, values)) return false;
  json::read_patch(values[0], "name", at, errors, json::StringRule{.max_length = 5}, false, to.name);
  json::read_patch(values[1], "note", at, errors, json::StringRule{}, true, to.note);
  return errors.size() == before;
}
Result<ThingPatch, std::vector<json::FieldError>> parse_thing_patch(std::string_view body, json::UnknownFields unknown) {
  return parse_document<ThingPatch>(body, unknown);
}
void append_json(std::string& out, const ThingPatch& value) {
  out += '{';
  if (!value.name.is_absent()) {
    json::begin_member(out, "\"name\":");
    append(out, value.name);
  }
  if (!value.note.is_absent()) {
    json::begin_member(out, "\"note\":");
    append(out, value.note);
  }
  out += '}';
}
std::string to_json(const ThingPatch& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace mrbill::contract::sample
