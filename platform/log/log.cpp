#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <base/clock.hpp>
#include <base/unreachable.hpp>
#include <log/log.hpp>

namespace mrbill::log {

namespace {

using Logger = std::shared_ptr<spdlog::logger>;

// Writes out what waits in the buffer, soon after the first line of it: a system call a line is a twentieth
// of a small request. Asleep while nothing is logged.
class Flusher {
 public:
  explicit Flusher(Logger logger) : logger_(std::move(logger)), thread_([this] { run(); }) {}
  ~Flusher() {
    stopped_ = true;
    lines_wait();
  }
  Flusher(const Flusher&) = delete;
  Flusher& operator=(const Flusher&) = delete;

  void lines_wait() {
    if (!waiting_.exchange(true)) waiting_.notify_one();
  }

 private:
  static constexpr std::chrono::milliseconds max_delay{50};

  void run() {
    while (!stopped_) {
      waiting_.wait(false);
      if (!stopped_) std::this_thread::sleep_for(max_delay);
      waiting_ = false;
      logger_->flush();
    }
  }

  Logger logger_;
  std::atomic<bool> waiting_{false};
  std::atomic<bool> stopped_{false};
  std::jthread thread_;
};

// The process's log: the one piece of state that every module shares, set once at the start.
struct Sink {
  std::string service = "unnamed";
  Logger logger;
  std::optional<Flusher> flusher;  // before start() every line goes out at once

  Sink() : logger(std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stdout_sink_mt>())) {
    logger->set_pattern("%v");
    logger->set_level(spdlog::level::info);
    logger->flush_on(spdlog::level::debug);
  }
};

constexpr std::size_t usual_line = 512;

Sink& sink() {
  static Sink instance;
  return instance;
}

spdlog::level::level_enum level_of(Severity severity) {
  switch (severity) {
    case Severity::debug:
      return spdlog::level::debug;
    case Severity::info:
      return spdlog::level::info;
    case Severity::warn:
      return spdlog::level::warn;
    case Severity::error:
      return spdlog::level::err;
  }
  unreachable();
}

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::debug:
      return "DEBUG";
    case Severity::info:
      return "INFO";
    case Severity::warn:
      return "WARN";
    case Severity::error:
      return "ERROR";
  }
  unreachable();
}

// Bytes that are not printable ASCII or UTF-8's upper half are escaped, so a line is a line whatever
// was logged.
void append_string(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20) continue;
    out.append(text, copied, i - copied);
    copied = i + 1;
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
  }
  out.append(text, copied);
  out.push_back('"');
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out.push_back(',');
  append_string(out, name);
  out.push_back(':');
  append_string(out, text);
}

void append_value(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) append_string(out, *text);
  if (const auto* number = std::get_if<std::int64_t>(&value)) out += fmt::format("{}", *number);
  if (const auto* real = std::get_if<double>(&value)) out += fmt::format("{:g}", *real);
  if (const auto* flag = std::get_if<bool>(&value)) out += *flag ? "true" : "false";
}

}  // namespace

Severity severity_of(std::string_view word) {
  if (word == "debug") return Severity::debug;
  if (word == "warn") return Severity::warn;
  if (word == "error") return Severity::error;
  return Severity::info;
}

void start(std::string service, Severity least) {
  sink().service = std::move(service);
  sink().logger->set_level(level_of(least));
  sink().logger->flush_on(spdlog::level::warn);
  sink().flusher.emplace(sink().logger);
}

void write(Severity severity, std::string_view message, Fields fields, const Scope& scope) {
  auto& out = sink();
  if (!out.logger->should_log(level_of(severity))) return;
  std::string line;
  line.reserve(usual_line);
  line += "{\"timestamp\":\"";
  append_rfc3339(line, SystemClock{}.now());
  line.push_back('"');
  append_member(line, "severity", word(severity));
  append_member(line, "service", out.service);
  append_member(line, "message", message);
  if (!scope.trace_id.empty()) append_member(line, "traceId", scope.trace_id);
  if (!scope.span_id.empty()) append_member(line, "spanId", scope.span_id);
  if (!scope.tenant_id.empty()) append_member(line, "tenantId", scope.tenant_id);
  for (const auto& field : fields) {
    line.push_back(',');
    append_string(line, field.name);
    line.push_back(':');
    append_value(line, field.value);
  }
  line.push_back('}');
  out.logger->log(level_of(severity), line);
  if (out.flusher) out.flusher->lines_wait();
}

}  // namespace mrbill::log
