#include "adapters/postgres/request_rows.hpp"

#include <boost/json.hpp>

#include <base/check.hpp>

#include "adapters/postgres/spec_json.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement insert_row{"insert_request", R"(
  INSERT INTO content_requests (request_id, tenant_id, user_id, type, title, description, from_date, to_date, parameters,
                                created_at, updated_at, job_id, scheduled)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $10, $1, $11))"};

Spec spec_of(const postgres::Row& row, Type type) {
  Spec spec{.title = row.get<std::string>("title"),
            .description = row.get<std::optional<std::string>>("description"),
            .from = row.get<Timestamp>("from_date"),
            .to = row.get<Timestamp>("to_date")};
  read_parameters(row.get<std::string>("parameters"), type, spec);
  return spec;
}

}  // namespace

Render render_of(const postgres::Row& row, Type type) {
  return {.id = row.get<RequestId>("render_id"),
          .type = type,
          .extension = row.get<std::string>("extension"),
          .year = row.get<int>("year"),
          .poc_count = row.get<int>("poc_count"),
          .private_pocs = row.get<int>("private_pocs"),
          .seconds = row.get<std::optional<double>>("seconds"),
          .width = row.get<std::optional<int>>("width"),
          .height = row.get<std::optional<int>>("height"),
          .pages = row.get<std::optional<int>>("pages"),
          .created_at = row.get<Timestamp>("made_at")};
}

Request request_of(const postgres::Row& row) {
  const auto type = parse_type(row.get<std::string>("type"));
  const auto status = parse_status(row.get<std::string>("status"));
  CHECK(type && status, "the table's constraints admit no others");
  Request request{.id = row.get<RequestId>("request_id"),
                  .spec = spec_of(row, *type),
                  .status = *status,
                  .progress = row.get<int>("progress"),
                  .error_code = row.get<std::optional<std::string>>("error_code"),
                  .error_message = row.get<std::optional<std::string>>("error_message"),
                  .created_at = row.get<Timestamp>("created_at"),
                  .completed_at = row.get<std::optional<Timestamp>>("completed_at"),
                  .scheduled = row.get<bool>("scheduled"),
                  .shared = row.get<bool>("shared")};
  const bool made = row.get<std::optional<RequestId>>("render_id").has_value();
  if (made && *status == Status::completed) request.render = render_of(row, *type);
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
