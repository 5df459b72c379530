#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <http/phrasebook.hpp>
#include <http/problem.hpp>
#include <http/problem_page.hpp>
#include <http/server_fixture.hpp>

namespace mrbill::http {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawAnswer;
using testing::RunningServer;

constexpr std::array<Phrase, 4> phrases{
    {{"internal", "Something went wrong on our side. The request id helps us find it.", "Algo deu errado."},
     {"method_not_allowed", "This resource does not have that method.", "Este recurso não aceita isso."},
     {"not_found", "There is nothing at this address.", "Não há nada neste endereço."},
     {"rate_limited", "Too <many> requests.", "Requisições <demais>."}}};
constexpr Phrasebook book{"pt-BR", phrases, {}};
constexpr auto browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n";
constexpr auto form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n";

Request request_of(std::string path, std::string accept, std::string content_type = "") {
  Request request;
  request.path = std::move(path);
  request.headers.set("Accept", std::move(accept));
  request.headers.set("Content-Type", std::move(content_type));
  return request;
}

TEST(WantsPage, who_looks_with_a_browser_at_the_address_of_a_page) {
  const Pages pages{.addresses = {"/s", "/verify"}};
  EXPECT_TRUE(wants_page(request_of("/s/token", "text/html, */*;q=0.8"), pages));
  EXPECT_TRUE(wants_page(request_of("/verify", "image/png, TEXT/HTML;level=1"), pages));
  EXPECT_TRUE(
      wants_page(request_of("/verify", "*/*", "application/x-www-form-urlencoded; charset=utf-8"), pages));
  EXPECT_FALSE(wants_page(request_of("/verify", "*/*", "application/json"), pages)) << "a program";
  EXPECT_FALSE(wants_page(request_of("/verify", "text/html", "application/json"), pages)) << "a program";
  EXPECT_FALSE(wants_page(request_of("/verify", "text/html;q=0.0, application/json"), pages));
  EXPECT_FALSE(wants_page(request_of("/songs", "text/html"), pages));
  EXPECT_FALSE(wants_page(request_of("/api", "text/html"), pages)) << "no page";
}

TEST(WantsPage, is_as_the_weight_of_html_says_and_no_other_parameter) {
  const Pages pages{.addresses = {"/s"}};
  const auto wants = [&](std::string accept) {
    return wants_page(request_of("/s", std::move(accept)), pages);
  };
  EXPECT_TRUE(wants("text/html;faq=0")) << "another parameter";
  EXPECT_TRUE(wants("text/html ; level=1 ; q=0.1"));
  EXPECT_FALSE(wants("text/html;q=0;level=1")) << "another parameter";
  EXPECT_FALSE(wants("text/html; Q=0.000"));
  EXPECT_FALSE(wants("text/html;q=often")) << "no weight";
}

Task<Response> hello(Request) {
  co_return json_response(200, "{}");
}
Task<Response> broken(Request) {
  throw std::runtime_error("broken");
  co_return Response{};
}

void compose(Shard& shard) {
  const auto mount = [&](Method method, std::string_view path, Handler handler) {
    shard.mount({{.method = method,
                  .pattern = path,
                  .operation = path,
                  .access = Access::anonymous,
                  .media_types = {"*/*"},
                  .handler = std::move(handler)}});
  };
  mount(Method::get, "/s/{token}", hello);
  mount(Method::get, "/s/broken", broken);
  mount(Method::post, "/s/limited", hello);
  mount(Method::get, "/api", hello);
  shard.gate_with([](Request&, const Route& route) -> std::optional<Response> {
    if (route.pattern != "/s/limited") return std::nullopt;
    auto refusal = problem_of(ErrorCode::rate_limited, "Too <many> requests.");
    set_retry_after(refusal, std::chrono::seconds(7));
    refusal.headers.set("RateLimit-Remaining", "0");
    return refusal;
  });
}

class ProblemPage : public ::testing::Test {
 protected:
  static ServerOptions options() {
    auto out = RunningServer::quiet();
    out.phrasebook = &book;
    out.pages = {.addresses = {"/s"}, .in_phrasebook_language = true};
    return out;
  }
  RawAnswer ask(const std::string& line, const std::string& fields) {
    return *server_.client().ask(line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  }
  RunningServer server_{compose, options()};
};

TEST_F(ProblemPage, is_what_a_browser_gets_before_and_in_a_handler_of_a_page) {
  for (const auto& [line, fields, status, sentence] :
       {std::tuple("DELETE /s/token", browser, 405U, "Este recurso não aceita isso."),
        {"GET /s/token/nothing", browser, 404U, "Não há nada neste endereço."},
        {"GET /s/broken", browser, 500U, "Algo deu errado."},
        {"POST /s/limited", form, 429U, "Requisições &lt;demais&gt;."}}) {
    const auto page = ask(line, fields);
    EXPECT_EQ(page.status, status) << line;
    EXPECT_EQ(page.headers.get_or("Content-Type", ""), "text/html; charset=utf-8") << line;
    EXPECT_EQ(page.headers.get_or("Content-Language", ""), "pt-BR") << line;
    EXPECT_EQ(page.headers.get_or("Cache-Control", ""), "no-store") << line;
    EXPECT_THAT(page.body, AllOf(HasSubstr("<html lang=\"pt-BR\">"), HasSubstr(sentence),
                                 HasSubstr("class=\"go\" href=\"/\">Ir para o Mr Bill"),
                                 Not(HasSubstr("{"
                                               "title}"))))
        << line;
  }
}

TEST_F(ProblemPage, keeps_the_fields_of_the_problem) {
  const auto limited = ask("POST /s/limited", form);
  EXPECT_EQ(limited.headers.get_or("Retry-After", ""), "7");
  EXPECT_EQ(limited.headers.get_or("RateLimit-Remaining", ""), "0");
  EXPECT_EQ(ask("DELETE /s/token", browser).headers.get_or("Allow", ""), "GET, HEAD, OPTIONS");
}

TEST_F(ProblemPage, speaks_the_readers_language_and_tells_the_next_step) {
  const auto page = ask("POST /s/limited", std::string(form) + "Accept-Language: en-GB\r\n");
  EXPECT_EQ(page.headers.get_or("Content-Language", ""), "en");
  EXPECT_THAT(page.body, AllOf(HasSubstr("<h1>That did not work just now</h1>"),
                               HasSubstr("Too &lt;many&gt; requests. Load this page again in a moment.")));
}

TEST_F(ProblemPage, is_not_for_programs_nor_for_addresses_of_theirs) {
  for (const auto& [line, fields] : {std::pair("DELETE /s/token", "Accept: */*\r\n"),
                                     {"DELETE /api", browser},
                                     {"GET /nowhere", browser}}) {
    const auto problem = ask(line, fields);
    EXPECT_EQ(problem.headers.get_or("Content-Type", ""), problem_media_type) << line;
    EXPECT_EQ(problem.headers.get_or("Content-Language", ""), "en") << line;
  }
  EXPECT_EQ(ask("GET /s/token", browser).body, "{}") << "what is no problem stays what it is";
}

}  // namespace
}  // namespace mrbill::http
