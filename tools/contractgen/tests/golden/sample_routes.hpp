// Made by tools/contractgen from sample.yaml; not edited by hand.
#pragma once

#include <string_view>
#include <vector>

#include <async/task.hpp>
#include <contract/sample.hpp>
#include <http/message.hpp>
#include <http/response_or.hpp>

namespace mrbill::contract::sample {

using ListThingsAnswer = http::ResponseOr<>;
using CreateThingAnswer = http::ResponseOr<>;
using UpdateThingAnswer = http::ResponseOr<ErrorCode::idempotency_key_in_use, ErrorCode::stale>;
using ImportThingsAnswer = http::ResponseOr<>;
using DeleteThingsAnswer = http::ResponseOr<>;
using FindPartsAnswer = http::ResponseOr<>;

// The operations' names, as their routes bear them.
namespace operation {
inline constexpr std::string_view list_things = "listThings";
inline constexpr std::string_view create_thing = "createThing";
inline constexpr std::string_view update_thing = "updateThing";
inline constexpr std::string_view import_things = "importThings";
inline constexpr std::string_view delete_things = "deleteThings";
inline constexpr std::string_view find_parts = "findParts";
}  // namespace operation

// What a service implements. Each call was authenticated and its input checked.
class Api {
 public:
  virtual ~Api() = default;
  // GET /api/v1/things: Finds things
  virtual Task<ListThingsAnswer> list_things(http::Request request, ListThingsInput input) = 0;
  // POST /api/v1/things:
  virtual Task<CreateThingAnswer> create_thing(http::Request request, CreateThingInput input) = 0;
  // PATCH /api/v1/things/{thingId}:
  virtual Task<UpdateThingAnswer> update_thing(http::Request request, UpdateThingInput input) = 0;
  // POST /api/v1/things/import:
  virtual Task<ImportThingsAnswer> import_things(http::Request request, ImportThingsInput input) = 0;
  // DELETE /internal/things:
  virtual Task<DeleteThingsAnswer> delete_things(http::Request request, DeleteThingsInput input) = 0;
  // POST /internal/things/{thingId}/parts: Finds parts of a thing
  virtual Task<FindPartsAnswer> find_parts(http::Request request, FindPartsInput input) = 0;
};

// They call the api, which outlives them.
[[nodiscard]] std::vector<http::Route> routes(Api& api);
[[nodiscard]] std::vector<http::Route> internal_routes(Api& api);

}  // namespace mrbill::contract::sample
