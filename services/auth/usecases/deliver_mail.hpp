// Writes and delivers the mails that are due, at least once each, and of each kind no more to an address than
// it is allowed. Links are built from our own public address, never from what a request said.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <base/clock.hpp>
#include <base/result.hpp>

#include "domain/link_token.hpp"
#include "ports/mail_queue.hpp"
#include "ports/mailer.hpp"

namespace mrbill::auth {

class DeliverMail {
 public:
  DeliverMail(MailQueue& queue, Mailer& mailer, const LinkTokens& link_tokens, std::string public_url,
              const Clock& clock)
      : queue_(queue),
        mailer_(mailer),
        link_tokens_(link_tokens),
        public_url_(std::move(public_url)),
        clock_(clock) {}
  // How many were due; zero: nothing to do for now.
  [[nodiscard]] Task<std::int64_t> operator()();

 private:
  [[nodiscard]] Task<> deliver(QueuedMail mail);
  // Why a mail is not written.
  struct Unwritten {
    std::optional<Timestamp> until =
        {};  // nothing: never. No such account, verified already, invitation over, enough of them.
  };
  [[nodiscard]] Task<Result<MailText, Unwritten>> write(QueuedMail mail);
  [[nodiscard]] Task<Result<MailText, Unwritten>> write_to_person(QueuedMail mail);
  [[nodiscard]] Task<Result<MailText, Unwritten>> write_invitation(QueuedMail mail);
  // Only what somebody is really to get counts.
  [[nodiscard]] Task<Result<void, Unwritten>> admit(QueuedMail mail);
  [[nodiscard]] std::string link(std::string_view path, const Secret& token) const;

  MailQueue& queue_;
  Mailer& mailer_;
  const LinkTokens& link_tokens_;
  std::string public_url_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
