#include <gtest/gtest.h>

#include <http/stream_places.hpp>
#include <testing/run.hpp>

namespace mrbill::http {
namespace {

Uuid uuid(std::uint8_t number) {
  Uuid uuid;
  uuid.bytes[15] = number;
  return uuid;
}

Request request_of(std::uint8_t tenant, std::uint8_t user) {
  Request request;
  request.principal = Principal{};
  request.principal->tenant = TenantId{uuid(tenant)};
  request.principal->user = UserId{uuid(user)};
  return request;
}

Task<std::optional<std::string>> one_piece() {
  co_return "piece";
}
Task<Response> streamed(Request) {
  Response response;
  response.stream = one_piece;
  co_return response;
}
Task<Response> whole(Request) {
  co_return json_response(200, "{}");
}

class BoundedStreams : public ::testing::Test {
 protected:
  Response ask(Request request, Handler handler = streamed) {
    Route route{.method = Method::get, .pattern = "/", .operation = "x", .handler = std::move(handler)};
    const auto routes = with_bounded_streams({std::move(route)}, places);
    return testing::run(routes.front().handler(std::move(request)));
  }
  std::shared_ptr<StreamPlaces> places =
      std::make_shared<StreamPlaces>(StreamBounds{.of_person = 2, .of_company = 3});
};

TEST_F(BoundedStreams, of_a_person_are_refused_beyond_the_bound_until_one_ends) {
  auto first = ask(request_of(1, 1));
  const auto second = ask(request_of(1, 1));
  const auto refused = ask(request_of(1, 1));
  EXPECT_EQ(refused.status, 429U);
  EXPECT_FALSE(refused.stream);
  EXPECT_NE(refused.body.find("too_many_streams"), std::string::npos);
  EXPECT_EQ(refused.headers.get_or("Retry-After", ""), "5");
  first = {};
  EXPECT_EQ(ask(request_of(1, 1)).status, 200U);
}

TEST_F(BoundedStreams, of_a_company_are_refused_beyond_its_bound_and_others_are_not) {
  std::vector<Response> open;
  for (std::uint8_t user = 1; user <= 3; ++user) open.push_back(ask(request_of(1, user)));
  EXPECT_EQ(open.back().status, 200U);
  EXPECT_EQ(ask(request_of(1, 4)).status, 429U);
  EXPECT_EQ(ask(request_of(2, 5)).status, 200U);
  open.clear();
  EXPECT_EQ(ask(request_of(1, 4)).status, 200U);
}

TEST_F(BoundedStreams, leave_answers_that_are_not_streamed_and_people_who_are_not_known_alone) {
  std::vector<Response> open;
  for (int i = 0; i < 5; ++i) open.push_back(ask(request_of(1, 1), whole));
  for (int i = 0; i < 5; ++i) open.push_back(ask(Request{}));
  for (const auto& answer : open) EXPECT_EQ(answer.status, 200U);
}

TEST_F(BoundedStreams, say_what_they_said) {
  const auto answer = ask(request_of(1, 1));
  EXPECT_EQ(testing::run(answer.stream()), "piece");
}

}  // namespace
}  // namespace mrbill::http
