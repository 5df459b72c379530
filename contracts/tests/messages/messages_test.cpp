// The messages by themselves, as a client links them: this program has no HTTP, no Asio and no OpenSSL in it.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include <contract/auth.hpp>
#include <contract/catalog.hpp>
#include <contract/content.hpp>
#include <contract/sample.hpp>

namespace mrbill::contract {
namespace {

const Uuid id = Uuid::parse("0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11").value();

TEST(Messages, are_linked_without_a_server_and_its_libraries) {
  std::ifstream maps("/proc/self/maps");
  const std::string loaded{std::istreambuf_iterator<char>(maps), {}};
  ASSERT_NE(loaded.find("libc"), std::string::npos);
  for (const auto* library : {"libssl", "libcrypto", "libpq", "libhiredis"})
    EXPECT_EQ(loaded.find(library), std::string::npos) << library;
}

TEST(Messages, are_read_as_they_were_written) {
  const sample::ThingList things{
      .items = {{.thing_id = id, .name = "box", .parts = {{sample::Colour::dark_green, Timestamp{}}}},
                {.thing_id = id, .name = "bag", .note = "n", .secret = "s"}}};
  EXPECT_EQ(sample::parse_thing_list(to_json(things)), things);
  const sample::NewThing thing{
      .name = "box", .size = 9, .weight = 0.5, .parts = {{}}, .extra = R"({"a":[1]})"};
  EXPECT_EQ(sample::parse_new_thing(to_json(thing)), thing);
}

TEST(Messages, keep_the_three_states_of_a_merge_patch) {
  for (const auto* text : {"{}", R"({"name":"a"})", R"({"note":null})", R"({"name":"a","note":"n"})"}) {
    const auto patch = sample::parse_thing_patch(text);
    ASSERT_TRUE(patch) << text;
    EXPECT_EQ(to_json(*patch), text);
  }
}

TEST(Messages, refuse_what_they_do_not_know_unless_a_client_reads_on) {
  const std::string newer =
      R"({"items":[{"thingId":"0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11","name":"a","note":null,"parts":[],"later":1}],"more":[]})";
  const auto refused = sample::parse_thing_list(newer);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, "unknown_field");
  const auto read = sample::parse_thing_list(newer, json::UnknownFields::ignored);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->items.front().name, "a");
}

TEST(Messages, of_a_client_are_written_and_of_a_server_are_read) {
  const auth::LogInRequest log_in{.email = "a@b.example", .password = "fifteen letters or more"};
  EXPECT_EQ(auth::parse_log_in_request(to_json(log_in)), log_in);
  const auth::LogInResponse signed_in{
      .access_token = "a", .refresh_token = "r", .expires_in = 600, .user_id = id};
  EXPECT_EQ(auth::parse_log_in_response(to_json(signed_in), json::UnknownFields::ignored), signed_in);
  const catalog::PocPatch patch{.description = Patch<std::string>(std::nullopt),
                                .is_public = Patch<bool>(true)};
  EXPECT_EQ(to_json(patch), R"({"description":null,"isPublic":true})");
  const content::VideoAccepted accepted{.request_id = id};
  EXPECT_FALSE(content::parse_video_accepted("{}"));
  EXPECT_EQ(content::parse_video_accepted(to_json(accepted)), accepted);
}

}  // namespace
}  // namespace mrbill::contract
