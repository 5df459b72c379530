#include "adapters/argon2/argon2_hasher.hpp"

#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/password_hasher_contract.hpp"

namespace mrbill::auth {
namespace {

struct Argon2Rig {
  asio::io_context io_;
  metrics::Registry registry_;
  Argon2Hasher hasher_{{.threads = 1, .queue = 2}, registry_};
  asio::io_context& io() { return io_; }
  PasswordHasher& hasher() { return hasher_; }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Argon2, PasswordHasherContract, Argon2Rig);

class Argon2HasherTest : public ::testing::Test {
 protected:
  std::string hash(const std::string& text) {
    return *testing::run(io_, hasher_.hash(*Password::parse(text)));
  }
  bool matches(const std::string& text, const std::string& hash) {
    return *testing::run(io_, hasher_.matches(Password::attempt(text), hash));
  }
  asio::io_context io_;
  metrics::Registry registry_;
  Argon2Hasher hasher_{{.threads = 1, .queue = 2}, registry_};
};

TEST_F(Argon2HasherTest, hashes_with_the_parameters_we_decided_on) {
  EXPECT_TRUE(hash("a long enough sentence").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST_F(Argon2HasherTest, has_a_hash_of_nobody_that_costs_the_same) {
  EXPECT_TRUE(hasher_.nobodys().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST_F(Argon2HasherTest, keeps_its_memory_from_one_hash_to_the_next) {
  const auto faults = [] {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_minflt;
  };
  const auto stored = hash("a long enough sentence");
  const auto before = faults();
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(matches("a long enough sentence", stored));
  EXPECT_LT(faults() - before, 5 * 400);  // mapped anew, each hash would need 4,864 pages
}

TEST_F(Argon2HasherTest, refuses_beyond_its_queue) {
  int hashed = 0;
  int busy = 0;
  for (int i = 0; i < 20; ++i) {
    asio::co_spawn(io_, hasher_.hash(*Password::parse("a long enough sentence")),
                   [&](const std::exception_ptr&, const Result<std::string, HasherRefusal>& result) {
                     ++(result ? hashed : busy);
                   });
  }
  io_.run();
  EXPECT_EQ(hashed + busy, 20);
  EXPECT_GE(hashed, 3);
  EXPECT_GT(busy, 0);
}

}  // namespace
}  // namespace mrbill::auth
