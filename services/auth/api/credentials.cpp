#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"
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

Task<wire::RequestVerificationMailAnswer> AuthApi::request_verification_mail(
    http::Request request, wire::RequestVerificationMailInput input) {
  RequestMail::Command command{
      std::move(input.body.email), network_of(request),
      device_of(input, settings_.device_cookie.read(request.headers), settings_.devices, clock_.now())};
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

Task<wire::ShowVerifyEmailAnswer> AuthApi::show_verify_email(http::Request request,
                                                             wire::ShowVerifyEmailInput input) {
  return show_link(LinkPurpose::verify_email, std::move(input.token), std::move(request));
}

Task<wire::VerifyEmailAnswer> AuthApi::verify_email(http::Request request, wire::VerifyEmailInput input) {
  const auto verified = co_await verify_email_(std::move(input.body.token), network_of(request));
  if (!verified) co_return problem_of(verified.error());
  auto response = http::no_content();
  settings_.device_cookie.keep(response, device_life, settings_.devices.issue(*verified, clock_.now()));
  co_return response;
}

Task<wire::ForgotPasswordAnswer> AuthApi::forgot_password(http::Request request,
                                                          wire::ForgotPasswordInput input) {
  RequestMail::Command command{
      std::move(input.body.email), network_of(request),
      device_of(input, settings_.device_cookie.read(request.headers), settings_.devices, clock_.now())};
  const auto asked = co_await request_mail_(LinkPurpose::reset_password, std::move(command));
  if (!asked) co_return problem_of(asked.error());
  co_return accepted();
}

Task<wire::ShowResetPasswordAnswer> AuthApi::show_reset_password(http::Request request,
                                                                 wire::ShowResetPasswordInput input) {
  return show_link(LinkPurpose::reset_password, std::move(input.token), std::move(request));
}

Task<wire::ResetPasswordAnswer> AuthApi::reset_password(http::Request request,
                                                        wire::ResetPasswordInput input) {
  ResetPassword::Command command{std::move(input.body.token), std::move(input.body.password),
                                 network_of(request)};
  const auto changed = co_await reset_password_(std::move(command));
  if (!changed) co_return problem_of(changed.error());
  auto response = http::no_content();
  settings_.device_cookie.keep(response, device_life, settings_.devices.issue(*changed, clock_.now()));
  co_return response;
}

}  // namespace mrbill::auth
