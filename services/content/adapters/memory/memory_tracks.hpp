#pragma once

#include <algorithm>
#include <map>
#include <tuple>

#include "ports/tracks.hpp"

namespace mrbill::content {

class MemoryTracks final : public Tracks {
 public:
  Task<std::vector<Track>> list(Caller caller) override {
    auto mine = tracks_[owner(caller)];
    std::ranges::sort(mine, std::greater{},
                      [](const Track& track) { return std::pair(track.created_at, track.id); });
    co_return mine;
  }
  Task<bool> exists(Caller caller, TrackId id) override {
    co_return std::ranges::count(tracks_[owner(caller)], id, &Track::id) > 0;
  }
  Task<Result<Created, TrackError>> add(Caller caller, Track track,
                                        std::optional<IdempotencyKey> key) override {
    const Key known{caller.tenant, caller.user, key ? key->key : ""};
    if (const auto found = keys_.find(known); key && found != keys_.end()) {
      if (found->second.first != key->request_hash) co_return fail(TrackError::key_reused);
      auto created = found->second.second;
      created.repeated = true;
      co_return created;
    }
    auto& mine = tracks_[owner(caller)];
    if (mine.size() >= max_tracks) co_return fail(TrackError::too_many);
    const Created created{.id = track.id.uuid, .at = track.created_at};
    mine.push_back(std::move(track));
    if (key) keys_[known] = {key->request_hash, created};
    co_return created;
  }
  Task<bool> remove(Caller caller, TrackId id) override {
    co_return std::erase_if(tracks_[owner(caller)], [&](const Track& track) { return track.id == id; }) > 0;
  }

 private:
  using Key = std::tuple<TenantId, UserId, std::string>;
  static std::pair<TenantId, UserId> owner(const Caller& caller) { return {caller.tenant, caller.user}; }
  std::map<std::pair<TenantId, UserId>, std::vector<Track>> tracks_;
  std::map<Key, std::pair<Sha256, Created>> keys_;
};

}  // namespace mrbill::content
