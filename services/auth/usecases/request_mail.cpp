#include "usecases/request_mail.hpp"

namespace mrbill::auth {

using Code = RequestMailError::Code;

Task<Result<void, RequestMailError>> RequestMail::run(LinkPurpose purpose, std::string text,
                                                      std::string network) {
  const auto email = EmailAddress::parse(text);
  if (!email) co_return fail(RequestMailError{Code::invalid_email, std::chrono::milliseconds{0}});
  const auto from = rules_.mail_from(network);
  const auto wait = co_await throttle_.wait(from);
  if (wait.count() > 0) co_return fail(RequestMailError{Code::too_many_requests, wait});
  co_await throttle_.count(from);

  // Beyond its pace an address gets no further mail, and nobody is told: the links of the former mails still work.
  const auto to = rules_.mail_to(email->text());
  if ((co_await throttle_.wait(to)).count() > 0) co_return Result<void, RequestMailError>{};
  co_await throttle_.count(to);
  co_await links_.request(LinkId{new_uuid(clock_, random_)}, purpose, *email, clock_.now());
  co_return Result<void, RequestMailError>{};
}

}  // namespace mrbill::auth
