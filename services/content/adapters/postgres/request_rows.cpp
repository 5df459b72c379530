#include "adapters/postgres/request_rows.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <base/check.hpp>

#include "adapters/postgres/spec_json.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement insert_row{"insert_request", R"(
  INSERT INTO content_requests (request_id, tenant_id, user_id, type, title, description, from_date, to_date, parameters,
                                created_at, updated_at, job_id, scheduled)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $10, $1, $11))"};

}  // namespace

std::string request_selection() {
  return fmt::format("{}, r.type, r.parameters, {}", request_columns.list("r"), render_columns.list());
}

Request request_of(const postgres::Row& row) {
  auto request = request_columns.read<Request>(row);
  const auto type = row.get<Type>("type");
  read_parameters(row.get<std::string>("parameters"), type, request.spec);
  const bool made = row.get<std::optional<RequestId>>("render_id").has_value();
  if (made && request.status == Status::completed) {
    request.render = render_columns.read<Render>(row);
    request.render->type = type;
  }
  return request;
}

Task<> insert_request(postgres::Transaction& transaction, Caller caller, RequestId id, Spec spec,
                      Timestamp now, bool scheduled) {
  const auto type = spec.type();
  const auto parameters = parameters_json(spec);
  transaction.defer(insert_row, id, caller.tenant, caller.user, to_string(type), spec.title, spec.description,
                    spec.from, spec.to, parameters, now, scheduled);
  co_await jobs::enqueue(transaction, job_of(caller, type, id, id.uuid, now, "{}"));
}

jobs::Job job_of(const Caller& caller, Type type, RequestId request, Uuid job, Timestamp now,
                 std::string checkpoint) {
  boost::json::object parameters{{"requestId", request.to_string()}, {"traceparent", caller.traceparent}};
  return {.id = jobs::JobId{job},
          .tenant = caller.tenant,
          .owner = caller.user,
          .kind = type == Type::video ? video_job : report_job,
          .parameters = boost::json::serialize(parameters),
          .checkpoint = std::move(checkpoint),
          .result = {},
          .error_code = {},
          .error_message = {},
          .created_at = now,
          .completed_at = {}};
}

RequestId request_in(const jobs::Job& job) {
  const auto parameters = boost::json::parse(job.parameters);
  const auto id = RequestId::parse(std::string_view(parameters.at("requestId").as_string()));
  CHECK(id, "job_of has written it");
  return *id;
}

}  // namespace mrbill::content
