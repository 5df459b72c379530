#include "adapters/catalog/http_poc_source.hpp"

#include <chrono>

#include <contract/catalog_client.hpp>
#include <contract/catalog_mapping.hpp>

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr auto batch_timeout = 10s;  // for one batch, attempts together

}  // namespace

Task<PocBatch> HttpPocSource::fetch(Caller caller, Spec spec, std::optional<std::string> from) {
  contract::Sender sender{.token = identity_.token_for("catalog", caller.tenant, caller.user),
                          .trace = trace::parse_traceparent(caller.traceparent),
                          .deadline = Deadline::in(batch_timeout)};
  contract::catalog::ListPocFactsInput asked{.after = spec.from,
                                             .before = spec.to,
                                             .include_private = spec.include_private,
                                             .include_tags = std::move(spec.include_tags),
                                             .exclude_tags = std::move(spec.exclude_tags),
                                             .cursor = std::move(from)};
  auto page = co_await contract::catalog::list_poc_facts(catalog_, std::move(asked), std::move(sender));
  PocBatch batch{.next = std::move(page.next_cursor)};
  batch.pocs.reserve(page.items.size());
  for (auto& facts : page.items) batch.pocs.push_back(contract::value_of<Poc>(std::move(facts)));
  co_return batch;
}

}  // namespace mrbill::content
