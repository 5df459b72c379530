// What a conditional or partial request for an object is answered with: RFC 9110 sections 13 and 14, as a
// plain function.
//
//   auto plan = plan_for(request.method, request.headers, object);
//   plan.status   200, 206, 304, 412 or 416
#pragma once

#include <optional>

#include <http/message.hpp>
#include <objects/object_store.hpp>

namespace mrbill::objects {

struct AnswerPlan {
  unsigned status = 200;
  std::optional<ByteRange> range = {};  // of a 206, within the object
};

// One range of bytes is served; several at once are answered with the whole, as the RFC allows. A range is
// part of GET alone (section 14.2): HEAD tells the length of the whole.
[[nodiscard]] AnswerPlan plan_for(http::Method method, const http::Headers& headers, const Object& object);

}  // namespace mrbill::objects
