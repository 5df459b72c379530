// The fixture for the contracts of mailed links and of the queue of mails.
#pragma once

#include "adapters/postgres/columns.hpp"
#include "adapters/postgres/postgres_email_links.hpp"
#include "adapters/postgres/postgres_fixture.hpp"
#include "adapters/postgres/postgres_mail_queue.hpp"

namespace mrbill::auth {

struct MailRig : PostgresFixture {
  MailRig() { as_superuser("DELETE FROM mails"); }

  asio::io_context& io() { return io_; }
  Accounts& accounts() { return accounts_; }
  Sessions& sessions() { return sessions_; }
  EmailLinks& links() { return links_; }
  MailQueue& queue() { return queue_; }
  Timestamp now() { return clock_.now(); }
  Uuid new_id() { return new_uuid(clock_, random_); }
  SignUp person() {
    auto out = sign_up();
    as_superuser("UPDATE users SET email_verified_at = NULL WHERE user_id = $1", out.user);
    as_superuser("DELETE FROM mails WHERE recipient = $1", out.email);
    return out;
  }
  void lock(UserId user) { as_superuser("UPDATE users SET status = 'LOCKED' WHERE user_id = $1", user); }
  Sha256 link_to(const SignUp& person, LinkPurpose purpose) {
    const auto hash = random_.bytes<32>();
    const NewLink link{LinkId{new_id()}, person.user, purpose, hash, now(), now() + std::chrono::hours(1)};
    testing::run(io_, queue_.add_link(link));
    return hash;
  }
  LiveSession open_session(const SignUp& person) {
    return PostgresFixture::open_session(person, person.tenant);
  }
  std::int64_t mails_to(const EmailAddress& address, MailKind kind) {
    return as_worker("SELECT count(*) FROM mails WHERE recipient = $1 AND kind = $2", address, kind)[0]
        .get<std::int64_t>(0);
  }
  LinkId add(MailKind kind, EmailAddress address) {
    const LinkId id{new_id()};
    as_superuser(
        "INSERT INTO mails (mail_id, kind, recipient, created_at, not_before) VALUES ($1, $2, $3, $4, $4)",
        id, kind, address, now());
    return id;
  }

  PostgresEmailLinks links_{app_};
  PostgresMailQueue queue_{worker_, registry_};
};

}  // namespace mrbill::auth
