#include "adapters/postgres/company_use.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement find_use{"company_use", "SELECT open, bytes FROM company_use()"};

}  // namespace

Task<CompanyUse> company_use(postgres::Transaction& transaction) {
  const auto rows = co_await transaction.query(find_use);
  co_return CompanyUse{rows.front().get<std::int64_t>("open"), rows.front().get<std::int64_t>("bytes")};
}

}  // namespace mrbill::content
