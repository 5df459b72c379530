#include "adapters/argon2/argon2_hasher.hpp"

#include <array>
#include <chrono>
#include <new>
#include <sys/resource.h>
#include <unistd.h>

#include <sodium.h>

#include <base/check.hpp>

#include "adapters/argon2/hashing_memory.hpp"

namespace mrbill::auth {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;
constexpr int low_priority = 19;  // reads with a token go first when the machine is full

void step_back() {
  thread_local const bool done =
      ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), low_priority) == 0;
  static_cast<void>(done);
}

std::string argon2id(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int failed = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), passes,
                                           memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();  // its only reason to fail
  return text.data();
}

bool fits(const std::string& password, const std::string& hash) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

class Stopwatch {
 public:
  explicit Stopwatch(metrics::Histogram& seconds) : seconds_(seconds) {}
  ~Stopwatch() {
    seconds_.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
  }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  metrics::Histogram& seconds_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::string hash_nobody_has() {
  CHECK(sodium_init() >= 0, "libsodium is usable on every machine we run on");
  std::array<char, 32> unguessable{};
  randombytes_buf(unguessable.data(), unguessable.size());
  return argon2id(std::string(unguessable.data(), unguessable.size()));
}

}  // namespace

Argon2Hasher::Argon2Hasher(Options options, metrics::Registry& registry)
    : pool_(options.threads, options.queue),
      nobodys_(hash_nobody_has()),
      seconds_(
          registry.histogram("auth_password_hash_seconds", "From asking for a password hash to having it")),
      refused_(
          registry.counter("auth_password_hash_refused_total", "Refused because too many were waiting")) {}

Task<Result<std::string, HasherRefusal>> Argon2Hasher::hash(Password password) {
  const Stopwatch stopwatch(seconds_);
  try {
    auto work = [password = std::move(password)] {
      step_back();
      const HashingMemory::Use memory;
      return argon2id(password.reveal());
    };
    co_return co_await pool_.run(std::move(work));
  } catch (const WorkPoolFull&) {
    refused_.add();
    co_return fail(HasherRefusal::busy);
  }
}

Task<Result<bool, HasherRefusal>> Argon2Hasher::matches(Password password, std::string hash) {
  const Stopwatch stopwatch(seconds_);
  try {
    auto work = [password = std::move(password), hash = std::move(hash)] {
      step_back();
      const HashingMemory::Use memory;
      return fits(password.reveal(), hash);
    };
    co_return co_await pool_.run(std::move(work));
  } catch (const WorkPoolFull&) {
    refused_.add();
    co_return fail(HasherRefusal::busy);
  }
}

}  // namespace mrbill::auth
