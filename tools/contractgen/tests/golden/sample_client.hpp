// Made by tools/contractgen from sample.yaml; not edited by hand.
#pragma once

#include <async/task.hpp>
#include <contract/call.hpp>
#include <contract/sample.hpp>

namespace mrbill::contract::sample {

// DELETE /internal/things:
[[nodiscard]] http::Call call_of(const DeleteThingsInput& input);
[[nodiscard]] Task<> delete_things(http::Client& sample, DeleteThingsInput input, Sender sender);

// POST /internal/things/{thingId}/parts: Finds parts of a thing
[[nodiscard]] http::Call call_of(const FindPartsInput& input);
[[nodiscard]] Task<Part> find_parts(http::Client& sample, FindPartsInput input, Sender sender);

}  // namespace mrbill::contract::sample
