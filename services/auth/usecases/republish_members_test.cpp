#include "usecases/republish_members.hpp"

#include <map>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/member_republisher_contract.hpp"

namespace mrbill::auth {
namespace {

TenantId tenant(std::uint8_t high, std::uint8_t low) {
  Uuid id;
  id.bytes[0] = high;
  id.bytes[15] = low;
  return TenantId{id};
}

class ManyTenants final : public MemberRepublisher {
 public:
  Task<std::vector<TenantId>> tenants(TenantId after, std::size_t max) override {
    std::vector<TenantId> page;
    for (auto it = told.upper_bound(after); it != told.end() && page.size() < max; ++it)
      page.push_back(it->first);
    co_return page;
  }
  Task<> republish(TenantId id, std::string) override {
    if (const auto known = told.find(id); known != told.end()) ++known->second;
    co_return;
  }
  std::map<TenantId, int> told;
};

struct ManyRig {
  asio::io_context io_;
  ManyTenants tenants_;
  asio::io_context& io() { return io_; }
  MemberRepublisher& republisher() { return tenants_; }
  TenantId add() {
    const auto number = tenants_.told.size();
    return tenants_.told.emplace(tenant(1, static_cast<std::uint8_t>(250 - number)), 0).first->first;
  }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, MemberRepublisherContract, ManyRig);

TEST(RepublishMembers, republishes_each_tenant_once_over_all_pages) {
  ManyTenants republisher;
  for (int i = 1; i <= 1'001; ++i)
    republisher.told[tenant(static_cast<std::uint8_t>(i / 256), static_cast<std::uint8_t>(i % 256))] = 0;
  RepublishMembers republish(republisher);
  EXPECT_EQ(testing::run(republish("")), 1'001);
  for (const auto& [id, times] : republisher.told) EXPECT_EQ(times, 1) << id.to_string();
}

}  // namespace
}  // namespace mrbill::auth
