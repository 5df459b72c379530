// Mails the verification link again.
#pragma once

#include "usecases/request_mail.hpp"

namespace mrbill::auth {

class RequestVerificationMail {
 public:
  explicit RequestVerificationMail(RequestMail& request) : request_(request) {}
  [[nodiscard]] Task<Result<void, RequestMailError>> operator()(RequestMail::Command command) {
    return request_(LinkPurpose::verify_email, std::move(command));
  }

 private:
  RequestMail& request_;
};

}  // namespace mrbill::auth
