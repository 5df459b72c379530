#include "usecases/request_content.hpp"

#include <base/unreachable.hpp>

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

RequestContentError error_of(CreateError error) {
  switch (error) {
    case CreateError::key_in_use:
      return RequestContentError::idempotency_key_in_use;
    case CreateError::key_reused:
      return RequestContentError::idempotency_key_reused;
    case CreateError::too_many_open_of_company:
      return RequestContentError::too_many_open_of_company;
    case CreateError::company_storage_full:
      return RequestContentError::company_storage_full;
    case CreateError::too_many_open:
      return RequestContentError::too_many_open;
  }
  unreachable();
}

}  // namespace

Timestamp estimated_completion(const Spec& spec, Timestamp asked) {
  const auto* options = std::get_if<VideoOptions>(&spec.options);
  return asked + (options != nullptr ? 3'000ms + options->seconds * 200ms : 3'000ms);
}

Task<Result<Accepted, RequestContentError>> RequestContent::operator()(Caller caller, Spec spec,
                                                                       std::optional<IdempotencyKey> key) {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(clock_.now());
  const NewRequest request{RequestId{new_uuid(clock_, random_)}, spec, now};
  auto created = co_await store_.create(std::move(caller), request, std::move(key));
  if (!created) co_return fail(error_of(created.error()));
  co_return Accepted{RequestId{created->id}, estimated_completion(spec, created->at)};
}

}  // namespace mrbill::content
