// Made by tools/contractgen from events/; not edited by hand.
#include <contract/bells.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <json/parse.hpp>
#include <json/reader.hpp>
#include <json/writer.hpp>

namespace mrbill::contract::bells {

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
constexpr std::array<std::string_view, 2> bell_rung_fields{"bellId", "extra"};
}
bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, BellRung& to) {
  const auto before = errors.size();
  std::array<const json::Value*, 2> values{};
  if (!json::read_open_object(from, at, errors, bell_rung_fields, values)) return false;
  json::require(values[0], "bellId", at, errors);
  json::read_member(values[0], "bellId", at, errors, json::UuidRule{}, to.bell_id);
  json::require(values[1], "extra", at, errors);
  json::read_member(values[1], "extra", at, errors, json::RawRule{}, to.extra);
  return errors.size() == before;
}
Result<BellRung, std::vector<json::FieldError>> parse_bell_rung(std::string_view body) {
  return parse_document<BellRung>(body, json::UnknownFields::ignored);
}
void append_json(std::string& out, const BellRung& value) {
  out += '{';
  json::begin_member(out, "\"bellId\":");
  append(out, value.bell_id);
  out += ",\"extra\":";
  append_raw(out, value.extra);
  out += '}';
}
std::string to_json(const BellRung& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace mrbill::contract::bells
