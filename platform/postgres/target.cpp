#include <algorithm>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <libpq-fe.h>

#include <postgres/target.hpp>

namespace mrbill::postgres {

namespace {

// client_connection_check_interval: a statement whose client has gone ends by itself.
// idle_in_transaction_session_timeout: a client that hangs in a transaction holds no lock for ever.
std::string text_of(const SessionSettings& settings) {
  return fmt::format(
      "-c DateStyle=ISO -c TimeZone=UTC -c bytea_output=hex -c extra_float_digits=1 -c statement_timeout={} "
      "-c client_connection_check_interval=1000 -c idle_in_transaction_session_timeout=60000{}",
      settings.statement_timeout.count(),
      settings.generic_plans ? " -c plan_cache_mode=force_generic_plan" : "");
}

}  // namespace

Target::Target(const Secret& url, const std::string& application, const SessionSettings& settings) {
  char* problem = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> given(
      PQconninfoParse(url.reveal().c_str(), &problem), &PQconninfoFree);
  PQfreemem(problem);
  if (!given)
    throw std::invalid_argument(
        "the database URL is not of the form postgresql://role:password@host:port/name");
  std::string options = text_of(settings);
  for (const auto* option = given.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr) continue;
    if (std::string_view(option->keyword) == "options") {
      options += fmt::format(" {}", option->val);
    } else {
      set(option->keyword, option->val);
    }
  }
  set("options", options);
  set("client_encoding", "UTF8");
  set_default("application_name", application);
  set_default("gssencmode", "disable");
  set_default("keepalives_idle", "10");
  set_default("keepalives_interval", "5");
  set_default("keepalives_count", "3");
  set_default("tcp_user_timeout", "15000");
  for (const auto& keyword : keywords_) keyword_pointers_.push_back(keyword.c_str());
  for (const auto& value : values_) value_pointers_.push_back(value.c_str());
  keyword_pointers_.push_back(nullptr);
  value_pointers_.push_back(nullptr);
}

void Target::set(std::string keyword, std::string value) {
  keywords_.push_back(std::move(keyword));
  values_.push_back(std::move(value));
}

void Target::set_default(const std::string& keyword, std::string value) {
  if (std::find(keywords_.begin(), keywords_.end(), keyword) == keywords_.end())
    set(keyword, std::move(value));
}

}  // namespace mrbill::postgres
