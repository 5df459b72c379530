// JSON lines on standard output: timestamp, severity, service, message, and traceId, spanId, tenantId
// where known.
//
//   log::info("poc registered", {{"pocId", id.to_string()}}, request.trace, tenant);
//
// Never an e-mail, a token, a password or a body: fields are ids, counts, durations and codes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace mrbill::log {

enum class Severity : std::uint8_t { debug, info, warn, error };
// "debug", "info", "warn", "error": what MRBILL_LOG_LEVEL may be. Everything else is info.
[[nodiscard]] Severity severity_of(std::string_view word);

using Value = std::variant<std::string_view, std::int64_t, double, bool>;
struct Field {
  std::string_view name;
  Value value;
  Field(std::string_view n, std::string_view v) : name(n), value(v) {}
  Field(std::string_view n, const char* v) : name(n), value(std::string_view(v)) {}
  Field(std::string_view n, const std::string& v) : name(n), value(std::string_view(v)) {}
  Field(std::string_view n, bool v) : name(n), value(v) {}
  Field(std::string_view n, double v) : name(n), value(v) {}
  template <class I>
    requires(std::is_integral_v<I> && !std::is_same_v<I, bool>)
  Field(std::string_view n, I v) : name(n), value(static_cast<std::int64_t>(v)) {}
};
using Fields = std::initializer_list<Field>;

// Where a line belongs; empty members are left out.
struct Scope {
  std::string trace_id;
  std::string span_id;
  std::string tenant_id;
};

void start(std::string service, Severity least);  // once, in main; before it lines carry service "unnamed"
void write(Severity severity, std::string_view message, Fields fields, const Scope& scope);

inline void debug(std::string_view message, Fields fields = {}, const Scope& scope = {}) {
  write(Severity::debug, message, fields, scope);
}
inline void info(std::string_view message, Fields fields = {}, const Scope& scope = {}) {
  write(Severity::info, message, fields, scope);
}
inline void warn(std::string_view message, Fields fields = {}, const Scope& scope = {}) {
  write(Severity::warn, message, fields, scope);
}
inline void error(std::string_view message, Fields fields = {}, const Scope& scope = {}) {
  write(Severity::error, message, fields, scope);
}

}  // namespace mrbill::log
