#include <boost/asio/io_context.hpp>

#include <testing/manual_clock.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/fakes.hpp"
#include "adapters/memory/memory_accounts.hpp"
#include "adapters/memory/memory_email_links.hpp"
#include "adapters/memory/memory_mail_queue.hpp"
#include "adapters/memory/memory_memberships.hpp"
#include "adapters/memory/memory_sessions.hpp"
#include "adapters/memory/memory_throttle.hpp"
#include "ports/accounts_contract.hpp"
#include "ports/email_links_contract.hpp"
#include "ports/mail_queue_contract.hpp"
#include "ports/memberships_contract.hpp"
#include "ports/password_hasher_contract.hpp"
#include "ports/sessions_contract.hpp"
#include "ports/throttle_contract.hpp"

namespace mrbill::auth {
namespace {

struct ThrottleRig {
  asio::io_context io_;
  testing::ManualClock clock_;
  MemoryThrottle throttle_{clock_};
  asio::io_context& io() { return io_; }
  testing::ManualClock& clock() { return clock_; }
  Throttle& throttle() { return throttle_; }
};

struct AccountsRig {
  asio::io_context io_;
  MemoryPeople people_;
  MemoryAccounts accounts_{people_};
  MemoryCreations creations_{people_};
  asio::io_context& io() { return io_; }
  Accounts& accounts() { return accounts_; }
  Creations& creations() { return creations_; }
};

struct SessionsRig {
  SessionsRig() {
    user_.uuid.bytes[0] = tenant_.uuid.bytes[0] = 1;
    second_.uuid.bytes[0] = 2;
    MemoryUser user{.person = {.id = user_,
                               .email = *EmailAddress::parse("ana@example.com"),
                               .full_name = {},
                               .locale = locale(),
                               .time_zone = {},
                               .created_at = {},
                               .updated_at = {},
                               .last_login_at = {}},
                    .password_hash = {},
                    .password_changed_at = password_changed_at(),
                    .networks = {}};
    people_.users.emplace(user_, std::move(user));
    people_.memberships[{tenant_, user_}] = Role::owner;
    people_.memberships[{second_, user_}] = Role::user;
  }
  asio::io_context io_;
  MemoryPeople people_;
  MemorySessions sessions_{people_};
  UserId user_;
  TenantId tenant_;
  TenantId second_;
  asio::io_context& io() { return io_; }
  Sessions& sessions() { return sessions_; }
  UserId user() const { return user_; }
  TenantId tenant() const { return tenant_; }
  TenantId second_tenant() const { return second_; }
  Timestamp password_changed_at() const { return Timestamp{std::chrono::seconds(1'800'000'000)}; }
  static std::string locale() { return "pt-BR"; }
};

struct PeopleRig {
  asio::io_context io_;
  testing::ManualClock clock_;
  testing::SeededRandom random_;
  MemoryPeople people_;
  MemoryAccounts accounts_{people_};
  MemorySessions sessions_{people_};
  MemoryEmailLinks links_{people_};
  MemoryMailQueue queue_{people_};
  asio::io_context& io() { return io_; }
  Accounts& accounts() { return accounts_; }
  Sessions& sessions() { return sessions_; }
  EmailLinks& links() { return links_; }
  MailQueue& queue() { return queue_; }
  Timestamp now() { return clock_.now(); }
  Uuid new_id() { return new_uuid(clock_, random_); }
  EmailAddress new_address() { return *EmailAddress::parse(new_id().to_string() + "@example.com"); }
  SignUp person() {
    SignUp out{.user = UserId{new_id()},
               .tenant = TenantId{new_id()},
               .email = new_address(),
               .password_hash = "a hash",
               .full_name = "Ana Souza",
               .company_name = "Souza Labs",
               .preferences = {"pt-BR", "America/Sao_Paulo"},
               .at = now(),
               .mail = LinkId{new_id()},
               .key = std::nullopt,
               .traceparent = ""};
    EXPECT_TRUE(testing::run(accounts_.add(out)));
    return out;
  }
  void lock(UserId user) { people_.users.at(user).locked = true; }
  Sha256 link_to(const SignUp& person, LinkPurpose purpose) {
    const auto hash = sha256(new_id().to_string());
    const NewLink link{LinkId{new_id()}, person.user, purpose, hash, now(), now() + std::chrono::hours(1)};
    testing::run(queue_.add_link(link));
    return hash;
  }
  LiveSession open_session(const SignUp& person) {
    const Opening opening{.session = SessionId{new_id()},
                          .sid = new_id(),
                          .user = person.user,
                          .tenant = person.tenant,
                          .refresh_hash = sha256(new_id().to_string()),
                          .network = {},
                          .password_changed_at = person.at,
                          .at = now(),
                          .expires_at = now() + std::chrono::hours(1)};
    return testing::run(sessions_.open(opening)).value();
  }
  std::int64_t mails_to(const EmailAddress& address, MailKind kind) {
    return std::ranges::count_if(people_.mails, [&](const MemoryMail& mail) {
      return mail.recipient == address && mail.kind == kind;
    });
  }
  LinkId add(MailKind kind, EmailAddress address) {
    const LinkId id{new_id()};
    queue_.mails.push_back(
        {.id = id, .kind = kind, .recipient = std::move(address), .invitation = {}, .created_at = now()});
    return id;
  }
};

struct HasherRig {
  asio::io_context io_;
  FakeHasher hasher_;
  asio::io_context& io() { return io_; }
  PasswordHasher& hasher() { return hasher_; }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, PasswordHasherContract, HasherRig);
struct MembershipsRig {
  asio::io_context io_;
  testing::ManualClock clock_;
  testing::SeededRandom random_;
  MemoryPeople people_;
  MemoryMemberships memberships_{people_};
  std::map<UserId, TenantId> own_;
  asio::io_context& io() { return io_; }
  Memberships& memberships() { return memberships_; }
  UserId person() {
    const UserId user{new_uuid(clock_, random_)};
    join(user, own_[user] = found("Souza Labs"), Role::owner);
    return user;
  }
  TenantId own_tenant(UserId user) { return own_.at(user); }
  TenantId found(const std::string& name) {
    const TenantId tenant{random_.bytes<16>()};
    people_.tenants[tenant] = name;
    return tenant;
  }
  void join(UserId user, TenantId tenant, Role role) { people_.memberships[{tenant, user}] = role; }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, MembershipsContract, MembershipsRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, EmailLinksContract, PeopleRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, MailQueueContract, PeopleRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, ThrottleContract, ThrottleRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, AccountsContract, AccountsRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, SessionsContract, SessionsRig);

}  // namespace
}  // namespace mrbill::auth
