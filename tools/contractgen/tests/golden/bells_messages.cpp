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
  auto document = json::parse(body, errors);
  if (!document || !read(*document, json::Path{}, errors, json::TypeRule{}, message)) return fail(errors.take());
  return message;
}

}  // namespace

bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, BellRung& to) {
  const auto before = errors.size();
  auto* object = json::read_open_object(from, at, errors);
  if (object == nullptr) return false;
  json::require(*object, "bellId", at, errors);
  json::read_member(*object, "bellId", at, errors, json::UuidRule{}, to.bell_id);
  json::require(*object, "extra", at, errors);
  json::read_member(*object, "extra", at, errors, json::RawRule{}, to.extra);
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
