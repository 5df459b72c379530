#include "usecases/write_order.hpp"

#include <objects/content_digest.hpp>

#include "usecases/order_text.hpp"

namespace mrbill::content {

Task<Result<WrittenOrder, OrderError>> write_order(Workplace& place, PocSource& source, OrderFacts facts,
                                                   std::function<bool()> cancelled) {
  auto frame = order_frame(facts.wishes, facts.person, facts.asked_at, facts.music);
  objects::ContentDigest digest;
  digest.add(frame.identity);
  WrittenOrder written;
  std::string text = std::move(frame.head);
  std::optional<std::string> from;
  do {
    auto batch = co_await source.fetch(facts.caller, facts.wishes, std::move(from));
    if (cancelled()) co_return fail(OrderError::cancelled);
    for (const auto& poc : batch.pocs) {
      const auto item = order_item(poc);
      digest.add(item);
      if (!written.pocs.empty()) text += ',';
      text += item;
      written.pocs.push_back(poc.id);
    }
    if (written.pocs.size() > most_pocs) co_return fail(OrderError::too_many_pocs);
    co_await place.write_order(std::exchange(text, {}));
    from = std::move(batch.next);
  } while (from);
  co_await place.write_order(std::move(frame.tail));
  written.identity = digest.finish();
  co_return written;
}

}  // namespace mrbill::content
