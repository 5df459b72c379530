// Made by tools/contractgen from sample.yaml; not edited by hand.
#include <contract/sample_routes.hpp>

#include <array>
#include <utility>

#include <contract/request.hpp>
#include <json/reader.hpp>
#include <json/value.hpp>

namespace mrbill::contract::sample {

namespace {
constexpr json::CharacterRange pattern_1_characters_0[] = {{0x41, 0x5A}, {0x61, 0x7A}, {0x30, 0x39}, {0x2B, 0x2B}, {0x2F, 0x2F}};
constexpr json::PatternItem pattern_1_items[] = {
    {pattern_1_characters_0, false, false, true},
};
constexpr json::Pattern pattern_1{pattern_1_items, "must be a time zone"};
constexpr json::CharacterRange pattern_2_characters_0[] = {{0x21, 0x7E}};
constexpr json::PatternItem pattern_2_items[] = {
    {pattern_2_characters_0, false, false, true},
};
constexpr json::Pattern pattern_2{pattern_2_items, "must be visible ASCII"};

std::optional<http::Response> read_input(const http::Request& request, ListThingsInput& input) {
  json::Errors errors;
  constexpr std::array<std::string_view, 7> query{"page", "sortBy", "colour", "tags", "big", "since", "zone"};
  constexpr std::array<std::string_view, 1> lists{"tags"};
  const Parameters parameters(request, query, errors, lists);
  parameters.optional("query:page", json::IntegerRule{.minimum = 1}, input.page);
  parameters.optional("query:sortBy", json::TypeRule{}, input.sort_by);
  parameters.optional("query:colour", json::TypeRule{}, input.colour);
  parameters.optional("query:tags", json::ArrayRule<json::StringRule>{.item = json::StringRule{.min_length = 1}, .max_items = 3}, input.tags);
  parameters.required("query:big", json::BooleanRule{}, input.big);
  parameters.optional("query:since", json::TimeRule{}, input.since);
  parameters.optional("query:zone", json::StringRule{.pattern = &pattern_1}, input.zone);
  if (!errors.empty()) return invalid_request(errors);
  return std::nullopt;
}
std::optional<http::Response> read_input(const http::Request& request, CreateThingInput& input) {
  json::Errors errors;
  constexpr std::array<std::string_view, 0> query{};
  const Parameters parameters(request, query, errors);
  parameters.optional("header:Idempotency-Key", json::StringRule{.min_length = 1, .max_length = 10, .pattern = &pattern_2}, input.idempotency_key);
  parameters.optional("cookie:mark", json::StringRule{}, input.mark);
  json::Memory memory;
  if (const auto document = read_body(request, BodyIs::required, memory, errors)) {
    read(*document, json::Path{}, errors, json::TypeRule{}, input.body);
  }
  if (!errors.empty()) return invalid_request(errors);
  return std::nullopt;
}
std::optional<http::Response> read_input(const http::Request& request, UpdateThingInput& input) {
  json::Errors errors;
  constexpr std::array<std::string_view, 0> query{};
  const Parameters parameters(request, query, errors);
  parameters.required("path:thingId", json::UuidRule{}, input.thing_id);
  parameters.optional("header:If-Match", json::StringRule{}, input.if_match);
  json::Memory memory;
  if (const auto document = read_body(request, BodyIs::optional, memory, errors)) {
    read(*document, json::Path{}, errors, json::TypeRule{}, input.body.emplace());
  }
  if (!errors.empty()) return invalid_request(errors);
  if (!request.headers.find("If-Match")) return precondition_required();
  return std::nullopt;
}
std::optional<http::Response> read_input(const http::Request& request, ImportThingsInput& input) {
  json::Errors errors;
  constexpr std::array<std::string_view, 0> query{};
  const Parameters parameters(request, query, errors);
  static_cast<void>(input);
  if (!errors.empty()) return invalid_request(errors);
  return std::nullopt;
}
std::optional<http::Response> read_input(const http::Request& request, DeleteThingsInput& input) {
  json::Errors errors;
  constexpr std::array<std::string_view, 0> query{};
  const Parameters parameters(request, query, errors);
  static_cast<void>(input);
  if (!errors.empty()) return invalid_request(errors);
  return std::nullopt;
}
std::optional<http::Response> read_input(const http::Request& request, FindPartsInput& input) {
  json::Errors errors;
  constexpr std::array<std::string_view, 5> query{"colour", "marks", "since", "most", "whole"};
  constexpr std::array<std::string_view, 1> lists{"marks"};
  const Parameters parameters(request, query, errors, lists);
  parameters.required("path:thingId", json::UuidRule{}, input.thing_id);
  parameters.optional("query:colour", json::TypeRule{}, input.colour);
  parameters.optional("query:marks", json::ArrayRule<json::StringRule>{.item = json::StringRule{.min_length = 1}, .max_items = 3}, input.marks);
  parameters.optional("query:since", json::TimeRule{}, input.since);
  parameters.optional("query:most", json::IntegerRule{.minimum = 1}, input.most);
  parameters.required("query:whole", json::BooleanRule{}, input.whole);
  parameters.optional("header:Idempotency-Key", json::StringRule{.max_length = 10}, input.idempotency_key);
  json::Memory memory;
  if (const auto document = read_body(request, BodyIs::optional, memory, errors)) {
    read(*document, json::Path{}, errors, json::TypeRule{}, input.body.emplace());
  }
  if (!errors.empty()) return invalid_request(errors);
  return std::nullopt;
}

template <class Answer, class Input>
Task<http::Response> call(Api& api, Task<Answer> (Api::*operation)(http::Request, Input), http::Request request) {
  Input input;
  if (auto refusal = read_input(request, input)) co_return std::move(*refusal);
  auto answer = co_await (api.*operation)(std::move(request), std::move(input));
  co_return std::move(answer).response();
}
}

std::vector<http::Route> routes([[maybe_unused]] Api& api) {
  std::vector<http::Route> table;
  table.reserve(4);
  table.push_back({.method = http::Method::get,
                   .pattern = "/api/v1/things",
                   .operation = operation::list_things,
                   .access = http::Access::person,
                   .handler = [&api](http::Request request) { return call(api, &Api::list_things, std::move(request)); }});
  table.push_back({.method = http::Method::post,
                   .pattern = "/api/v1/things",
                   .operation = operation::create_thing,
                   .access = http::Access::anonymous,
                   .max_body = 65536,
                   .media_types = {"application/json", "application/x-www-form-urlencoded"},
                   .handler = [&api](http::Request request) { return call(api, &Api::create_thing, std::move(request)); }});
  table.push_back({.method = http::Method::patch,
                   .pattern = "/api/v1/things/{thingId}",
                   .operation = operation::update_thing,
                   .access = http::Access::optional_person,
                   .max_body = 65536,
                   .media_types = {"application/merge-patch+json"},
                   .handler = [&api](http::Request request) { return call(api, &Api::update_thing, std::move(request)); }});
  table.push_back({.method = http::Method::post,
                   .pattern = "/api/v1/things/import",
                   .operation = operation::import_things,
                   .access = http::Access::person,
                   .max_body = 4096,
                   .media_types = {"text/csv"},
                   .handler = [&api](http::Request request) { return call(api, &Api::import_things, std::move(request)); }});
  return table;
}
std::vector<http::Route> internal_routes([[maybe_unused]] Api& api) {
  std::vector<http::Route> table;
  table.reserve(2);
  table.push_back({.method = http::Method::del,
                   .pattern = "/internal/things",
                   .operation = operation::delete_things,
                   .access = http::Access::service,
                   .handler = [&api](http::Request request) { return call(api, &Api::delete_things, std::move(request)); }});
  table.push_back({.method = http::Method::post,
                   .pattern = "/internal/things/{thingId}/parts",
                   .operation = operation::find_parts,
                   .access = http::Access::service,
                   .media_types = {"application/json"},
                   .handler = [&api](http::Request request) { return call(api, &Api::find_parts, std::move(request)); }});
  return table;
}

}  // namespace mrbill::contract::sample
