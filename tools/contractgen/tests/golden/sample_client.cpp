// Made by tools/contractgen from sample.yaml; not edited by hand.
#include <contract/sample_client.hpp>

#include <utility>

namespace mrbill::contract::sample {

http::Call call_of(const DeleteThingsInput& input) {
  Target target("/internal/things");
  http::Call call{.method = http::Method::del, .target = std::move(target).text()};
  static_cast<void>(input);
  return call;
}
Task<> delete_things(http::Client& sample, DeleteThingsInput input, Sender sender) {
  co_await send(sample, call_of(input), std::move(sender), 204, "sample");
}
http::Call call_of(const FindPartsInput& input) {
  Target target("/internal/things/{thingId}/parts");
  target.fill("thingId", input.thing_id);
  target.add("colour", input.colour);
  target.add("marks", input.marks);
  target.add("since", input.since);
  target.add("most", input.most);
  target.add("whole", input.whole);
  http::Call call{.method = http::Method::post, .target = std::move(target).text()};
  set_header(call, "Idempotency-Key", input.idempotency_key);
  if (!input.body) return call;
  call.headers.set("Content-Type", "application/json");
  call.body = to_json(*input.body);
  return call;
}
Task<Part> find_parts(http::Client& sample, FindPartsInput input, Sender sender) {
  const auto body = co_await send(sample, call_of(input), std::move(sender), 200, "sample");
  auto message = parse_part(body, json::UnknownFields::ignored);
  if (!message) not_of_the_contract("sample");
  co_return *std::move(message);
}

}  // namespace mrbill::contract::sample
