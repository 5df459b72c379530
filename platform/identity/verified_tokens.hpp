// The tokens this thread has verified of late: a bounded LRU by SHA-256 of the token, because a verification
// costs a hundred times a look-up. It says only that the signature was right: expiry and revocation are the
// caller's, at every request.
#pragma once

#include <cstring>
#include <list>
#include <unordered_map>
#include <utility>

#include <base/encoding.hpp>
#include <http/principal.hpp>

namespace mrbill::identity {

class VerifiedTokens {
 public:
  explicit VerifiedTokens(std::size_t max) : max_(max) {}

  // Valid until the next put or erase.
  [[nodiscard]] const http::Principal* find(const Sha256& digest) {
    auto found = by_digest_.find(digest);
    if (found == by_digest_.end()) return nullptr;
    by_use_.splice(by_use_.begin(), by_use_, found->second);
    return &found->second->second;
  }

  void put(const Sha256& digest, http::Principal principal) {
    if (max_ == 0 || by_digest_.contains(digest)) return;
    if (by_use_.size() == max_) erase(by_use_.back().first);
    by_use_.emplace_front(digest, std::move(principal));
    by_digest_.emplace(digest, by_use_.begin());
  }

  void erase(Sha256 digest) {
    auto found = by_digest_.find(digest);
    if (found == by_digest_.end()) return;
    by_use_.erase(found->second);
    by_digest_.erase(found);
  }

  void clear() {
    by_digest_.clear();
    by_use_.clear();
  }

  [[nodiscard]] std::size_t size() const { return by_use_.size(); }

 private:
  struct FirstBytes {  // a digest is as random as a hash could make it
    std::size_t operator()(const Sha256& digest) const noexcept {
      std::size_t out = 0;
      std::memcpy(&out, digest.data(), sizeof out);
      return out;
    }
  };
  using Entries = std::list<std::pair<Sha256, http::Principal>>;

  std::size_t max_;
  Entries by_use_;  // the last used first
  std::unordered_map<Sha256, Entries::iterator, FirstBytes> by_digest_;
};

}  // namespace mrbill::identity
