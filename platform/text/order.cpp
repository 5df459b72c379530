#include <array>
#include <memory>
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <base/check.hpp>
#include <text/order.hpp>

namespace mrbill::text {
namespace {

std::unique_ptr<icu::Collator> root_order() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(icu::Locale::getRoot(), status));
  CHECK(U_SUCCESS(status) && order, "ICU brings its root order along");
  return order;
}

}  // namespace

std::string order_key(std::string_view text) {
  thread_local const auto order = root_order();
  const auto characters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::array<std::uint8_t, 256> usual{};
  const auto size = order->getSortKey(characters, usual.data(), usual.size());
  if (size <= static_cast<std::int32_t>(usual.size())) return {usual.begin(), usual.begin() + size};
  std::string key(static_cast<std::size_t>(size), '\0');
  order->getSortKey(characters, reinterpret_cast<std::uint8_t*>(key.data()), size);
  return key;
}

}  // namespace mrbill::text
