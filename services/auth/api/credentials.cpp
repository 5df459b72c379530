#include "api/auth_api.hpp"
#include "api/pages.hpp"
#include "api/problem.hpp"
#include "api/request_facts.hpp"

namespace mrbill::auth {
namespace {

http::Response accepted() {
  http::Response response;
  response.status = 202;
  return response;
}

}  // namespace

Task<contract::auth::RequestVerificationMailAnswer> AuthApi::request_verification_mail(
    http::Request request, contract::auth::RequestVerificationMailInput input) {
  RequestMail::Command command{std::move(input.body.email), network_of(request),
                               device_of(input, settings_.devices, clock_.now())};
  const auto asked = co_await request_mail_(LinkPurpose::verify_email, std::move(command));
  if (!asked) co_return problem_of(asked.error());
  co_return accepted();
}

Task<http::ResponseOr<>> AuthApi::show_link(LinkPurpose purpose, std::optional<std::string> asked,
                                            http::Request request) {
  const auto token = asked.value_or("");
  const auto link = co_await show_link_(purpose, token);
  co_return link_page(page_words_for(request, settings_.preferences.locale), purpose, link, token,
                      std::nullopt);
}

Task<contract::auth::ShowVerifyEmailAnswer> AuthApi::show_verify_email(
    http::Request request, contract::auth::ShowVerifyEmailInput input) {
  return show_link(LinkPurpose::verify_email, std::move(input.token), std::move(request));
}

Task<contract::auth::VerifyEmailAnswer> AuthApi::verify_email(http::Request request,
                                                              contract::auth::VerifyEmailInput input) {
  const auto verified = co_await verify_email_(std::move(input.body.token), network_of(request));
  if (!verified) co_return problem_of(verified.error());
  auto response = http::no_content();
  keep_device(response, settings_.devices.issue(*verified, clock_.now()));
  co_return response;
}

Task<contract::auth::ForgotPasswordAnswer> AuthApi::forgot_password(
    http::Request request, contract::auth::ForgotPasswordInput input) {
  RequestMail::Command command{std::move(input.body.email), network_of(request),
                               device_of(input, settings_.devices, clock_.now())};
  const auto asked = co_await request_mail_(LinkPurpose::reset_password, std::move(command));
  if (!asked) co_return problem_of(asked.error());
  co_return accepted();
}

Task<contract::auth::ShowResetPasswordAnswer> AuthApi::show_reset_password(
    http::Request request, contract::auth::ShowResetPasswordInput input) {
  return show_link(LinkPurpose::reset_password, std::move(input.token), std::move(request));
}

Task<contract::auth::ResetPasswordAnswer> AuthApi::reset_password(http::Request request,
                                                                  contract::auth::ResetPasswordInput input) {
  ResetPassword::Command command{std::move(input.body.token), std::move(input.body.password),
                                 network_of(request)};
  const auto changed = co_await reset_password_(std::move(command));
  if (!changed) co_return problem_of(changed.error());
  auto response = http::no_content();
  keep_device(response, settings_.devices.issue(*changed, clock_.now()));
  co_return response;
}

}  // namespace mrbill::auth
