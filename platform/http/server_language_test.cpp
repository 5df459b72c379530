// In which language a problem is told.
#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/phrasebook.hpp>
#include <http/problem.hpp>
#include <http/server_fixture.hpp>

namespace mrbill::http {
namespace {

using ::testing::HasSubstr;
using testing::RawAnswer;
using testing::RunningServer;

constexpr std::array<Phrase, 3> phrases{
    {{"already_over", "It is broken.", "Quebrou."},
     {"malformed_request", "The Host field names no host.", "Sem host."},
     {"not_found", "There is nothing at this address.", "Não há nada neste endereço."}}};
constexpr Phrasebook book{"pt-BR", phrases, {}};

Task<Response> broken(Request) {
  co_return problem_of(ErrorCode::already_over, "It is broken.");
}

// Whoever shows a token is the person whose profile says that language.
class ByLocale final : public Authenticator {
  Task<std::optional<Response>> admit(Request& request, Access) override {
    request.principal = Principal{};
    request.principal->locale = std::string(request.headers.get_or("Authorization", ""));
    co_return std::nullopt;
  }
};

void compose(Shard& shard) {
  shard.authenticate_with(std::make_shared<ByLocale>());
  shard.mount({{.method = Method::get, .pattern = "/broken", .operation = "broken", .handler = broken}});
}

class ServerLanguage : public ::testing::Test {
 protected:
  static ServerOptions options() {
    auto out = RunningServer::quiet();
    out.phrasebook = &book;
    return out;
  }
  std::optional<RawAnswer> get(std::string_view path, const std::string& fields) {
    return server_.client().ask("GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  }
  void expect(std::string_view path, const std::string& fields, std::string_view language,
              const char* detail) {
    const auto answer = get(path, fields);
    ASSERT_TRUE(answer) << fields;
    EXPECT_EQ(answer->headers.get_or("Content-Language", ""), language) << fields;
    EXPECT_THAT(answer->body, HasSubstr(detail)) << fields;
  }
  RunningServer server_{compose, options()};
};

TEST_F(ServerLanguage, is_the_one_that_accept_language_wants) {
  expect("/broken", "Accept-Language: en;q=0.3, PT-br\r\n", "pt-BR",
         "\"code\":\"already_over\",\"detail\":\"Quebrou.\"");
  expect("/broken", "Accept-Language: en, pt;q=0.9\r\n", "en", "It is broken.");
  expect("/nowhere", "Accept-Language: pt\r\n", "pt-BR", "Não há nada");
}

TEST_F(ServerLanguage, is_else_the_one_of_the_profile) {
  expect("/broken", "Authorization: pt-BR\r\n", "pt-BR", "Quebrou.");
  expect("/broken", "Authorization: en\r\n", "en", "It is broken.");
  expect("/broken", "Authorization: pt-BR\r\nAccept-Language: fr\r\n", "pt-BR", "Quebrou.");
  expect("/broken", "Authorization: pt-BR\r\nAccept-Language: en\r\n", "en", "It is broken.");
}

TEST_F(ServerLanguage, is_english_where_nothing_is_said) {
  expect("/broken", "", "en", "It is broken.");
  expect("/broken", "Authorization: fr\r\n", "en", "It is broken.");
}

TEST_F(ServerLanguage, is_heard_in_what_is_refused_before_it_has_a_route) {
  const auto answer =
      server_.client().ask("GET /broken HTTP/1.1\r\nHost: a b\r\nAccept-Language: pt-BR\r\n\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->headers.get_or("Content-Language", ""), "pt-BR");
  EXPECT_THAT(answer->body, HasSubstr("Sem host."));
}

}  // namespace
}  // namespace mrbill::http
