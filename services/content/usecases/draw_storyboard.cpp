#include "usecases/draw_storyboard.hpp"

#include <async/deadline.hpp>
#include <base/unavailable.hpp>

#include "domain/failure_text.hpp"
#include "domain/object_keys.hpp"
#include "usecases/render_result.hpp"
#include "usecases/write_order.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr auto place_timeout = 5'000ms;  // for a place
constexpr auto time_limit = 10'000ms;    // of the drawing
constexpr auto event_timeout = 100ms;
constexpr std::uint64_t max_bytes = 4 << 20;  // of one still

CannotRender cannot_render(std::string_view code, std::string_view otherwise = {}) {
  return {failure_text(code, otherwise)};
}

}  // namespace

Task<Result<KeptStoryboard, CannotRender>> DrawStoryboard::operator()(Caller caller, Spec spec) {
  const auto turn = co_await places_.acquire(Deadline::in(place_timeout));
  const auto place = ports_.renderer.prepare();
  // Sound is not drawn: whatever music it is to have, the pictures are the same.
  std::get<VideoOptions>(spec.options).music_track = "none";
  auto person = co_await ports_.people.find(caller, clock_.now());
  OrderFacts facts{
      .caller = caller, .spec = std::move(spec), .person = std::move(person), .asked_at = clock_.now()};
  std::function<bool()> never = [] { return false; };
  const auto order = co_await write_order(*place, ports_.pocs, std::move(facts), std::move(never));
  if (!order) co_return fail(cannot_render("too_many_pocs"));
  auto result = co_await draw(*place);
  if (!result) co_return fail(std::move(result).error());
  co_return co_await keep(std::move(caller), *place, *std::move(result));
}

Task<Result<std::string, CannotRender>> DrawStoryboard::draw(Workplace& place) {
  const auto drawing = place.start(Drawing::storyboard);
  const auto deadline = Deadline::in(time_limit);
  while (!deadline.passed()) {
    const auto event = co_await drawing->next(event_timeout);
    if (const auto* done = std::get_if<Drawn>(&event)) co_return done->result;
    if (const auto* refused = std::get_if<CannotDraw>(&event))
      co_return fail(cannot_render(refused->code, refused->message));
  }
  throw ServiceUnavailable("a storyboard took too long");
}

Task<KeptStoryboard> DrawStoryboard::keep(Caller caller, Workplace& place, std::string result) {
  const auto board = read_storyboard(result);
  if (!board) throw RendererDied("the renderer's storyboard is not what its contract says");
  const auto work = new_uuid(clock_, random_);
  KeptStoryboard kept{.seconds = board->seconds};
  for (const auto& still : board->stills) {
    auto content = co_await place.open(Place::out, still.file);
    if (!content) throw RendererDied("the renderer did not leave " + still.file);
    auto key = temp_key(work, still.file);
    NotedObject noted{.key = key, .owner = work, .lifecycle = Lifecycle::temp, .bytes = content->size};
    co_await ports_.ledger.note(caller, std::move(noted));
    objects::Upload upload{.key = key, .content_type = "image/jpeg", .max_bytes = max_bytes};
    auto stored = co_await ports_.files.put(std::move(upload), std::move(content->pieces));
    if (!stored) throw std::runtime_error("the object store refused a still");
    kept.stills.push_back({std::move(key), still.kind, still.at_second});
  }
  co_return kept;
}

}  // namespace mrbill::content
