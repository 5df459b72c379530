#include "api/pages.hpp"

#include <gtest/gtest.h>

#include <http/problem.hpp>

namespace mrbill::auth {
namespace {

constexpr auto purposes = {LinkPurpose::verify_email, LinkPurpose::reset_password, LinkPurpose::invitation};
constexpr auto standings = {LinkStanding::open, LinkStanding::used, LinkStanding::expired,
                            LinkStanding::withdrawn, LinkStanding::unknown};
constexpr auto languages = {locales::Language::portuguese, locales::Language::english};

ShownLink link_of(LinkPurpose purpose, LinkStanding standing, bool has_account = false) {
  ShownLink link{.standing = standing};
  if (purpose != LinkPurpose::invitation || standing == LinkStanding::unknown) return link;
  InvitationOffer offer{.invitation = {.id = {},
                                       .email = *EmailAddress::parse("rui@example.com"),
                                       .role = Role::user,
                                       .invited_by = {},
                                       .created_at = {},
                                       .expires_at = {},
                                       .accepted_at = {},
                                       .withdrawn_at = {}},
                        .tenant = {},
                        .tenant_name = "Souza Labs",
                        .account = std::nullopt,
                        .inviter_name = "Ana <b>"};
  if (has_account) offer.account = UserId{};
  link.offer = std::move(offer);
  return link;
}

void expect_a_whole_page(const http::Response& page) {
  const auto& html = page.body;
  EXPECT_TRUE(html.find("<form") != std::string::npos || html.find("class=\"go\"") != std::string::npos)
      << html;
  for (const auto* hole : {"{0}", "{1}", "{2}", "<script", "<b>"})
    EXPECT_EQ(html.find(hole), std::string::npos) << html;
  EXPECT_EQ(html.find("<h1></h1>"), std::string::npos) << html;
}

using contract::ErrorCode;

PageTrouble trouble(ErrorCode code, std::vector<http::FieldError> errors = {}) {
  return trouble_of(http::problem_of(code, "", std::move(errors)));
}

TEST(Pages, have_a_next_step_however_a_link_stands) {
  for (const auto language : languages) {
    for (const auto purpose : purposes) {
      for (const auto standing : standings) {
        for (const bool has_account : {false, true}) {
          const auto link = link_of(purpose, standing, has_account);
          expect_a_whole_page(link_page(page_words(language), purpose, link, "token", std::nullopt));
          expect_a_whole_page(
              link_page(page_words(language), purpose, link, "token", trouble(ErrorCode::invalid_token)));
        }
      }
      expect_a_whole_page(done_page(page_words(language), purpose, link_of(purpose, LinkStanding::used)));
    }
    expect_a_whole_page(mail_sent_page(page_words(language), "ana@example.com"));
    expect_a_whole_page(failed_page(page_words(language), 503));
  }
}

TEST(Pages, say_by_their_status_whether_the_link_is_good) {
  const auto& words = page_words(locales::Language::portuguese);
  const auto status = [&](LinkStanding standing) {
    return link_page(words, LinkPurpose::reset_password, link_of(LinkPurpose::reset_password, standing), "t",
                     std::nullopt)
        .status;
  };
  EXPECT_EQ(status(LinkStanding::open), 200U);
  EXPECT_EQ(status(LinkStanding::used), 410U);
  EXPECT_EQ(status(LinkStanding::expired), 410U);
  EXPECT_EQ(status(LinkStanding::unknown), 404U);
}

TEST(Pages, say_what_is_wrong_with_a_form_and_show_it_again) {
  const auto& words = page_words(locales::Language::portuguese);
  const auto told = [&](const PageTrouble& why) {
    const auto page = link_page(words, LinkPurpose::invitation,
                                link_of(LinkPurpose::invitation, LinkStanding::open, true), "t-o-k", why);
    EXPECT_EQ(page.status, why.status);
    EXPECT_NE(page.body.find("value=\"t-o-k\""), std::string::npos);
    return page.body;
  };
  EXPECT_NE(told(trouble(ErrorCode::invalid_credentials)).find("A senha n\u00e3o confere"),
            std::string::npos);
  EXPECT_NE(told(trouble(ErrorCode::account_locked)).find("bloqueada"), std::string::npos);
  EXPECT_NE(
      told(trouble(ErrorCode::invalid_request, {{"/password", "too_common", ""}})).find("primeiras que"),
      std::string::npos);
  EXPECT_NE(told(trouble(ErrorCode::invalid_request, {{"/fullName", "required", ""}})).find("nome completo"),
            std::string::npos);
  EXPECT_NE(told({.status = 409, .code = "something_new"}).find("N\u00e3o deu certo"), std::string::npos);
}

TEST(Pages, keep_the_name_that_was_typed_when_the_password_was_refused) {
  auto why = trouble(ErrorCode::invalid_request, {{"/password", "too_short", ""}});
  why.full_name = "Z\u00e9 \"Gol\" d'\u00c1vila";
  const auto page = link_page(page_words(locales::Language::portuguese), LinkPurpose::invitation,
                              link_of(LinkPurpose::invitation, LinkStanding::open, false), "t-o-k", why);
  EXPECT_NE(page.body.find("name=\"fullName\" required autocomplete=\"name\" value=\"Z\u00e9 &quot;Gol"),
            std::string::npos)
      << page.body;
}

TEST(Pages, say_how_long_to_wait_as_one_says_it) {
  const auto& words = page_words(locales::Language::portuguese);
  const auto told = [&](const std::string& seconds) {
    auto why = trouble(ErrorCode::too_many_requests);
    why.wait = seconds;
    return link_page(words, LinkPurpose::reset_password,
                     link_of(LinkPurpose::reset_password, LinkStanding::open), "t", why)
        .body;
  };
  EXPECT_NE(told("1").find("Tente de novo daqui a pouco."), std::string::npos);
  EXPECT_NE(told("45").find("Aguarde 45 segundos"), std::string::npos);
  EXPECT_NE(told("841").find("Aguarde 15 minutos"), std::string::npos);
  EXPECT_NE(told("").find("Tente de novo daqui a pouco."), std::string::npos);
}

TEST(Pages, are_spoken_in_what_the_browser_asks_for_else_in_the_installations_language) {
  http::Request request;
  EXPECT_EQ(page_words_for(request, "pt-BR").language, "pt-BR");
  EXPECT_EQ(page_words_for(request, "en").language, "en");
  request.headers.set("Accept-Language", "en-GB,en;q=0.8");
  EXPECT_EQ(page_words_for(request, "pt-BR").language, "en");
  request.headers.set("Accept-Language", "de");
  EXPECT_EQ(page_words_for(request, "pt-BR").language, "pt-BR");
}

}  // namespace
}  // namespace mrbill::auth
