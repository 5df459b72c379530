#include "usecases/request_mail.hpp"

#include "usecases/visitor.hpp"

namespace mrbill::auth {

using Code = RequestMailError::Code;

Task<Result<void, RequestMailError>> RequestMail::operator()(LinkPurpose purpose, Command command) {
  const auto email = EmailAddress::parse(command.email);
  if (!email) co_return fail(RequestMailError{Code::invalid_email, std::chrono::milliseconds{0}});
  const auto login = co_await accounts_.find_login(*email, networks_.mac(command.network));
  const auto counters =
      rules_.request_mail(email->text(), visitor_of(command.network, command.device, login));
  const auto wait = co_await throttle_.wait(counters);
  if (wait.count() > 0) co_return fail(RequestMailError{Code::too_many_requests, wait});
  co_await throttle_.count(counters);
  co_await links_.request(LinkId{new_uuid(clock_, random_)}, purpose, *email, clock_.now());
  co_return Result<void, RequestMailError>{};
}

}  // namespace mrbill::auth
