#include "adapters/memory/memory_catalog.hpp"

#include <algorithm>

#include <base/unreachable.hpp>
#include <text/text.hpp>

namespace mrbill::catalog {
namespace {

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::any_of(words, [&](const auto& one) { return text::folded(one) == text::folded(word); });
}

bool admits(const PocFilter& filter, const PocContent& content) {
  if (!filter.languages.empty() && !(content.language && holds(filter.languages, *content.language)))
    return false;
  if (!std::ranges::all_of(filter.tags, [&](const auto& tag) { return holds(content.tags, tag); }))
    return false;
  return filter.frameworks.empty() || std::ranges::any_of(filter.frameworks, [&](const auto& one) {
           return holds(content.frameworks, one);
         });
}

bool comes_before(const PocPosition& a, const PocPosition& b, SortOrder order) {
  const auto less = [](const PocPosition& x, const PocPosition& y) {
    return x.key != y.key ? x.key < y.key : x.id < y.id;
  };
  return order == SortOrder::ascending ? less(a, b) : less(b, a);
}

}  // namespace

bool MemoryCatalog::is_visible(const Caller& caller, const Poc& poc) const {
  return poc.tenant == caller.tenant &&
         (poc.creator == caller.user || (poc.content.is_public && !poc.deleted_at));
}

bool MemoryCatalog::is_favorite(const Caller& caller, PocId id) const {
  return favorites_.contains({caller.tenant, caller.user, id});
}

Poc MemoryCatalog::as_seen_by(const Caller& caller, Poc poc) const {
  poc.favorite = is_favorite(caller, poc.id);
  const auto name = names_.find({poc.tenant, poc.creator});
  poc.creator_name = name == names_.end() ? std::nullopt : std::optional(name->second);
  return poc;
}

bool MemoryCatalog::passes(const Caller& caller, const PocFilter& filter, const Poc& poc) const {
  if (!is_visible(caller, poc) || poc.deleted_at.has_value() != filter.deleted_since.has_value())
    return false;
  if (filter.deleted_since && (poc.creator != caller.user || poc.deleted_at < filter.deleted_since))
    return false;
  if (filter.scope == Scope::mine && poc.creator != caller.user) return false;
  if (!admits(filter, poc.content)) return false;
  if (filter.favorite && *filter.favorite != is_favorite(caller, poc.id)) return false;
  if (filter.created_from && poc.created_at < *filter.created_from) return false;
  return !filter.created_before || poc.created_at < *filter.created_before;
}

Task<std::optional<Poc>> MemoryCatalog::find(Caller caller, PocId id) {
  const auto found = pocs_.find(id);
  if (found == pocs_.end() || !is_visible(caller, found->second)) co_return std::nullopt;
  auto poc = as_seen_by(caller, found->second);
  poc.orphaned = gone_.contains({poc.tenant, poc.creator});
  co_return poc;
}

Task<std::vector<Poc>> MemoryCatalog::find_all(Caller caller, std::vector<PocId> ids) {
  std::vector<Poc> pocs;
  for (const auto& id : ids) {
    auto poc = co_await find(caller, id);
    if (poc) pocs.push_back(*std::move(poc));
  }
  co_return pocs;
}

Task<PocPage> MemoryCatalog::list(PocQuery query) {
  const auto field = query.sort.field;
  std::vector<Poc> all;
  for (const auto& [id, poc] : pocs_)
    if (passes(query.caller, query.filter, poc)) all.push_back(as_seen_by(query.caller, poc));
  std::ranges::sort(all, [&](const Poc& a, const Poc& b) {
    return comes_before(position_of(a, field), position_of(b, field), query.sort.order);
  });
  PocPage page{.total = query.count_total ? static_cast<std::int64_t>(all.size()) : 0};
  if (query.after)
    std::erase_if(all, [&](const Poc& poc) {
      return !comes_before(*query.after, position_of(poc, field), query.sort.order);
    });
  else
    all.erase(all.begin(),
              all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(query.offset, all.size())));
  const bool more = all.size() > query.limit;
  if (more) all.resize(query.limit);
  if (more) page.next = position_of(all.back(), field);
  page.pocs = std::move(all);
  co_return page;
}

Task<std::vector<Poc>> MemoryCatalog::changed_since(Caller caller, std::int64_t change_seq, int limit) {
  std::vector<Poc> changed;
  for (const auto& [id, poc] : pocs_)
    if (poc.change_seq > change_seq && is_visible(caller, poc)) changed.push_back(as_seen_by(caller, poc));
  std::ranges::sort(changed, std::greater{}, &Poc::change_seq);
  if (changed.size() > static_cast<std::size_t>(limit)) changed.resize(static_cast<std::size_t>(limit));
  co_return changed;
}

Task<std::vector<PocChange>> MemoryCatalog::changes_since(Caller caller, std::int64_t change_seq, int limit) {
  std::vector<PocChange> changes;
  for (const auto& [id, poc] : pocs_)
    if (poc.tenant == caller.tenant && poc.change_seq > change_seq) changes.push_back({id, poc.change_seq});
  std::ranges::sort(changes, std::greater{}, &PocChange::change_seq);
  if (changes.size() > static_cast<std::size_t>(limit)) changes.resize(static_cast<std::size_t>(limit));
  co_return changes;
}

Task<std::vector<PocId>> MemoryCatalog::favorites(Caller caller) {
  std::vector<PocId> ids;
  for (const auto& [tenant, user, id] : favorites_)
    if (tenant == caller.tenant && user == caller.user) ids.push_back(id);
  co_return ids;
}

Task<std::optional<std::string>> MemoryCatalog::name_of(Caller caller) {
  const auto name = names_.find({caller.tenant, caller.user});
  if (name == names_.end()) co_return std::nullopt;
  co_return name->second;
}

Task<Result<Created, KeyConflict>> MemoryCatalog::insert(Caller caller, Poc poc,
                                                         std::optional<IdempotencyKey> key) {
  KeyOwner owner{caller.tenant, caller.user, key ? key->route : "", key ? key->key : ""};
  if (const auto answered = answered_.find(owner); key && answered != answered_.end()) {
    if (answered->second.first != key->request_hash) co_return fail(KeyConflict::reused);
    auto created = answered->second.second;
    created.repeated = true;
    co_return created;
  }
  poc.change_seq = ++counters_[caller.tenant];
  const Created created{poc.id.uuid, poc.created_at, poc.change_seq};
  events_.emplace_back(poc.id, Change::created);
  pocs_[poc.id] = std::move(poc);
  if (key) answered_[owner] = {key->request_hash, created};
  co_return created;
}

Task<std::optional<std::int64_t>> MemoryCatalog::update(Caller caller, Poc poc, Change change) {
  const auto found = pocs_.find(poc.id);
  const bool current =
      found != pocs_.end() && found->second.change_seq == poc.change_seq && poc.owned_by(caller);
  if (!current) co_return std::nullopt;
  poc.change_seq = ++counters_[caller.tenant];
  events_.emplace_back(poc.id, change);
  found->second = poc;
  co_return poc.change_seq;
}

Task<Result<WrittenPocs, KeyConflict>> MemoryCatalog::update_all(Caller caller, std::vector<Poc> pocs,
                                                                 Change change,
                                                                 std::optional<IdempotencyKey> key) {
  WrittenPocs written{.versions = std::vector<std::optional<std::int64_t>>(pocs.size())};
  KeyOwner owner{caller.tenant, caller.user, key ? key->route : "", key ? key->key : ""};
  if (const auto answered = answered_.find(owner); key && answered != answered_.end()) {
    if (answered->second.first != key->request_hash) co_return fail(KeyConflict::reused);
    written.repeated = true;
    co_return written;
  }
  for (std::size_t i = 0; i < pocs.size(); ++i)
    written.versions[i] = co_await update(caller, std::move(pocs[i]), change);
  if (key) answered_[owner] = {key->request_hash, {}};
  co_return written;
}

Task<> MemoryCatalog::set_favorite(Caller caller, PocId id, bool favorite, Timestamp /*at*/) {
  ++counters_[caller.tenant];
  if (favorite)
    favorites_.insert({caller.tenant, caller.user, id});
  else
    favorites_.erase({caller.tenant, caller.user, id});
  co_return;
}

}  // namespace mrbill::catalog
