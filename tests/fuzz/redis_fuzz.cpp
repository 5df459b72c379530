// Replies of Redis, cut anywhere: the same replies whole and byte by byte.
#include <redis/reply_reader.hpp>

#include "property.hpp"

namespace {

// How many replies until the end or a protocol error.
std::size_t replies(std::string_view bytes, std::size_t piece) {
  mrbill::redis::ReplyReader reader;
  std::size_t count = 0;
  try {
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      reader.feed(bytes.substr(at, piece));
      while (reader.next()) ++count;
    }
  } catch (const mrbill::redis::ProtocolError&) {
  }
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = mrbill::fuzz::text_of(data, size);
  if (size == 0) return 0;
  CHECK(replies(text, size) == replies(text, 1), "replies do not depend on the pieces");
  return 0;
}
