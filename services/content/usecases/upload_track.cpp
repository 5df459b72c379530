#include "usecases/upload_track.hpp"

#include <stdexcept>

#include <base/unreachable.hpp>
#include <text/text.hpp>

#include "domain/object_keys.hpp"

namespace mrbill::content {
namespace {

UploadTrackError::Code code_of(TrackError error) {
  switch (error) {
    case TrackError::key_in_use:
      return UploadTrackError::idempotency_key_in_use;
    case TrackError::key_reused:
      return UploadTrackError::idempotency_key_reused;
    case TrackError::company_storage_full:
      return UploadTrackError::company_storage_full;
    case TrackError::too_many:
      return UploadTrackError::too_many_tracks;
  }
  unreachable();
}

}  // namespace

Task<Result<Track, UploadTrackError>> UploadTrack::operator()(Caller caller, NewTrack music,
                                                              std::optional<IdempotencyKey> key) {
  if (music.content.empty()) co_return fail(UploadTrackError{UploadTrackError::empty_file});
  Track track{.id = TrackId{new_uuid(clock_, random_)},
              .name = text::trimmed(music.name),
              .created_at = std::chrono::floor<std::chrono::milliseconds>(clock_.now())};
  if (track.name.empty())
    co_return fail(UploadTrackError{UploadTrackError::invalid_request,
                                    {{"query:name", "too_short", "must not be blank"}}});
  track.object_key = track_key(caller.user, track.id, music_extension(music.media_type));
  NotedObject noted{.key = track.object_key,
                    .owner = track.id.uuid,
                    .lifecycle = Lifecycle::track,
                    .bytes = music.content.size()};
  co_await ledger_.note(caller, std::move(noted));
  objects::Upload upload{.key = track.object_key,
                         .content_type = music.media_type,
                         .max_bytes = music.content.size(),
                         .only_if_absent = true};
  auto stored = co_await files_.put(std::move(upload), objects::one_chunk(std::move(music.content)));
  if (!stored) throw std::runtime_error("the object store refused a track");
  auto created = co_await tracks_.add(caller, track, std::move(key));
  if (!created || created->repeated) co_await files_.remove(track.object_key);
  if (!created) co_return fail(UploadTrackError{code_of(created.error())});
  track.id = TrackId{created->id};
  track.created_at = created->at;
  track.object_key = track_key(caller.user, track.id, music_extension(music.media_type));
  co_return track;
}

}  // namespace mrbill::content
