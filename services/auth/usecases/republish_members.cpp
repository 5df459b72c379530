#include "usecases/republish_members.hpp"

namespace mrbill::auth {
namespace {

constexpr std::size_t page = 500;

}  // namespace

Task<std::int64_t> RepublishMembers::operator()(std::string traceparent) {
  std::int64_t told = 0;
  auto tenants = co_await republisher_.tenants({}, page);
  while (!tenants.empty()) {
    for (const auto tenant : tenants) co_await republisher_.republish(tenant, traceparent);
    told += static_cast<std::int64_t>(tenants.size());
    tenants = co_await republisher_.tenants(tenants.back(), page);
  }
  co_return told;
}

}  // namespace mrbill::auth
