#include "adapters/postgres/postgres_memberships.hpp"

#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"
#include "ports/memberships_contract.hpp"

namespace mrbill::auth {
namespace {

struct MembershipsRig : PostgresFixture {
  PostgresMemberships memberships_{app_};
  std::map<UserId, TenantId> own_;
  asio::io_context& io() { return io_; }
  Memberships& memberships() { return memberships_; }
  UserId person() {
    const auto signed_up = sign_up();
    own_[signed_up.user] = signed_up.tenant;
    return signed_up.user;
  }
  TenantId own_tenant(UserId user) { return own_.at(user); }
  TenantId found(const std::string& name) {
    const TenantId tenant{new_uuid(clock_, random_)};
    as_superuser(
        "INSERT INTO tenants (tenant_id, name, created_at, updated_at) VALUES ($1, $2, now(), now())", tenant,
        name);
    return tenant;
  }
  void join(UserId user, TenantId tenant, Role role) {
    PostgresFixture::join(user, tenant, std::string(to_string(role)));
  }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, MembershipsContract, MembershipsRig);

}  // namespace
}  // namespace mrbill::auth
