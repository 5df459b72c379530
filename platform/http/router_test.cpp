#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/router.hpp>

namespace mrbill::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using Found = Router::Found;

Router pocs() {
  Router router;
  router.add(Method::get, "/pocs", 1);
  router.add(Method::post, "/pocs", 2);
  router.add(Method::get, "/pocs/{pocId}", 3);
  router.add(Method::get, "/pocs/stats", 4);
  router.add(Method::put, "/pocs/{id}/favorite", 5);
  router.add(Method::del, "/pocs/{pocId}", 6);
  router.add(Method::get, "/pocs/stats/deep/end", 7);
  router.add(Method::get, "/objects/{key...}", 8);
  router.add(Method::get, "/", 9);
  return router;
}

std::size_t id(const Router::Outcome& outcome) {
  const auto* found = std::get_if<Found>(&outcome);
  return found ? found->id : 0;
}
std::vector<std::pair<std::string, std::string>> parameters(const Router::Outcome& outcome) {
  const auto* found = std::get_if<Found>(&outcome);
  return found ? found->parameters : std::vector<std::pair<std::string, std::string>>{};
}

TEST(Router, prefers_a_literal_to_a_parameter) {
  const auto router = pocs();
  EXPECT_EQ(id(router.find(Method::get, "/pocs/stats")), 4u);
  EXPECT_EQ(id(router.find(Method::get, "/pocs/statsx")), 3u);
  EXPECT_EQ(id(router.find(Method::get, "/")), 9u);
}

TEST(Router, comes_back_from_a_literal_that_leads_nowhere) {
  const auto outcome = pocs().find(Method::put, "/pocs/stats/favorite");
  EXPECT_EQ(id(outcome), 5u);
  EXPECT_THAT(parameters(outcome), ElementsAre(Pair("id", "stats")));
}

TEST(Router, names_parameters_as_the_route_does_and_decodes_them) {
  EXPECT_THAT(parameters(pocs().find(Method::get, "/pocs/a%20%C3%A4")),
              ElementsAre(Pair("pocId", "a \xc3\xa4")));
}

TEST(Router, gives_the_rest_of_a_path) {
  const auto router = pocs();
  EXPECT_THAT(parameters(router.find(Method::get, "/objects/temp/a%20b/c.json")),
              ElementsAre(Pair("key", "temp/a b/c.json")));
  EXPECT_THAT(parameters(router.find(Method::get, "/objects/one")), ElementsAre(Pair("key", "one")));
  for (auto bad : {"/objects", "/objects/", "/objects/a//b", "/objects/a/../b", "/objects/a/%2e%2e",
                   "/objects/a%2fb/c"}) {
    EXPECT_EQ(id(router.find(Method::get, bad)), 0u) << bad;
  }
}

TEST(Router, finds_nothing_that_could_be_read_in_two_ways) {
  const auto router = pocs();
  for (auto bad : {"", "pocs", "//", "//pocs", "/pocs/", "/pocs//", "/pocs/.", "/pocs/..", "/pocs/%2e",
                   "/pocs/%2E%2E", "/pocs/%2f", "/pocs/a%00b", "/pocs/a%0ab", "/pocs/%80", "/pocs/%",
                   "/pocs/../pocs", "/p%6fcs", "/POCS"}) {
    EXPECT_TRUE(std::holds_alternative<Router::NotFound>(router.find(Method::get, bad))) << bad;
  }
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "/a";
  EXPECT_EQ(id(router.find(Method::get, "/objects" + deep)), 0u);
}

TEST(Router, tells_which_methods_a_path_has) {
  const auto outcome = pocs().find(Method::patch, "/pocs/1");
  ASSERT_TRUE(std::holds_alternative<Router::WrongMethod>(outcome));
  EXPECT_EQ(std::get<Router::WrongMethod>(outcome).allow, "GET, DELETE, HEAD, OPTIONS");
}

TEST(Router, answers_head_by_get) {
  EXPECT_EQ(id(pocs().find(Method::head, "/pocs")), 1u);
}

TEST(RouterDeathTest, refuses_a_second_route_of_the_same_shape) {
  auto router = pocs();
  EXPECT_DEATH(router.add(Method::get, "/pocs/{other}", 10), "mounted once");
}

}  // namespace
}  // namespace mrbill::http
