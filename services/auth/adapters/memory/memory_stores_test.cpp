#include <boost/asio/io_context.hpp>

#include "adapters/memory/memory_accounts.hpp"
#include "adapters/memory/memory_sessions.hpp"
#include "adapters/memory/memory_throttle.hpp"
#include "ports/accounts_contract.hpp"
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

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, ThrottleContract, ThrottleRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, AccountsContract, AccountsRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, SessionsContract, SessionsRig);

}  // namespace
}  // namespace mrbill::auth
