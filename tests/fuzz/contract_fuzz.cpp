// The code generated from the contracts: every body is refused with reasons or understood the same way twice.
#include <contract/auth.hpp>
#include <contract/catalog.hpp>
#include <contract/events.hpp>

#include "property.hpp"

namespace {

template <class Parsed>
void refused_with_reasons(const Parsed& parsed) {
  CHECK(parsed.has_value() || !parsed.error().empty(), "a refusal has a reason");
}

void import_rows_survive_a_round_trip(std::string_view text) {
  const auto row = mrbill::contract::catalog::parse_import_row(text);
  refused_with_reasons(row);
  if (!row) return;
  const auto written = to_json(*row);
  const auto again = mrbill::contract::catalog::parse_import_row(written);
  CHECK(again.has_value() && to_json(*again) == written, "an exported row can be imported");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = mrbill::fuzz::text_of(data, size);
  refused_with_reasons(mrbill::contract::auth::parse_create_user_request(text));
  refused_with_reasons(mrbill::contract::auth::parse_log_in_request(text));
  refused_with_reasons(mrbill::contract::auth::parse_me_patch(text));
  refused_with_reasons(mrbill::contract::catalog::parse_poc_content(text));
  refused_with_reasons(mrbill::contract::catalog::parse_poc_patch(text));
  refused_with_reasons(mrbill::contract::events::parse_poc_changed(text));
  import_rows_survive_a_round_trip(text);
  return 0;
}
