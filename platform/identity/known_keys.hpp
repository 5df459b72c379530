// Auth's public keys as this thread knows them. The set is fetched from one configured address; a token with
// an unknown key id makes us look again, at most every ten seconds, however many such tokens come.
//
//   auto keys = KnownKeys::make(io, [&] { return jwks_from_auth(); });
//   keys->start();
//   if (!keys->now().contains(kid)) co_await keys->look_again();
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <jwt/jwt.hpp>

namespace boost::asio {
class io_context;
}

namespace mrbill::identity {

class KnownKeys : public std::enable_shared_from_this<KnownKeys> {
 public:
  using Fetch = std::function<Task<std::string>()>;  // a JWK set; throws when auth is away
  using Now = std::function<std::chrono::steady_clock::time_point()>;
  static constexpr std::chrono::seconds look_again_after{10};
  static constexpr std::chrono::minutes fresh_for{5};

  [[nodiscard]] static std::shared_ptr<KnownKeys> make(asio::io_context& io, Fetch fetch,
                                                       Now now = std::chrono::steady_clock::now);
  // Loads, again and again until it succeeds, and from then on every fresh_for. Until stop().
  void start();
  void stop() { stopped_ = true; }

  [[nodiscard]] bool loaded() const { return keys_.has_value(); }
  [[nodiscard]] jwt::KeySet now() const { return keys_.value_or(jwt::KeySet{}); }
  // Grows whenever the set became another: what was verified with the old one must be verified again.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  // Returns once the running or a new attempt has ended, or at once when the last one is too young.
  [[nodiscard]] Task<> look_again();

 private:
  struct Waiters;
  KnownKeys(asio::io_context& io, Fetch fetch, Now now);
  [[nodiscard]] Task<> run();
  [[nodiscard]] Task<> load();
  [[nodiscard]] Task<> load_for_all_waiting();

  asio::io_context& io_;
  Fetch fetch_;
  Now now_;
  std::optional<jwt::KeySet> keys_;
  std::string jwks_;
  std::uint64_t version_ = 0;
  std::optional<std::chrono::steady_clock::time_point> last_attempt_;
  std::shared_ptr<Waiters> waiters_;
  bool stopped_ = false;
};

}  // namespace mrbill::identity
