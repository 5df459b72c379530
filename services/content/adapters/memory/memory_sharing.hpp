#pragma once

#include <map>
#include <optional>
#include <string>

#include "ports/sharing.hpp"

namespace mrbill::content {

class MemorySharing final : public Sharing {
 public:
  Task<std::optional<int>> private_pocs(Caller caller, RequestId id) override {
    const auto* film = film_of(caller, id);
    if (film == nullptr || !film->request.render) co_return std::nullopt;
    co_return film->request.render->private_pocs;
  }
  Task<Result<void, ShareError>> share(Caller caller, RequestId id, NewShare share) override {
    auto* film = film_of(caller, id);
    if (film == nullptr) co_return fail(ShareError::not_found);
    if (!film->request.render) co_return fail(ShareError::not_completed);
    film->link = share;
    ++shared;
    co_return Result<void, ShareError>{};
  }
  Task<Result<KnownShare, KnownShareError>> known(Caller caller, RequestId id) override {
    const auto* film = film_of(caller, id);
    if (film == nullptr) co_return fail(KnownShareError::not_found);
    if (!film->link) co_return fail(KnownShareError::not_shared);
    co_return KnownShare{film->link->id, film->link->created_at};
  }
  Task<bool> unshare(Caller caller, RequestId id) override {
    auto* film = film_of(caller, id);
    if (film == nullptr) co_return false;
    film->link.reset();
    co_return true;
  }
  Task<std::optional<SharedFilm>> find(Sha256 token_hash) override {
    for (const auto& [id, film] : films_) {
      if (!film.link || film.link->token_hash != token_hash || !film.request.render) continue;
      const auto name = names_.find({film.owner.tenant, film.owner.user});
      co_return SharedFilm{film.owner.user, film.request, name == names_.end() ? "" : name->second};
    }
    co_return std::nullopt;
  }

  void add(const Caller& owner, Request request) {
    const auto id = request.id;
    films_[id] = {owner, std::move(request), std::nullopt};
  }
  void name(const Caller& owner, std::string full_name) {
    names_[{owner.tenant, owner.user}] = std::move(full_name);
  }
  int shared = 0;  // times

 private:
  struct Film {
    Caller owner;
    Request request;
    std::optional<NewShare> link;
  };
  Film* film_of(const Caller& caller, RequestId id) {
    const auto found = films_.find(id);
    if (found == films_.end()) return nullptr;
    const auto& owner = found->second.owner;
    return owner.tenant == caller.tenant && owner.user == caller.user ? &found->second : nullptr;
  }
  std::map<RequestId, Film> films_;
  std::map<std::pair<TenantId, UserId>, std::string> names_;
};

}  // namespace mrbill::content
