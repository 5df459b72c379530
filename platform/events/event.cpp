#include <events/event.hpp>
#include <json/parse.hpp>
#include <json/writer.hpp>
#include <trace/trace.hpp>

namespace mrbill::events {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out += out.empty() ? '{' : ',';
  json::append_json_string(out, name);
  out += ':';
  json::append_json_string(out, text);
}

// The members of an envelope, each of which must be a string where it is there at all.
class Envelope {
 public:
  explicit Envelope(json::Object members) : members_(members) {}

  std::string required(std::string_view name) {
    const auto* value = json::find(members_, name);
    const auto* text = value == nullptr ? nullptr : value->string();
    if (text == nullptr || text->empty()) broken_ = true;
    return text == nullptr ? std::string() : std::string(*text);
  }
  std::string optional(std::string_view name) {
    return json::find(members_, name) == nullptr ? std::string() : required(name);
  }
  template <class T>
  T parsed(std::optional<T> value) {
    if (!value) broken_ = true;
    return value.value_or(T{});
  }
  std::string object(std::string_view name) {
    const auto* value = json::find(members_, name);
    std::string out;
    if (value == nullptr || value->object() == nullptr) {
      broken_ = true;
    } else {
      json::append_json_value(out, *value);
    }
    return out;
  }
  void demand(bool holds) { broken_ = broken_ || !holds; }
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  json::Object members_;
  bool broken_ = false;
};

}  // namespace

std::string to_cloud_event(const Event& event) {
  std::string out;
  append_member(out, "specversion", "1.0");
  append_member(out, "id", event.id.to_string());
  append_member(out, "source", event.source);
  append_member(out, "type", event.type);
  append_member(out, "subject", event.subject);
  append_member(out, "time", to_rfc3339(event.time));
  append_member(out, "datacontenttype", "application/json");
  append_member(out, "tenantid", event.tenant.to_string());
  if (!event.traceparent.empty()) append_member(out, "traceparent", event.traceparent);
  out += R"(,"data":)";
  out += event.data;
  out += '}';
  return out;
}

std::optional<Event> from_cloud_event(std::string_view text) {
  json::Errors errors;
  json::Memory memory;
  const auto document = json::parse(text, memory, errors);
  if (!document || !errors.empty() || document->object() == nullptr) return std::nullopt;
  Envelope envelope(*document->object());
  Event event;
  envelope.demand(envelope.required("specversion") == "1.0");
  envelope.demand(envelope.required("datacontenttype") == "application/json");
  event.id = envelope.parsed(Uuid::parse(envelope.required("id")));
  event.source = envelope.required("source");
  event.type = envelope.required("type");
  event.subject = envelope.required("subject");
  event.time = envelope.parsed(from_rfc3339(envelope.required("time")));
  event.tenant = envelope.parsed(TenantId::parse(envelope.required("tenantid")));
  event.traceparent = envelope.optional("traceparent");
  envelope.demand(event.traceparent.empty() || trace::parse_traceparent(event.traceparent).has_value());
  event.data = envelope.object("data");
  if (envelope.broken()) return std::nullopt;
  return event;
}

}  // namespace mrbill::events
