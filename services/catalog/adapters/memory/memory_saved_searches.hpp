// SavedSearchStore in memory, for tests of what stands on it.
#pragma once

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <text/order.hpp>

#include "ports/saved_search_store.hpp"

namespace mrbill::catalog {

class MemorySavedSearches final : public SavedSearchStore {
 public:
  Task<std::vector<SavedSearch>> list(Caller caller) override {
    std::vector<SavedSearch> all;
    for (const auto& [id, search] : of(caller)) all.push_back(search);
    std::ranges::stable_sort(all, {}, [](const auto& search) { return text::order_key(search.name); });
    co_return all;
  }
  Task<std::optional<SavedSearch>> find(Caller caller, SavedSearchId id) override {
    const auto found = of(caller).find(id);
    if (found == of(caller).end()) co_return std::nullopt;
    co_return found->second;
  }
  Task<Result<Created, AddSearchRefusal>> add(Caller caller, SavedSearch search,
                                              std::optional<IdempotencyKey> key) override {
    const KeyOwner owner{caller.tenant, caller.user, key ? key->key : ""};
    if (const auto answered = answered_.find(owner); key && answered != answered_.end()) {
      if (answered->second.first != key->request_hash) co_return fail(AddSearchRefusal::key_reused);
      co_return answered->second.second;
    }
    if (of(caller).size() >= max_saved_searches) co_return fail(AddSearchRefusal::too_many);
    const Created created{.id = search.id.uuid, .at = search.created_at};
    if (key) answered_[owner] = {key->request_hash, created};
    of(caller).emplace(search.id, std::move(search));
    co_return created;
  }
  Task<bool> replace(Caller caller, SavedSearch search) override {
    const auto found = of(caller).find(search.id);
    if (found == of(caller).end() || found->second.version != search.version) co_return false;
    ++search.version;
    search.created_at = found->second.created_at;
    found->second = std::move(search);
    co_return true;
  }
  Task<bool> remove(Caller caller, SavedSearchId id, std::int64_t version) override {
    const auto found = of(caller).find(id);
    if (found == of(caller).end() || found->second.version != version) co_return false;
    of(caller).erase(found);
    co_return true;
  }

 private:
  using KeyOwner = std::tuple<TenantId, UserId, std::string>;
  std::map<SavedSearchId, SavedSearch>& of(const Caller& caller) {
    return searches_[{caller.tenant, caller.user}];
  }
  std::map<std::pair<TenantId, UserId>, std::map<SavedSearchId, SavedSearch>> searches_;
  std::map<KeyOwner, std::pair<Sha256, Created>> answered_;
};

}  // namespace mrbill::catalog
