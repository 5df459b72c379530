#include "usecases/get_content.hpp"

#include <log/log.hpp>

#include "usecases/whole_render.hpp"

namespace mrbill::content {
namespace {

constexpr auto look_again = std::chrono::minutes(5);
constexpr std::size_t max_remembered = 10'000;

}  // namespace

Task<Result<Request, GetContentError>> GetContent::operator()(Caller caller, Type type, RequestId id) {
  auto request = co_await store_.find(caller, type, id);
  if (!request) co_return fail(GetContentError::not_found);
  bool whole = true;
  if (request->render) whole = co_await is_there(caller, *request->render);
  if (whole) co_return *std::move(request);
  log::warn("the files of something finished are gone or rotten: it is made again",
            {{"requestId", id.to_string()}});
  auto begun = co_await store_.make_again(caller, type, id, new_uuid(clock_, random_), clock_.now());
  if (begun) co_return *std::move(begun);
  if (begun.error() == ChangeError::not_found) co_return fail(GetContentError::not_found);
  request = co_await store_.find(std::move(caller), type, id);  // somebody else has begun it at this moment
  if (!request) co_return fail(GetContentError::not_found);
  co_return *std::move(request);
}

// Nothing when it is not there, or cannot be read as a file of ours.
Task<std::optional<Timestamp>> GetContent::modified_at(std::string key) {
  try {
    const auto object = co_await files_.head(std::move(key));
    co_return object ? std::optional(object->modified) : std::nullopt;
  } catch (const objects::ObjectDamaged&) {
    co_return std::nullopt;
  }
}

Task<bool> GetContent::is_there(Caller caller, Render render) {
  const auto id = render.id;
  const auto modified = co_await modified_at(main_key(caller.user, render));
  if (!modified) co_return false;
  const auto seen = seen_whole_.find(id);
  const bool known = seen != seen_whole_.end() && seen->second.modified == *modified;
  const auto now = clock_.now();
  if (known && now >= seen->second.at && now - seen->second.at < look_again) co_return true;
  const bool whole = co_await is_whole(files_, caller.user, std::move(render));
  if (seen_whole_.size() >= max_remembered) seen_whole_.clear();
  if (whole) seen_whole_.insert_or_assign(id, Seen{clock_.now(), *modified});
  co_return whole;
}

}  // namespace mrbill::content
