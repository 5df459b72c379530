// An owner of a company looks after the links to its films: they are the company's when who made them
// has left.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/company_shares.hpp"

namespace mrbill::content {

enum class Standing : std::uint8_t { member, owner };  // of who asks, in their company

enum class ListCompanySharesError : std::uint8_t { not_permitted };

class ListCompanyShares {
 public:
  explicit ListCompanyShares(CompanyShares& shares) : shares_(shares) {}
  [[nodiscard]] Task<Result<CompanySharePage, ListCompanySharesError>> operator()(Caller caller,
                                                                                  Standing standing,
                                                                                  std::int64_t offset,
                                                                                  int limit) {
    if (standing != Standing::owner) co_return fail(ListCompanySharesError::not_permitted);
    co_return co_await shares_.list(caller.tenant, offset, limit);
  }

 private:
  CompanyShares& shares_;
};

enum class EndCompanyShareError : std::uint8_t { not_permitted, not_found };

class EndCompanyShare {
 public:
  explicit EndCompanyShare(CompanyShares& shares) : shares_(shares) {}
  [[nodiscard]] Task<Result<void, EndCompanyShareError>> operator()(Caller caller, Standing standing,
                                                                    RequestId film) {
    if (standing != Standing::owner) co_return fail(EndCompanyShareError::not_permitted);
    const bool ended = co_await shares_.end(caller.tenant, film);
    if (!ended) co_return fail(EndCompanyShareError::not_found);
    co_return Result<void, EndCompanyShareError>{};
  }

 private:
  CompanyShares& shares_;
};

}  // namespace mrbill::content
