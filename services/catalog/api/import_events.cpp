#include "api/import_events.hpp"

#include <ranges>

#include <http/event_stream.hpp>

#include "api/contract_mapping.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::chrono::seconds overlap{5};  // clocks differ, and a transaction ends after its time

bool is_open(const Import& import) {
  return import.status == ImportStatus::pending || import.status == ImportStatus::processing;
}

}  // namespace

std::string ImportEvents::tell(const std::vector<Import>& found, Timestamp moment) {
  const auto id = http::event_id_of(moment);
  std::string out;
  std::map<ImportId, std::string> now;
  for (const auto& import : found | std::views::reverse) {
    auto data = to_json(to_contract(import, reader_));
    if (is_news(import, data)) out += http::to_text({.name = "progress", .data = data, .id = id});
    now.emplace(import.id, std::move(data));
  }
  told_ = std::move(now);
  if (!ready_) out += http::to_text({.name = "ready", .data = "{}", .id = id});
  ready_ = true;
  return out;
}

bool ImportEvents::is_news(const Import& import, const std::string& data) const {
  const auto before = told_.find(import.id);
  if (before != told_.end()) return before->second != data;
  return is_open(import) || (import.completed_at && *import.completed_at >= since_ - overlap);
}

}  // namespace mrbill::catalog
