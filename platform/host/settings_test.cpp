#include <map>

#include <gtest/gtest.h>

#include <host/settings.hpp>

namespace mrbill::host {
namespace {

config::Environment environment(std::map<std::string, std::string> variables) {
  return config::Environment([variables = std::move(variables)](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  });
}

TEST(HostSettings, are_read_from_variables_that_bear_the_programs_name) {
  auto env = environment({{"MRBILL_CATALOG_INDEXER_INTERNAL_PORT", "4711"},
                          {"MRBILL_LOG_LEVEL", "warn"},
                          {"MRBILL_INSTALLATION_KEY", "sesame"}});
  const auto settings = read_settings(env, "catalog-indexer");
  env.done();
  EXPECT_EQ(settings.program, "catalog-indexer");
  EXPECT_EQ(settings.internal_port, 4711);
  EXPECT_EQ(settings.log_level, log::Severity::warn);
  EXPECT_EQ(settings.installation_key.reveal(), "sesame");
}

TEST(HostSettings, of_an_api_have_its_port_as_well_and_say_what_is_missing) {
  auto env = environment({{"MRBILL_AUTH_INTERNAL_PORT", "1"},
                          {"MRBILL_AUTH_PORT", "2"},
                          {"MRBILL_GATEWAY_KEY", "g"},
                          {"MRBILL_INSTALLATION_KEY", "i"}});
  const auto settings = read_api_settings(env, "auth");
  EXPECT_EQ(settings.port, 2);
  EXPECT_EQ(settings.threads, 2U);
  EXPECT_FALSE(settings.listen_when_ready);
  auto empty = environment({});
  static_cast<void>(read_api_settings(empty, "auth"));
  EXPECT_EQ(empty.complaints().size(), 4U);  // two ports, two keys
}

}  // namespace
}  // namespace mrbill::host
