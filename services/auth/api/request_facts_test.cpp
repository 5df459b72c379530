#include "api/request_facts.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

TEST(VersionOfIfMatch, is_the_number_in_the_entity_tag) {
  EXPECT_EQ(version_of("\"7\""), 7);
}

TEST(VersionOfIfMatch, is_any_for_the_asterisk_alone) {
  EXPECT_EQ(version_of("*"), any_version);
  for (const auto* tag : {"\"0\"", "\"-1\"", "\"-0\"", "\"*\"", "0", "\"00\"", "\"7"}) {
    EXPECT_EQ(version_of(tag), std::nullopt) << tag;
  }
}

}  // namespace
}  // namespace mrbill::auth
