// The emitted client against the emitted routes: what one asks for is what the other reads.
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include <contract/sample_client.hpp>
#include <contract/sample_routes.hpp>
#include <http/problem.hpp>
#include <http/server_fixture.hpp>
#include <testing/run.hpp>

namespace mrbill::contract::sample {
namespace {

const Uuid thing = Uuid::parse("0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11").value();

class Finder final : public Api {
 public:
  FindPartsInput asked;
  std::string token;
  http::Response answer = http::json_response(200, to_json(Part{.colour = Colour::dark_green}));

  Task<ListThingsAnswer> list_things(http::Request, ListThingsInput) override {
    co_return http::no_content();
  }
  Task<CreateThingAnswer> create_thing(http::Request, CreateThingInput) override {
    co_return http::no_content();
  }
  Task<UpdateThingAnswer> update_thing(http::Request, UpdateThingInput) override {
    co_return http::no_content();
  }
  Task<ImportThingsAnswer> import_things(http::Request, ImportThingsInput) override {
    co_return http::no_content();
  }
  Task<DeleteThingsAnswer> delete_things(http::Request, DeleteThingsInput) override {
    co_return http::no_content();
  }
  Task<FindPartsAnswer> find_parts(http::Request request, FindPartsInput input) override {
    asked = std::move(input);
    token = request.headers.get_or("Authorization", "");
    co_return answer;
  }
};

class SampleClient : public ::testing::Test {
 protected:
  SampleClient()
      : server([this](http::Shard& shard) {
          auto table = internal_routes(api);
          for (auto& route : table) route.access = http::Access::anonymous;  // tokens are the guard's
          shard.mount(std::move(table));
        }),
        client(io,
               {.base_url = "http://127.0.0.1:" + std::to_string(server.server().port()), .name = "sample"},
               registry) {}

  Part find(FindPartsInput input = {}) {
    return testing::run(io, find_parts(client, std::move(input), {.token = "t"}));
  }

  Finder api;
  metrics::Registry registry;
  asio::io_context io;
  http::testing::RunningServer server;
  http::Client client;
};

TEST_F(SampleClient, asks_for_what_the_handler_then_reads) {
  const FindPartsInput input{.thing_id = thing,
                             .colour = Colour::dark_green,
                             .marks = {"a+b &=", "ç%2C"},
                             .since = from_rfc3339("2026-01-31T08:05:00.25Z"),
                             .most = 7,
                             .whole = true,
                             .idempotency_key = "k 1",
                             .body = NewThing{.name = "b\\x", .size = 2}};
  find(input);
  EXPECT_EQ(api.asked, input);
  EXPECT_EQ(api.token, "Bearer t");
}

TEST_F(SampleClient, leaves_out_what_is_nothing) {
  EXPECT_EQ(call_of(FindPartsInput{.thing_id = thing}).target,
            "/internal/things/" + thing.to_string() + "/parts?colour=RED&most=10&whole=false");
  find({.thing_id = thing});
  EXPECT_EQ(api.asked, (FindPartsInput{.thing_id = thing}));
}

TEST_F(SampleClient, gives_the_message_that_was_answered_though_a_newer_server_says_more) {
  EXPECT_EQ(find().colour, Colour::dark_green);
  api.answer = http::json_response(200, R"({"colour":"RED","later":1})");
  EXPECT_EQ(find().colour, Colour::red);
  EXPECT_NO_THROW(testing::run(io, delete_things(client, {}, {.token = "t"})));
}

TEST_F(SampleClient, takes_any_other_answer_for_none) {
  api.answer = http::json_response(200, R"({"colour":"BLUE"})");
  EXPECT_THROW(find(), http::UpstreamUnavailable);
  api.answer = http::problem_of(ErrorCode::not_found, "Nothing.");
  EXPECT_THROW(find(), http::UpstreamUnavailable);
}

TEST_F(SampleClient, fails_for_good_where_the_question_is_wrong) {
  try {
    find({.most = 0});
    FAIL() << "0 is below the contract's minimum";
  } catch (const http::UpstreamUnavailable&) {
    FAIL() << "asking again would not help";
  } catch (const std::runtime_error&) {
  }
}

}  // namespace
}  // namespace mrbill::contract::sample
