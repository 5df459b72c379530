#include "api/problem.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>

namespace mrbill::content {
namespace {

http::Response private_pocs_named(int count) {
  return http::problem_with(
      409, "private_pocs_named",
      fmt::format(
          "The film names private POCs of yours, {} in all. Share it with this number as confirmPrivate, "
          "or make it again without them.",
          count),
      fmt::format("\"privatePocs\":{}", count));
}

http::Response too_many_open(std::string_view code, std::string_view detail) {
  return http::later(429, code, detail, std::chrono::seconds(10));
}

}  // namespace

http::Response problem_of(Refusal refusal) {
  switch (refusal.code) {
    case RefusalCode::invalid_request:
      return http::problem(400, "invalid_request", "Some fields are wrong; errors names each of them.",
                           std::move(refusal.errors));
    case RefusalCode::video_not_found:
      return http::problem(404, "video_not_found", "There is no such film of yours.");
    case RefusalCode::report_not_found:
      return http::problem(404, "report_not_found", "There is no such report of yours.");
    case RefusalCode::track_not_found:
      return http::problem(404, "track_not_found", "There is no such piece of music of yours.");
    case RefusalCode::shared_not_found:
      return http::problem(404, "not_found", "There is no film behind this link, or not any more.");
    case RefusalCode::not_shared:
      return http::problem(404, "not_shared", "There is no link to this film. Make one.");
    case RefusalCode::not_permitted:
      return http::problem(403, "not_permitted", "Your role in this company does not allow it.");
    case RefusalCode::already_over:
      return http::problem(409, "already_over", "It has ended already.");
    case RefusalCode::not_failed:
      return http::problem(409, "not_failed", "Only what has failed or was cancelled can be tried again.");
    case RefusalCode::not_completed:
      return http::problem(409, "not_completed", "Only a finished film can be shared.");
    case RefusalCode::private_pocs_named:
      return private_pocs_named(refusal.private_pocs);
    case RefusalCode::too_many_open:
      return too_many_open(
          "too_many_open",
          "Twenty of your requests are waiting or at work. Wait for one of them, or cancel one.");
    case RefusalCode::too_many_open_of_company:
      return too_many_open(
          "too_many_open_of_company",
          "Very many requests of your company are waiting or at work. Wait for some of them.");
    case RefusalCode::company_storage_full:
      return http::problem(409, "company_storage_full",
                           "Your company keeps as much as it may. Delete films, reports or music first.");
    case RefusalCode::too_many_tracks:
      return http::problem(409, "too_many_tracks", "Ten pieces of music are kept. Delete one of them first.");
    case RefusalCode::empty_file:
      return http::problem(400, "empty_file", "The file is empty.");
    case RefusalCode::idempotency_key_in_use:
      return http::problem(409, "idempotency_key_in_use",
                           "The first request with this Idempotency-Key is still running.");
    case RefusalCode::idempotency_key_reused:
      return http::problem(422, "idempotency_key_reused", "This Idempotency-Key belongs to another request.");
    case RefusalCode::stale:
      return http::problem(412, "stale",
                           "It has changed since you saw it. Fetch it again and repeat the change.");
    case RefusalCode::cannot_render:
      return http::problem(400, "cannot_render", refusal.detail);
  }
  unreachable();
}

}  // namespace mrbill::content
