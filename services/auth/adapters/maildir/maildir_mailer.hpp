// Delivers into a Maildir (https://cr.yp.to/proto/maildir.html): written whole into tmp, made durable,
// renamed into new. The name follows from the mail's id, so the same mail again replaces itself as long as
// nobody has read it.
#pragma once

#include <filesystem>
#include <string>

#include <async/work_pool.hpp>

#include "ports/mailer.hpp"

namespace mrbill::auth {

class MaildirMailer final : public Mailer {
 public:
  MaildirMailer(std::filesystem::path folder, std::string sender_domain);
  Task<> deliver(Mail mail) override;

 private:
  std::filesystem::path folder_;
  std::string sender_domain_;
  WorkPool files_{1, 256};
};

// The message as RFC 5322 text: UTF-8, the subject as encoded words where it needs them.
[[nodiscard]] std::string as_message(const Mail& mail, const std::string& sender_domain);

}  // namespace mrbill::auth
