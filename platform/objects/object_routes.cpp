#include <algorithm>

#include <base/unreachable.hpp>
#include <http/problem.hpp>
#include <objects/conditions.hpp>
#include <objects/content_disposition.hpp>
#include <objects/http_date.hpp>
#include <objects/object_routes.hpp>

namespace mrbill::objects {
namespace {

using http::ErrorCode;

http::Response refused(LinkError error) {
  switch (error) {
    case LinkError::invalid:
      return http::Problem<ErrorCode::link_invalid>("This link is not valid. Ask for a new one.").response();
    case LinkError::expired:
      return http::Problem<ErrorCode::link_expired>("This link has expired. Ask for a new one.").response();
  }
  unreachable();
}

http::Response not_found() {
  return http::Problem<ErrorCode::not_found>("The file is not there any more.").response();
}

std::string caching(std::chrono::seconds fresh_for) {
  if (fresh_for.count() == 0) return "private, no-cache, no-transform";
  return "private, max-age=" + std::to_string(fresh_for.count()) + ", no-transform";
}

void describe(http::Response& response, const Object& object, const Serving& serving) {
  response.headers.set("ETag", object.etag);
  response.headers.set("Last-Modified", to_http_date(object.modified));
  response.headers.set("Accept-Ranges", "bytes");
  response.headers.set("Cache-Control", caching(serving.fresh_for));
}

// The type is the uploader's word: the browser neither guesses another nor runs it.
void describe_content(http::Response& response, const Object& object, const Serving& serving) {
  response.headers.set("Content-Type", object.content_type);
  response.headers.set("Content-Disposition", serving.served_as == ServedAs::attachment
                                                  ? attachment(serving.download_name)
                                                  : "inline");
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
}

http::Response without_content(unsigned status, const Object& object, const Serving& serving) {
  if (status == 412)
    return http::Problem<ErrorCode::stale>("The file is not the one you expected.").response();
  http::Response response;
  response.status = status;
  if (status == 416) {
    response = http::Problem<ErrorCode::range_not_satisfiable>("The file has no such part.").response();
    response.headers.set("Content-Range", "bytes */" + std::to_string(object.size));
  }
  describe(response, object, serving);
  if (status == 416) response.headers.set("Cache-Control", "no-store");
  return response;
}

http::BodySource body_of(Chunks chunks) {
  return [chunks = std::move(chunks)]() -> Task<std::optional<std::string>> {
    auto piece = co_await chunks();
    if (piece.empty()) co_return std::nullopt;
    co_return piece;
  };
}

http::Response with_content(const AnswerPlan& plan, Download download, const Serving& serving,
                            http::Method method) {
  http::Response response;
  response.status = plan.status;
  describe(response, download.object, serving);
  describe_content(response, download.object, serving);
  response.content_length = download.length;
  if (plan.status == 206) {
    auto last = download.first + download.length - 1;
    response.headers.set("Content-Range", "bytes " + std::to_string(download.first) + "-" +
                                              std::to_string(last) + "/" +
                                              std::to_string(download.object.size));
  }
  if (method != http::Method::head) response.stream = body_of(std::move(download.chunks));
  return response;
}

Task<http::Response> answer(ObjectStore& store, const LinkSigner& links, http::Request request) {
  auto key = std::string(request.path_parameter("key").value_or(""));
  auto link = links.check(key, request.query);
  if (!link) co_return refused(link.error());
  Serving serving{.download_name = std::move(link->download_name),
                  .served_as = ServedAs::attachment,
                  .fresh_for = std::min(link->left, links_stay_equal)};
  co_return co_await serve(store, std::move(request), std::move(key), std::move(serving));
}

}  // namespace

// A plan made for one version must not be served from another: when the object was replaced in between,
// plan again.
Task<http::Response> serve(ObjectStore& store, http::Request request, std::string key, Serving serving) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    auto object = co_await store.head(key);
    if (!object) co_return not_found();
    auto plan = plan_for(request.method, request.headers, *object);
    if (plan.status != 200 && plan.status != 206) co_return without_content(plan.status, *object, serving);
    auto download = co_await store.get(key, plan.range);
    if (download && download->object.etag == object->etag)
      co_return with_content(plan, *std::move(download), serving, request.method);
  }
  co_return http::Problem<ErrorCode::object_changing>("The file is being replaced. Try again.").response();
}

std::vector<http::Route> routes(ObjectStore& store, const LinkSigner& links) {
  return {http::Route{.method = http::Method::get,  // the router sends HEAD here too
                      .pattern = "/objects/{key...}",
                      .operation = "getObject",
                      .access = http::Access::anonymous,
                      .max_body = 0,
                      .media_types = {},
                      .handler = [&store, &links](http::Request request) {
                        return answer(store, links, std::move(request));
                      }}};
}

}  // namespace mrbill::objects
