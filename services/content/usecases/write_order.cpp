#include "usecases/write_order.hpp"

#include <objects/content_digest.hpp>

#include "usecases/order_text.hpp"

namespace mrbill::content {
namespace {

// What the catalogue is asked for: of a film all up to this moment's end, to be counted.
Spec asked_of(const OrderFacts& facts) {
  auto spec = facts.spec;
  if (spec.type() != Type::video) return spec;
  spec.include_private = true;
  spec.to = facts_end(facts.spec, facts.person);
  return spec;
}

// A private POC as a film counts it where nobody has said that it may be named: its language and when it was
// made. No more than this comes to who draws.
Poc nameless(const Poc& poc) {
  return {.poc_id = poc.poc_id,
          .language = poc.language,
          .created_at = poc.created_at,
          .updated_at = poc.created_at};
}

}  // namespace

Task<Result<WrittenOrder, OrderError>> write_order(Workplace& place, PocSource& source, OrderFacts facts,
                                                   std::function<bool()> cancelled) {
  auto head = order_head(facts.spec, facts.person, facts.asked_at, facts.music);
  objects::ContentDigest digest;
  digest.add(head.identity);
  WrittenOrder written;
  const auto asked = asked_of(facts);
  const bool named = facts.spec.type() == Type::report || facts.spec.include_private;
  std::string text = std::move(head.line);
  std::optional<std::string> from;
  std::size_t all = 0;
  do {
    auto batch = co_await source.fetch(facts.caller, asked, std::move(from));
    if (cancelled()) co_return fail(OrderError::cancelled);
    for (const auto& poc : batch.pocs) {
      const bool counted = !named && !poc.is_public;
      const auto line = poc_line(counted ? nameless(poc) : poc);
      digest.add(line);
      text += line;
      ++all;
      if (counted) {
        ++written.counted;
        continue;
      }
      written.pocs.push_back(poc.poc_id);
      if (!poc.is_public) ++written.private_pocs;
    }
    if (all > max_pocs) co_return fail(OrderError::too_many_pocs);
    co_await place.write_order(std::exchange(text, {}));
    from = std::move(batch.next);
  } while (from);
  written.identity = digest.finish();
  co_return written;
}

}  // namespace mrbill::content
