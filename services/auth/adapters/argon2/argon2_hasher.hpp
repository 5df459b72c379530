// Argon2id (RFC 9106) by libsodium: m = 19 MiB, t = 2, p = 1, on a bounded pool of low-priority threads, so
// that a storm of sign-ins slows sign-ins only. One per process.
#pragma once

#include <cstddef>
#include <string>

#include <async/work_pool.hpp>
#include <metrics/metrics.hpp>

#include "ports/password_hasher.hpp"

namespace mrbill::auth {

class Argon2Hasher final : public PasswordHasher {
 public:
  struct Options {
    std::size_t threads = 2;
    std::size_t queue = 128;  // beyond it: busy
  };
  Argon2Hasher(Options options, metrics::Registry& registry);
  Task<Result<std::string, HasherRefusal>> hash(Password password) override;
  Task<Result<bool, HasherRefusal>> matches(Password password, std::string hash) override;
  [[nodiscard]] const std::string& nobodys() const override { return nobodys_; }

 private:
  WorkPool pool_;
  std::string nobodys_;
  metrics::Histogram& seconds_;
  metrics::Counter& refused_;
};

}  // namespace mrbill::auth
