#include <stdexcept>

#include <gtest/gtest.h>

#include <redis/address.hpp>

namespace mrbill::redis {
namespace {

TEST(RedisAddress, reads_host_port_password_and_database) {
  const auto address = Address::parse("redis://worker:p%40ss%3Aword@[::1]:7000/3");
  EXPECT_EQ(address.host, "::1");
  EXPECT_EQ(address.port, "7000");
  EXPECT_EQ(address.user, "worker");
  EXPECT_EQ(address.password.reveal(), "p@ss:word");
  EXPECT_EQ(address.database, 3);
}

TEST(RedisAddress, needs_only_a_host) {
  const auto address = Address::parse("redis://localhost");
  EXPECT_EQ(address.host, "localhost");
  EXPECT_EQ(address.port, "6379");
  EXPECT_TRUE(address.password.empty());
}

TEST(RedisAddress, refuses_everything_else_without_repeating_it) {
  for (const auto* url :
       {"", "http://localhost", "redis://", "redis://host:port", "redis://host:70000", "redis://[::1",
        "redis://secret@host", "redis://:secret%4@host", "redis://host/x"}) {
    try {
      static_cast<void>(Address::parse(url));
      ADD_FAILURE() << url << " was accepted";
    } catch (const std::invalid_argument& refusal) {
      EXPECT_EQ(std::string(refusal.what()).find("secret"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace mrbill::redis
