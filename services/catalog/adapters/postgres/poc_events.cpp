#include "adapters/postgres/poc_events.hpp"

#include <contract/events_mapping.hpp>

namespace mrbill::catalog {
namespace {

constexpr auto source = "/services/catalog";

}  // namespace

events::Event poc_changed(const Clock& clock, Random& random, const Caller& by, const Poc& poc,
                          Change change) {
  const contract::events::PocChanged data{.poc_id = poc.id.uuid,
                                          .user_id = poc.creator.uuid,
                                          .change = contract::message_of<contract::events::PocChange>(change),
                                          .change_seq = poc.change_seq};
  return {.id = new_uuid(clock, random),
          .source = source,
          .type = "poc.changed",
          .subject = poc.id.to_string(),
          .tenant = poc.tenant,
          .time = clock.now(),
          .traceparent = by.traceparent,
          .data = to_json(data)};
}

events::Event pocs_imported(const Clock& clock, Random& random, const Caller& by, ImportId import,
                            std::int64_t count, std::int64_t change_seq) {
  const contract::events::PocsImported data{
      .import_id = import.uuid, .count = count, .change_seq = change_seq};
  return {.id = new_uuid(clock, random),
          .source = source,
          .type = "pocs.imported",
          .subject = import.to_string(),
          .tenant = by.tenant,
          .time = clock.now(),
          .traceparent = by.traceparent,
          .data = to_json(data)};
}

}  // namespace mrbill::catalog
