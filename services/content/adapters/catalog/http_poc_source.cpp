#include "adapters/catalog/http_poc_source.hpp"

#include <chrono>

#include <contract/catalog.hpp>
#include <http/percent.hpp>

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr auto batch_timeout = 10s;  // for one batch, attempts together

void add(std::string& target, std::string_view name, std::string_view value) {
  target += target.find('?') == std::string::npos ? '?' : '&';
  target += name;
  target += '=';
  target += http::percent_encoded(value);
}

void add(std::string& target, std::string_view name, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  std::string list;
  for (const auto& tag : tags) (list += list.empty() ? "" : ",") += tag;
  add(target, name, list);
}

std::string target_of(const Spec& spec, const std::optional<std::string>& from) {
  std::string target = "/internal/pocs";
  add(target, "after", to_rfc3339(spec.from));
  add(target, "before", to_rfc3339(spec.to));
  if (!spec.include_private) add(target, "includePrivate", std::string_view("false"));
  add(target, "includeTags", spec.include_tags);
  add(target, "excludeTags", spec.exclude_tags);
  if (from) add(target, "cursor", *from);
  return target;
}

Poc poc_of(contract::catalog::PocFacts facts) {
  return {.id = facts.poc_id,
          .name = std::move(facts.name),
          .description = std::move(facts.description),
          .repository_url = std::move(facts.repository_url),
          .language = std::move(facts.language),
          .tags = std::move(facts.tags),
          .frameworks = std::move(facts.frameworks),
          .is_public = facts.is_public,
          .is_favorite = facts.is_favorite,
          .created_at = facts.created_at,
          .updated_at = facts.updated_at};
}

}  // namespace

Task<PocBatch> HttpPocSource::fetch(Caller caller, Spec spec, std::optional<std::string> from) {
  http::Call call{.target = target_of(spec, from),
                  .trace = trace::parse_traceparent(caller.traceparent),
                  .deadline = Deadline::in(batch_timeout)};
  call.headers.set("Authorization", "Bearer " + identity_.token_for("catalog", caller.tenant, caller.user));
  auto answer = co_await catalog_.send(std::move(call));
  if (answer.status == 400) throw std::runtime_error("catalog does not understand the question for POCs");
  if (answer.status != 200)
    throw http::UpstreamUnavailable("catalog answered " + std::to_string(answer.status));
  auto page = contract::catalog::parse_poc_facts_page(answer.body);
  if (!page) throw http::UpstreamUnavailable("catalog's POCs are not what its contract says");
  PocBatch batch{.next = std::move(page->next_cursor)};
  batch.pocs.reserve(page->items.size());
  for (auto& facts : page->items) batch.pocs.push_back(poc_of(std::move(facts)));
  co_return batch;
}

}  // namespace mrbill::content
