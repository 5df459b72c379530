// The catalogue in memory: PocStore and PocWriter for tests of what stands on these ports. It keeps
// the promises of the contract suites (ports/poc_store_contract.hpp), which run against it and
// against PostgreSQL.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

class MemoryCatalog final : public PocStore, public PocWriter {
 public:
  Task<std::optional<Poc>> find(Caller caller, PocId id) override;
  Task<std::vector<Poc>> find_all(Caller caller, std::vector<PocId> ids) override;
  Task<PocPage> list(PocQuery query) override;
  Task<std::vector<Poc>> changed_since(Caller caller, std::int64_t change_seq, int limit) override;
  Task<std::vector<PocChange>> changes_since(Caller caller, std::int64_t change_seq, int limit) override;
  Task<std::vector<PocId>> favorites(Caller caller) override;
  Task<std::optional<std::string>> name_of(Caller caller) override;

  Task<Result<Created, KeyConflict>> insert(Caller caller, Poc poc,
                                            std::optional<IdempotencyKey> key) override;
  Task<std::optional<std::int64_t>> update(Caller caller, Poc poc, Change change) override;
  Task<Result<WrittenPocs, KeyConflict>> update_all(Caller caller, std::vector<Poc> pocs, Change change,
                                                    std::optional<IdempotencyKey> key) override;
  Task<> set_favorite(Caller caller, PocId id, bool favorite, Timestamp at) override;

  // Its members with such an id are none any more.
  void leave(TenantId tenant, UserId user) { gone_.emplace(tenant, user); }
  void name(const Caller& caller, std::string full_name) {
    names_[{caller.tenant, caller.user}] = std::move(full_name);
  }
  // What was told to other services, in order.
  [[nodiscard]] const std::vector<std::pair<PocId, Change>>& events() const { return events_; }

 private:
  using KeyOwner = std::tuple<TenantId, UserId, std::string, std::string>;
  [[nodiscard]] bool is_visible(const Caller& caller, const Poc& poc) const;
  [[nodiscard]] bool is_favorite(const Caller& caller, PocId id) const;
  [[nodiscard]] Poc as_seen_by(const Caller& caller, Poc poc) const;
  [[nodiscard]] bool passes(const Caller& caller, const PocFilter& filter, const Poc& poc) const;
  std::set<std::pair<TenantId, UserId>> gone_;
  std::map<std::pair<TenantId, UserId>, std::string> names_;
  std::map<PocId, Poc> pocs_;
  std::map<TenantId, std::int64_t> counters_;
  std::set<std::tuple<TenantId, UserId, PocId>> favorites_;
  std::map<KeyOwner, std::pair<Sha256, Created>> answered_;
  std::vector<std::pair<PocId, Change>> events_;
};

}  // namespace mrbill::catalog
