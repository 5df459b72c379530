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

http::Response done(PageOf page, const http::Request& request) {
  return is_form(request) ? done_page(page, request) : http::no_content();
}

}  // namespace

Task<http::Response> AuthApi::request_verification_mail(http::Request request,
                                                        contract::auth::RequestVerificationMailInput input) {
  RequestMail::Command command{std::move(input.body.email), network_of(request),
                               device_of(input, devices_, clock_.now())};
  const auto asked = co_await usecases_.request_verification_mail.run(std::move(command));
  if (!asked) co_return to_problem(asked.error());
  co_return accepted();
}

Task<http::Response> AuthApi::show_verify_email(http::Request request,
                                                contract::auth::ShowVerifyEmailInput input) {
  co_return form_page(PageOf::verify_email, input.token, request);
}

Task<http::Response> AuthApi::verify_email(http::Request request, contract::auth::VerifyEmailInput input) {
  const auto verified = co_await usecases_.verify_email.run(std::move(input.body.token), network_of(request));
  if (!verified) co_return to_problem(verified.error());
  auto response = done(PageOf::verify_email, request);
  keep_device(response, devices_.issue(*verified, clock_.now()));
  co_return response;
}

Task<http::Response> AuthApi::forgot_password(http::Request request,
                                              contract::auth::ForgotPasswordInput input) {
  RequestMail::Command command{std::move(input.body.email), network_of(request),
                               device_of(input, devices_, clock_.now())};
  const auto asked = co_await usecases_.forgot_password.run(std::move(command));
  if (!asked) co_return to_problem(asked.error());
  co_return accepted();
}

Task<http::Response> AuthApi::show_reset_password(http::Request request,
                                                  contract::auth::ShowResetPasswordInput input) {
  co_return form_page(PageOf::reset_password, input.token, request);
}

Task<http::Response> AuthApi::reset_password(http::Request request,
                                             contract::auth::ResetPasswordInput input) {
  ResetPassword::Command command{std::move(input.body.token), std::move(input.body.password),
                                 network_of(request)};
  const auto changed = co_await usecases_.reset_password.run(std::move(command));
  if (!changed) co_return to_problem(changed.error());
  auto response = done(PageOf::reset_password, request);
  keep_device(response, devices_.issue(*changed, clock_.now()));
  co_return response;
}

}  // namespace mrbill::auth
