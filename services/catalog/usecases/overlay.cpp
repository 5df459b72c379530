#include "usecases/overlay.hpp"

#include <chrono>

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t largest_overlay = 500;

Task<std::vector<Poc>> news(Caller caller, PocSearch& search, PocStore& store) {
  const auto watermark = co_await search.watermark(caller.tenant);
  co_return co_await store.changed_since(caller, watermark, static_cast<int>(largest_overlay) + 1);
}

}  // namespace

Task<std::vector<Poc>> overlay_for(Caller caller, PocSearch& search, PocStore& store) {
  auto rows = co_await news(caller, search, store);
  if (rows.size() <= largest_overlay) co_return rows;
  const auto newest = rows.front().change_seq;
  co_await search.wait_for(caller.tenant, newest, Deadline::in(2s));
  rows = co_await news(caller, search, store);
  if (rows.size() > largest_overlay) rows.resize(largest_overlay);
  co_return rows;
}

}  // namespace mrbill::catalog
