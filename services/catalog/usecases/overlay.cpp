#include "usecases/overlay.hpp"

#include <chrono>

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t max_overlay = 500;
constexpr std::size_t max_changes = 5'000;

struct Changed {
  std::vector<Poc> rows = {};
  std::vector<PocChange> changes = {};
  [[nodiscard]] bool fits() const { return rows.size() <= max_overlay && changes.size() <= max_changes; }
};

// Changes first: what changes between the two questions is among the rows, and those count as stale too.
Task<Changed> changed(Caller caller, PocSearch& search, PocStore& store) {
  const auto watermark = co_await search.watermark(caller.tenant);
  Changed all;
  all.changes = co_await store.changes_since(caller, watermark, static_cast<int>(max_changes) + 1);
  if (all.changes.empty()) co_return all;
  all.rows = co_await store.changed_since(caller, watermark, static_cast<int>(max_overlay) + 1);
  co_return all;
}

}  // namespace

Task<Overlay> overlay_for(Caller caller, PocSearch& search, PocStore& store) {
  auto all = co_await changed(caller, search, store);
  if (!all.fits()) {
    const auto newest = all.changes.front().change_seq;
    const bool came = co_await search.wait_for(caller.tenant, newest, Deadline::in(2s));
    all = co_await changed(caller, search, store);
    if (!came && !all.fits())
      throw SearchBehind();  // otherwise all that was there when the person asked is in
  }
  if (all.rows.size() > max_overlay) all.rows.resize(max_overlay);
  Overlay overlay{.rows = std::move(all.rows)};
  overlay.stale.reserve(all.changes.size());
  for (const auto& change : all.changes) overlay.stale.push_back(change.id);
  co_return overlay;
}

}  // namespace mrbill::catalog
