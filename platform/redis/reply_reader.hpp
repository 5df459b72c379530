// Bytes of the socket into replies: hiredis' incremental parser, building our Reply.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <redis/reply.hpp>

struct redisReader;

namespace mrbill::redis {

class ProtocolError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ReplyReader {
 public:
  ReplyReader();
  void feed(std::string_view bytes);          // ProtocolError
  [[nodiscard]] std::optional<Reply> next();  // nothing while the next reply is incomplete; ProtocolError

 private:
  struct Free {
    void operator()(redisReader* reader) const;
  };
  std::unique_ptr<redisReader, Free> reader_;
};

}  // namespace mrbill::redis
