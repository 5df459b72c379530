// Every link by which a company's films can be seen from outside, whoever made it: a port.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <async/task.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

struct CompanyShare {
  RequestId film;
  std::string title = {};
  std::string person_name = {};
  bool person_is_gone = false;  // of the company no more
  Timestamp created_at;
};

struct CompanySharePage {
  std::vector<CompanyShare> shares = {};  // newest first
  std::int64_t total = 0;
};

class CompanyShares {
 public:
  virtual ~CompanyShares() = default;
  [[nodiscard]] virtual Task<CompanySharePage> list(TenantId company, std::int64_t offset, int limit) = 0;
  // False: there is no link to such a film of this company.
  [[nodiscard]] virtual Task<bool> end(TenantId company, RequestId film) = 0;
};

}  // namespace mrbill::content
