#include "api/pages.hpp"

#include <base/number.hpp>
#include <base/unreachable.hpp>
#include <contract/pages.hpp>
#include <json/parse.hpp>

#include "api/page_layout.hpp"
#include "domain/mail_name.hpp"
#include "domain/password.hpp"

namespace mrbill::auth {
namespace {

namespace pages = contract::pages;

constexpr int max_name = 100;
constexpr int max_email = 255;

// Of an invitation: who, where and to which address.
struct Names {
  std::string inviter, company, email;
};

Names names_of(const PageWords& words, const ShownLink& link) {
  if (!link.offer) return {};
  const auto named = [](const std::string& name, std::string_view otherwise) {
    auto text = in_mail(name);
    return text.empty() ? std::string(otherwise) : text;
  };
  return {named(link.offer->inviter_name, words.somebody), named(link.offer->tenant_name, words.a_company),
          link.offer->invitation.email.text()};
}

PageContent told(const PageWords& words, const PageTold& said, const Names& names = {}) {
  return {.language = words.language,
          .title = filled(said.title, names.inviter, names.company, names.email),
          .text = filled(said.text, names.inviter, names.company, names.email)};
}

PageContent with_way_on(const PageWords& words, PageContent content) {
  content.to_start = words.to_start;
  return content;
}

std::string mail_form(const PageWords& words, LinkPurpose purpose, std::string_view email = "") {
  return PageForm(purpose == LinkPurpose::verify_email ? pages::verification_mails : pages::forgot_password)
      .field({.name = "email",
              .label = words.email,
              .kind = "email",
              .autocomplete = "email",
              .value = email,
              .max = max_email})
      .with_button(words.mail_button);
}

PageField new_password(const PageWords& words) {
  return {.name = "password",
          .label = words.new_password,
          .kind = "password",
          .autocomplete = "new-password",
          .least = static_cast<int>(Password::min_code_points),
          .max = static_cast<int>(Password::max_code_points)};
}

std::string open_form(const PageWords& words, LinkPurpose purpose, const ShownLink& link,
                      std::string_view token, const Names& names, std::string_view full_name) {
  switch (purpose) {
    case LinkPurpose::verify_email:
      return PageForm(pages::verify_email).hidden("token", token).with_button(words.confirm_button);
    case LinkPurpose::reset_password:
      return PageForm(pages::reset_password)
          .hidden("token", token)
          .field(new_password(words))
          .with_button(words.reset_button);
    case LinkPurpose::invitation:
      break;
  }
  if (link.offer && link.offer->account) {
    const PageField password{
        .name = "password", .label = words.password, .kind = "password", .autocomplete = "current-password"};
    return PageForm(pages::accept_invitation)
               .hidden("token", token)
               .field(password)
               .with_button(words.join_known_button) +
           PageForm(pages::forgot_password)
               .hidden("email", names.email)
               .with_button(words.forgot_button, true);
  }
  const PageField name{.name = "fullName",
                       .label = words.full_name,
                       .kind = "text",
                       .autocomplete = "name",
                       .value = full_name,
                       .max = max_name};
  return PageForm(pages::accept_invitation)
      .hidden("token", token)
      .field(name)
      .field(new_password(words))
      .with_button(words.join_new_button);
}

const PageTold& open_words(const PageWords& words, LinkPurpose purpose, const ShownLink& link) {
  switch (purpose) {
    case LinkPurpose::verify_email:
      return words.verify;
    case LinkPurpose::reset_password:
      return words.reset;
    case LinkPurpose::invitation:
      return link.offer && link.offer->account ? words.join_known : words.join_new;
  }
  unreachable();
}

// As somebody waits: in minutes where it is more than two.
std::string wait_of(const PageWords& words, const std::string& seconds) {
  const auto wait = number_in<int>(seconds).value_or(0);
  if (wait > 120) return filled(words.wait_minutes, "", "", std::to_string((wait + 59) / 60));
  return wait > 1 ? filled(words.wait, "", "", seconds) : std::string(words.wait_moment);
}

// What is wrong with the form, in a sentence; empty for what no form can mend.
std::string alert_of(const PageWords& words, const PageTrouble& trouble) {
  if (trouble.code == "invalid_credentials" || trouble.code == "sign_in_required")
    return std::string(words.wrong_password);
  if (trouble.code == "account_locked") return std::string(words.locked);
  if (trouble.status == 429) return wait_of(words, trouble.wait);
  if (trouble.pointer == "/password") {
    if (trouble.field_code == "too_common") return std::string(words.common_password);
    return std::string(trouble.field_code == "too_long" ? words.long_password : words.short_password);
  }
  if (trouble.pointer == "/fullName") return std::string(words.bad_name);
  if (trouble.pointer == "/email") return std::string(words.bad_email);
  return std::string(words.failed.title) + ". " + std::string(words.failed.text);
}

PageContent unknown_link(const PageWords& words, LinkPurpose purpose) {
  auto content = told(words, purpose == LinkPurpose::invitation ? words.broken_invitation : words.broken);
  if (purpose == LinkPurpose::invitation) return with_way_on(words, std::move(content));
  content.forms = mail_form(words, purpose);
  return content;
}

PageContent dead_invitation(const PageWords& words, const ShownLink& link) {
  const auto names = names_of(words, link);
  switch (link.standing) {
    case LinkStanding::used:
      return with_way_on(words, told(words, words.join_used, names));
    case LinkStanding::withdrawn:
      return with_way_on(words, told(words, words.join_withdrawn, names));
    case LinkStanding::open:
    case LinkStanding::expired:
    case LinkStanding::unknown:
      return with_way_on(words, told(words, words.join_expired, names));
  }
  unreachable();
}

PageContent dead_link(const PageWords& words, LinkPurpose purpose, const ShownLink& link) {
  if (link.standing == LinkStanding::unknown) return unknown_link(words, purpose);
  if (purpose == LinkPurpose::invitation) return dead_invitation(words, link);
  const bool is_used = link.standing == LinkStanding::used;
  if (purpose == LinkPurpose::verify_email && is_used)
    return with_way_on(words, told(words, words.verify_used));
  const auto& said = purpose == LinkPurpose::verify_email ? words.verify_expired
                     : is_used                            ? words.reset_used
                                                          : words.reset_expired;
  auto content = told(words, said);
  content.forms = mail_form(words, purpose);
  return content;
}

std::string text_in(json::Object object, std::string_view name) {
  const auto* value = json::find(object, name);
  const auto* text = value != nullptr ? value->string() : nullptr;
  return std::string(text != nullptr ? *text : std::string_view());
}

}  // namespace

PageTrouble trouble_of(const http::Response& problem) {
  PageTrouble trouble{
      .status = problem.status, .code = "", .wait = std::string(problem.headers.get_or("Retry-After", ""))};
  json::Errors errors;
  json::Memory memory;
  const auto document = json::parse(problem.body, memory, errors);
  const auto* object = document ? document->object() : nullptr;
  if (object == nullptr) return trouble;
  trouble.code = text_in(*object, "code");
  const auto* list = json::find(*object, "errors");
  const auto* wrong = list != nullptr && list->array() != nullptr && !list->array()->empty()
                          ? list->array()->front().object()
                          : nullptr;
  if (wrong != nullptr) {
    trouble.pointer = text_in(*wrong, "pointer");
    trouble.field_code = text_in(*wrong, "code");
  }
  return trouble;
}

http::Response link_page(const PageWords& words, LinkPurpose purpose, const ShownLink& link,
                         std::string_view token, const std::optional<PageTrouble>& trouble) {
  const auto names = names_of(words, link);
  if (trouble && trouble->code == "already_member")
    return page(trouble->status, with_way_on(words, told(words, words.already_joined, names)));
  if (trouble && trouble->code == "invitation_not_yours")
    return page(trouble->status, with_way_on(words, told(words, words.join_not_yours, names)));
  if (link.standing == LinkStanding::open) {
    auto content = told(words, open_words(words, purpose, link), names);
    if (trouble) content.alert = alert_of(words, *trouble);
    content.forms = open_form(words, purpose, link, token, names, trouble ? trouble->full_name : "");
    return page(trouble ? trouble->status : 200, content);
  }
  const unsigned status = trouble ? trouble->status : link.standing == LinkStanding::unknown ? 404 : 410;
  return page(status, dead_link(words, purpose, link));
}

http::Response done_page(const PageWords& words, LinkPurpose purpose, const ShownLink& link) {
  switch (purpose) {
    case LinkPurpose::verify_email:
      return page(200, with_way_on(words, told(words, words.verify_done)));
    case LinkPurpose::reset_password:
      return page(200, with_way_on(words, told(words, words.reset_done)));
    case LinkPurpose::invitation:
      return page(200, with_way_on(words, told(words, words.joined, names_of(words, link))));
  }
  unreachable();
}

http::Response mail_sent_page(const PageWords& words, std::string_view email) {
  return page(200, with_way_on(words, told(words, words.mail_sent,
                                           {.inviter = "", .company = "", .email = std::string(email)})));
}

http::Response mail_form_page(const PageWords& words, LinkPurpose purpose, std::string_view email,
                              const PageTrouble& trouble) {
  PageContent content{.language = words.language, .title = std::string(words.mail_button), .text = ""};
  content.alert = alert_of(words, trouble);
  content.forms = mail_form(words, purpose, email);
  return page(trouble.status, content);
}

http::Response failed_page(const PageWords& words, unsigned status) {
  auto response = page(status, with_way_on(words, told(words, words.failed)));
  if (status == 503) response.headers.set("Retry-After", "1");
  return response;
}

const PageWords& page_words_for(const http::Request& request, std::string_view installation_locale) {
  const auto wanted = locales::preferred_tag(request.headers.get_or("Accept-Language", ""));
  return page_words(locales::nearest(wanted ? *wanted : installation_locale));
}

}  // namespace mrbill::auth
