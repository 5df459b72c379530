// Mails a link that sets a new password.
#pragma once

#include "usecases/request_mail.hpp"

namespace mrbill::auth {

class ForgotPassword {
 public:
  explicit ForgotPassword(RequestMail& request) : request_(request) {}
  [[nodiscard]] Task<Result<void, RequestMailError>> operator()(RequestMail::Command command) {
    return request_(LinkPurpose::reset_password, std::move(command));
  }

 private:
  RequestMail& request_;
};

}  // namespace mrbill::auth
