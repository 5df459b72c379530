#include "api/work_events.hpp"

#include <algorithm>

#include <http/event_stream.hpp>

#include "api/contract_mapping.hpp"

namespace mrbill::content {
namespace {

constexpr std::chrono::seconds overlap{5};

bool is_among(const std::vector<ChangedRequest>& found, RequestId id) {
  return std::ranges::any_of(found, [id](const ChangedRequest& one) { return one.request.id == id; });
}

}  // namespace

Timestamp WorkEvents::since() const {
  return cursor_ - overlap;
}

std::vector<WorkEvents::Missing> WorkEvents::missing_in(const std::vector<ChangedRequest>& found) const {
  std::vector<Missing> out;
  for (const auto& [id, told] : told_) {
    if (told.open && !is_among(found, id)) out.push_back({told.type, id});
  }
  return out;
}

std::string WorkEvents::tell(const std::vector<ChangedRequest>& found) {
  std::string out;
  std::map<RequestId, Told> now;
  for (const auto& [request, changed_at] : found) {
    auto data = to_json(work_of(request, reader_));
    cursor_ = std::max(cursor_, changed_at);
    const auto before = told_.find(request.id);
    if (before == told_.end() || before->second.data != data) out += event("progress", data);
    now.insert_or_assign(request.id, Told{request.spec.type(), !request.over(), std::move(data)});
  }
  for (const auto& [id, told] : told_) {
    if (told.open && !now.contains(id)) out += event("gone", to_json(gone_work(told.type, id)));
  }
  told_ = std::move(now);
  if (!ready_) out += event("ready", "{}");
  ready_ = true;
  return out;
}

std::string WorkEvents::event(std::string_view name, std::string_view data) const {
  return http::to_text({.name = name, .data = data, .id = http::event_id_of(cursor_)});
}

}  // namespace mrbill::content
