// Gives a mail to the world: a Maildir here, SMTP (SES) on AWS.
#pragma once

#include <string>

#include <async/task.hpp>
#include <base/clock.hpp>

#include "domain/email_address.hpp"
#include "domain/ids.hpp"

namespace mrbill::auth {

struct Mail {
  LinkId id;  // the same mail again has the same id, so that a mailer may drop what it delivered
  EmailAddress to;
  std::string subject;
  std::string text;
  Timestamp written_at;
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  // Durable once it returns; throws when it is not.
  [[nodiscard]] virtual Task<> deliver(Mail mail) = 0;
};

}  // namespace mrbill::auth
