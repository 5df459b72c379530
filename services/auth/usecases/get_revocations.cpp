#include "usecases/get_revocations.hpp"

#include <async/deadline.hpp>

namespace mrbill::auth {

Task<RevocationPage> GetRevocations::operator()(std::string since) {
  const auto until = std::chrono::steady_clock::now() + keep_open_;
  auto page = co_await log_.since(since);
  while (!since.empty() && page.revoked.empty() && std::chrono::steady_clock::now() < until) {
    co_await sleep_for(look_again);
    page = co_await log_.since(since);
  }
  co_return page;
}

}  // namespace mrbill::auth
