// What the company of a transaction's scope uses at the moment, whoever of it.
#pragma once

#include <cstdint>

#include <postgres/database.hpp>

namespace mrbill::content {

struct CompanyUse {
  std::int64_t open = 0;
  std::int64_t bytes = 0;
};

[[nodiscard]] Task<CompanyUse> company_use(postgres::Transaction& transaction);

}  // namespace mrbill::content
