// The emitted routes over the generator's sample contract, which has one of each thing.
#include <algorithm>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <gtest/gtest.h>

#include <contract/sample_routes.hpp>
#include <http/etag.hpp>
#include <http/problem.hpp>
#include <testing/run.hpp>

namespace mrbill::contract::sample {
namespace {

constexpr std::string_view id = "0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11";

http::Request with_query(std::string query) {
  http::Request request;
  request.query = std::move(query);
  return request;
}
http::Request with_body(std::string body) {
  http::Request request;
  request.body = std::move(body);
  return request;
}

class Recorder final : public Api {
 public:
  ListThingsInput listed;
  CreateThingInput created;
  UpdateThingInput updated;
  std::string imported;

  Task<ListThingsAnswer> list_things(http::Request, ListThingsInput input) override {
    listed = std::move(input);
    co_return http::json_response(200, to_json(ThingList{}));
  }
  Task<CreateThingAnswer> create_thing(http::Request, CreateThingInput input) override {
    created = std::move(input);
    co_return http::no_content();
  }
  Task<UpdateThingAnswer> update_thing(http::Request, UpdateThingInput input) override {
    updated = std::move(input);
    co_return http::no_content();
  }
  Task<ImportThingsAnswer> import_things(http::Request request, ImportThingsInput) override {
    imported = request.body;
    co_return http::no_content();
  }
  Task<DeleteThingsAnswer> delete_things(http::Request, DeleteThingsInput) override {
    co_return http::no_content();
  }
  Task<FindPartsAnswer> find_parts(http::Request, FindPartsInput) override { co_return http::no_content(); }
};

class Routes : public ::testing::Test {
 protected:
  http::Response call(std::string_view operation, http::Request request) {
    for (const auto& table : {routes(api), internal_routes(api)}) {
      const auto route = std::ranges::find(table, operation, &http::Route::operation);
      if (route != table.end()) return testing::run(route->handler(std::move(request)));
    }
    throw std::runtime_error("there is no such operation");
  }
  http::Response list(std::string query) { return call("listThings", with_query(std::move(query))); }
  http::Response create(std::string body, std::string type = "application/json") {
    auto request = with_body(std::move(body));
    request.headers.set("Content-Type", std::move(type));
    return call("createThing", std::move(request));
  }
  static http::Request of_thing(std::string thing) {
    http::Request request;
    request.path_parameters.emplace_back("thingId", std::move(thing));
    return request;
  }

  Recorder api;
};

// The answer is 400 and names this place with this code.
void expect_refused(const http::Response& response, std::string_view pointer, std::string_view code) {
  EXPECT_EQ(response.status, 400U);
  const auto wanted = "{\"pointer\":\"" + std::string(pointer) + "\",\"code\":\"" + std::string(code) + "\"";
  EXPECT_NE(response.body.find(wanted), std::string::npos) << wanted << " in " << response.body;
}

template <ErrorCode code>
constexpr bool may_answer = std::is_constructible_v<UpdateThingAnswer, http::Problem<code>>;

TEST(Answer, has_the_codes_that_the_contract_names_for_the_operation_and_no_other) {
  static_assert(may_answer<ErrorCode::stale> && may_answer<ErrorCode::idempotency_key_in_use>);
  static_assert(!may_answer<ErrorCode::not_found> && !may_answer<ErrorCode::invalid_request>);
  using Fewer = http::ResponseOr<ErrorCode::stale>;
  static_assert(std::is_constructible_v<UpdateThingAnswer, Fewer>);
  static_assert(!std::is_constructible_v<Fewer, UpdateThingAnswer>);
  static_assert(!std::is_constructible_v<ListThingsAnswer, http::Problem<ErrorCode::stale>>);
  UpdateThingAnswer answer = Fewer(http::stale());
  EXPECT_EQ(std::move(answer).response().status, 412U);
}

TEST_F(Routes, carry_what_the_contract_says_of_each_operation) {
  const auto table = routes(api);
  ASSERT_EQ(table.size(), 4U);
  EXPECT_EQ(table[0].pattern, "/api/v1/things");
  EXPECT_EQ(table[0].access, http::Access::person);
  EXPECT_EQ(table[1].access, http::Access::anonymous);
  EXPECT_EQ(table[1].media_types.size(), 2U);
  EXPECT_EQ(table[2].access, http::Access::optional_person);
  EXPECT_EQ(table[3].max_body, 4096U);
  const auto internal = internal_routes(api);
  ASSERT_EQ(internal.size(), 2U);
  EXPECT_EQ(internal[0].method, http::Method::del);
  EXPECT_EQ(internal[0].access, http::Access::service);
}

TEST_F(Routes, fill_parameters_and_leave_out_what_was_not_sent) {
  EXPECT_EQ(list("big=true").status, 200U);
  EXPECT_EQ(api.listed.page, std::nullopt);
  EXPECT_EQ(api.listed.sort_by, std::nullopt);
  EXPECT_EQ(api.listed.colour, Colour::red);
  EXPECT_TRUE(api.listed.tags.empty());
  EXPECT_TRUE(api.listed.big);

  EXPECT_EQ(list("page=2&sortBy=public&colour=DARK_GREEN&tags=c%2B%2B,sql&big=false").status, 200U);
  EXPECT_EQ(api.listed.page, 2);
  EXPECT_EQ(api.listed.sort_by, SortBy::public_);
  EXPECT_EQ(api.listed.colour, Colour::dark_green);
  EXPECT_EQ(api.listed.tags, (std::vector<std::string>{"c++", "sql"}));
  EXPECT_FALSE(api.listed.big);
}

TEST_F(Routes, take_a_list_by_commas_and_by_its_name_repeated) {
  EXPECT_EQ(list("big=true&tags=a&tags=b,c").status, 200U);
  EXPECT_EQ(api.listed.tags, (std::vector<std::string>{"a", "b", "c"}));
  expect_refused(list("big=true&tags=a,b&tags=c,d"), "query:tags", "too_many");
}

TEST_F(Routes, take_an_empty_list_for_none) {
  EXPECT_EQ(list("big=true&tags=").status, 200U);
  EXPECT_TRUE(api.listed.tags.empty());
  expect_refused(list("big=true&tags=,"), "query:tags/0", "too_short");
}

TEST_F(Routes, take_a_plus_for_a_plus) {
  EXPECT_EQ(list("big=true&tags=c++,sql").status, 200U);
  EXPECT_EQ(api.listed.tags, (std::vector<std::string>{"c++", "sql"}));
  EXPECT_EQ(list("big=true&since=2026-01-31T09:05:00+01:00&zone=Etc/GMT+3&tags=a+b").status, 200U);
  EXPECT_EQ(api.listed.since, from_rfc3339("2026-01-31T08:05:00Z"));
  EXPECT_EQ(api.listed.zone, "Etc/GMT+3");
  EXPECT_EQ(api.listed.tags, (std::vector<std::string>{"a b"}));
}

TEST_F(Routes, refuse_bad_parameters_all_at_once) {
  const auto response = list("page=0&sortBy=size&tags=a,,b&big=yes&other=1&page=3");
  expect_refused(response, "query:page", "range");
  expect_refused(response, "query:sortBy", "enum");
  expect_refused(response, "query:tags/1", "too_short");
  expect_refused(response, "query:big", "type");
  expect_refused(response, "query:other", "unknown_parameter");
  expect_refused(response, "query:page", "repeated");
  expect_refused(list(""), "query:big", "required");
  expect_refused(list("big=true&page=1x"), "query:page", "type");
  expect_refused(list("big=true&page="), "query:page", "type");
  expect_refused(list("big=true&page=99999999999999999999"), "query:page", "range");
  expect_refused(list("big=true&colour="), "query:colour", "enum");
  EXPECT_EQ(list("big=%zz").status, 400U);
  EXPECT_EQ(list("big=true&colour=%FF").status, 400U);
}

TEST_F(Routes, read_a_body_with_its_defaults) {
  EXPECT_EQ(
      create(
          R"({"name":"box","address":null,"parts":[{"colour":"RED","since":"2026-01-31T09:05:00Z"}],"extra":{"a":[1]}})")
          .status,
      204U);
  EXPECT_EQ(api.created.body.name, "box");
  EXPECT_EQ(api.created.body.address, std::nullopt);
  EXPECT_EQ(api.created.body.size, 3);
  EXPECT_EQ(api.created.body.weight, std::nullopt);
  EXPECT_EQ(api.created.body.parts.at(0).colour, Colour::red);
  EXPECT_EQ(api.created.body.extra, R"({"a":[1]})");
}

TEST_F(Routes, refuse_a_bad_body_with_every_place) {
  const auto response = create(
      R"({"name":"too long","address":"x","size":10,"weight":"1","parts":[{},{"colour":"BLUE"}],"role":1,"extra":[]})");
  expect_refused(response, "/name", "too_long");
  expect_refused(response, "/address", "format");
  expect_refused(response, "/size", "range");
  expect_refused(response, "/weight", "type");
  expect_refused(response, "/parts/0/colour", "required");
  expect_refused(response, "/parts/1/colour", "enum");
  expect_refused(response, "/role", "unknown_field");
  expect_refused(response, "/extra", "type");
  expect_refused(create(R"({"name":"a\"b"})"), "/name", "pattern");
  expect_refused(create(R"({"name":"a","name":"b"})"), "/name", "duplicate_key");
  expect_refused(create(R"({"name":"\ud800"})"), "", "lone_surrogate");
  expect_refused(create(R"({"name":null})"), "/name", "type");
  expect_refused(create("[]"), "", "type");
  expect_refused(create("{"), "", "syntax");
  expect_refused(create(""), "", "required");
}

TEST_F(Routes, read_a_form_like_a_body_and_take_empty_fields_for_none) {
  EXPECT_EQ(create("name=b%26x&address=", "application/x-www-form-urlencoded; charset=utf-8").status, 204U);
  EXPECT_EQ(api.created.body.name, "b&x");
  EXPECT_EQ(api.created.body.address, std::nullopt);
  expect_refused(create("name=a&name=b", "application/x-www-form-urlencoded"), "/name", "repeated");
  expect_refused(create("nome=a", "application/x-www-form-urlencoded"), "/nome", "unknown_field");
  expect_refused(create("name=%zz", "application/x-www-form-urlencoded"), "", "encoding");
}

TEST_F(Routes, read_headers_and_cookies) {
  auto request = with_body(R"({"name":"box"})");
  request.headers.set("idempotency-key", "k1");
  request.headers.set("Cookie", "other=1; mark=abc");
  EXPECT_EQ(call("createThing", request).status, 204U);
  EXPECT_EQ(api.created.idempotency_key, "k1");
  EXPECT_EQ(api.created.mark, "abc");

  request.headers.set("Idempotency-Key", "eleven sign");
  expect_refused(call("createThing", request), "header:Idempotency-Key", "too_long");
  request.headers.set("Idempotency-Key", "\xFF");
  expect_refused(call("createThing", request), "header:Idempotency-Key", "encoding");
}

TEST_F(Routes, read_an_idempotency_key_strictly) {
  auto request = with_body(R"({"name":"box"})");
  EXPECT_EQ(call("createThing", request).status, 204U);
  EXPECT_EQ(api.created.idempotency_key, std::nullopt);
  for (const auto& good : {std::string("a"), std::string("!~"), std::string(10, 'x')}) {
    request.headers.set("Idempotency-Key", good);
    EXPECT_EQ(call("createThing", request).status, 204U) << good;
    EXPECT_EQ(api.created.idempotency_key, good);
  }
  for (const auto& [bad, code] :
       {std::pair("", "too_short"), std::pair("elevensigns", "too_long"), std::pair("a b", "pattern"),
        std::pair("a\tb", "pattern"), std::pair("\xc3\xa4", "pattern"), std::pair("\x7f", "pattern")}) {
    request.headers.set("Idempotency-Key", bad);
    expect_refused(call("createThing", request), "header:Idempotency-Key", code);
  }
  request.headers.set("Idempotency-Key", "a");
  request.headers.add("idempotency-key", "a");
  expect_refused(call("createThing", request), "header:Idempotency-Key", "repeated");
}

TEST_F(Routes, demand_if_match_with_428_once_the_rest_is_good) {
  EXPECT_EQ(call("updateThing", of_thing(std::string(id))).status, 428U);
  expect_refused(call("updateThing", of_thing("1")), "path:thingId", "format");
  auto request = of_thing(std::string(id));
  request.headers.set("If-Match", "\"7\"");
  EXPECT_EQ(call("updateThing", request).status, 204U);
  EXPECT_EQ(api.updated.thing_id.to_string(), id);
  EXPECT_EQ(api.updated.if_match, "\"7\"");
  EXPECT_FALSE(api.updated.body);
}

TEST_F(Routes, hand_over_a_merge_patch_with_its_three_states) {
  auto request = of_thing(std::string(id));
  request.headers.set("If-Match", "*");
  request.body = R"({"note":null})";
  EXPECT_EQ(call("updateThing", request).status, 204U);
  ASSERT_TRUE(api.updated.body);
  EXPECT_TRUE(api.updated.body->name.is_absent());
  EXPECT_TRUE(api.updated.body->note.is_null());
  request.body = R"({"name":null})";
  expect_refused(call("updateThing", request), "/name", "type");
}

TEST_F(Routes, pass_other_media_types_on_unread) {
  EXPECT_EQ(call("importThings", with_body("a;b\n")).status, 204U);
  EXPECT_EQ(api.imported, "a;b\n");
}

TEST(Messages, are_written_with_null_for_nothing_and_without_what_may_be_left_out) {
  const auto uuid = *Uuid::parse(id);
  EXPECT_EQ(
      to_json(Thing{.thing_id = uuid, .name = "a\"b", .parts = {{.colour = Colour::dark_green}}}),
      R"({"thingId":"0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11","name":"a\"b","note":null,"parts":[{"colour":"DARK_GREEN"}]})");
  EXPECT_NE(to_json(Thing{.thing_id = uuid, .secret = "s"}).find(R"("secret":"s")"), std::string::npos);
}

}  // namespace
}  // namespace mrbill::contract::sample
