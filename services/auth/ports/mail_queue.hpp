// The worker's side of mails: rows to be delivered at least once.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/encoding.hpp>

#include "domain/link_token.hpp"
#include "domain/mail_allowance.hpp"
#include "domain/mail_text.hpp"
#include "domain/people.hpp"

namespace mrbill::auth {

// What another service wanted to be told.
struct Notice {
  ReadyWhat what = ReadyWhat::other;
  std::string title;
  std::string link;
};

struct QueuedMail {
  LinkId id;
  MailKind kind = MailKind::verify_email;
  EmailAddress recipient;
  std::optional<InvitationId> invitation;
  Timestamp created_at;
  int attempts = 0;
  std::optional<Notice> notice = {};
};

struct Addressee {
  UserId user;
  std::string full_name;
  std::string locale;
  bool verified = false;
};
struct Invited {
  std::string tenant_name;
  std::string inviter_name;
  std::string locale;  // the inviter's
};

struct NewLink {
  LinkId id;
  UserId user;
  LinkPurpose purpose = LinkPurpose::verify_email;
  Sha256 token_hash;
  Timestamp created_at;
  Timestamp expires_at;
};

class MailQueue {
 public:
  virtual ~MailQueue() = default;
  // Due mails, each held for a time that grows with its attempts; what is not done by then comes again.
  [[nodiscard]] virtual Task<std::vector<QueuedMail>> take(Timestamp now, int max) = 0;
  [[nodiscard]] virtual Task<std::optional<Addressee>> addressee(EmailAddress email) = 0;
  [[nodiscard]] virtual Task<std::optional<Invited>> invited(InvitationId id,
                                                             Timestamp now) = 0;  // while it is open
  // Counts the mail as one written to its address; again is fine. Beyond what the address is allowed of this
  // kind it is not counted: when the next one may go.
  [[nodiscard]] virtual Task<std::optional<Timestamp>> admit(QueuedMail mail, Allowance allowance,
                                                             Timestamp now) = 0;
  [[nodiscard]] virtual Task<> postpone(LinkId id, Timestamp until) = 0;
  [[nodiscard]] virtual Task<> add_link(NewLink link) = 0;  // again is fine
  [[nodiscard]] virtual Task<> done(LinkId id) = 0;
};

}  // namespace mrbill::auth
