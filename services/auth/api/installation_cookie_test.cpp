#include "api/installation_cookie.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

const auto ours = refresh_cookie(KeyMaterial(Sha256{1}));
const auto neighbours = refresh_cookie(KeyMaterial(Sha256{2}));

std::vector<std::string> set_by(const http::Response& response) {
  std::vector<std::string> out;
  for (const auto& [name, value] : response.headers) {
    if (name == "Set-Cookie") out.push_back(value);
  }
  return out;
}

TEST(InstallationCookie, of_another_installation_has_another_name) {
  EXPECT_THAT(ours.name(), ::testing::MatchesRegex("mrbill_refresh_[0-9a-f]{8}"));
  EXPECT_NE(ours.name(), neighbours.name());
  EXPECT_EQ(ours.name(), refresh_cookie(KeyMaterial(Sha256{1})).name())
      << "of every process and after a restart";
}

TEST(InstallationCookie, is_read_beside_its_neighbours) {
  http::Headers sent;
  sent.set("Cookie", neighbours.name() + "=theirs; mrbill_refresh=old; " + ours.name() + "=mine");
  EXPECT_EQ(ours.read(sent), "mine");
  EXPECT_EQ(neighbours.read(sent), "theirs");
  sent.set("Cookie", "mrbill_refresh=old");
  EXPECT_EQ(ours.read(sent), std::nullopt);
}

TEST(InstallationCookie, is_set_and_taken_away_under_its_name_alone) {
  http::Response response;
  ours.keep(response, std::chrono::hours(1), "token");
  EXPECT_THAT(
      set_by(response),
      ::testing::ElementsAre(ours.name() + "=token; Path=/api/v1/auth; Max-Age=3600; HttpOnly; Secure; "
                                           "SameSite=Strict"));
  http::Response gone;
  ours.drop(gone);
  EXPECT_THAT(set_by(gone), ::testing::ElementsAre(::testing::StartsWith(ours.name() + "=; ")));
}

TEST(InstallationCookie, of_a_device_has_a_name_of_its_own_and_goes_with_every_call) {
  const auto device = device_cookie(KeyMaterial(Sha256{1}));
  EXPECT_THAT(device.name(), ::testing::MatchesRegex("mrbill_device_[0-9a-f]{8}"));
  EXPECT_NE(device.name(), device_cookie(KeyMaterial(Sha256{2})).name());
  http::Response response;
  device.keep(response, std::chrono::hours(1), "token");
  EXPECT_THAT(set_by(response), ::testing::ElementsAre(::testing::HasSubstr("; Path=/api/v1; ")));
  http::Response gone;
  device.drop_former(gone);
  EXPECT_THAT(set_by(gone), ::testing::ElementsAre(::testing::StartsWith("mrbill_device=; ")));
}

}  // namespace
}  // namespace mrbill::auth
