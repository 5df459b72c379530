#include <http/problem.hpp>
#include <http/status.hpp>
#include <json/writer.hpp>

namespace mrbill::http {

namespace {

using json::append_json_string;

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out += '"';
  out += name;
  out += "\":";
  append_json_string(out, value);
}

void append_errors(std::string& out, const std::vector<FieldError>& errors) {
  out += ",\"errors\":[";
  for (const auto& error : errors) {
    out += out.back() == '[' ? "{" : ",{";
    append_member(out, "pointer", error.pointer);
    out += ',';
    append_member(out, "code", error.code);
    out += ',';
    append_member(out, "detail", error.detail);
    if (error.limit) out += ",\"limit\":" + std::to_string(*error.limit);
    out += '}';
  }
  out += ']';
}

std::string head_of_problem(unsigned status, std::string_view code, std::string_view detail) {
  std::string out = "{";
  append_member(out, "type", "https://mrbill.dev/problems/" + std::string(code));
  out += ',';
  append_member(out, "title", reason(status));
  out += ",\"status\":" + std::to_string(status) + ',';
  append_member(out, "code", code);
  out += ',';
  append_member(out, "detail", detail);
  return out;
}

Response problem_response(unsigned status, std::string body) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", std::string(problem_media_type));
  response.headers.add("Cache-Control", "no-store");
  response.body = std::move(body);
  return response;
}

}  // namespace

Response problem_of(ErrorCode code, std::string_view detail, std::vector<FieldError> errors) {
  auto body = head_of_problem(contract::status_of(code), to_string(code), detail);
  if (!errors.empty()) append_errors(body, errors);
  body += '}';
  return problem_response(contract::status_of(code), std::move(body));
}

Response problem_of(Told told) {
  return problem_of(told.code, told.sentence);
}

void set_retry_after(Response& response, std::chrono::seconds wait) {
  response.headers.set("Retry-After", std::to_string(wait.count()));
}

void add_errors(Response& problem, const std::vector<FieldError>& errors) {
  problem.body.pop_back();
  append_errors(problem.body, errors);
  problem.body += '}';
}

void add_members(Response& problem, std::string_view members) {
  problem.body.back() = ',';
  problem.body.append(members).append("}");
}

void add_request_id(Response& response, std::string_view request_id) {
  if (response.body.empty() || response.body.back() != '}') return;
  if (response.headers.get_or("Content-Type", "") != problem_media_type) return;
  response.body.back() = ',';
  append_member(response.body, "requestId", request_id);
  response.body += '}';
}

}  // namespace mrbill::http
