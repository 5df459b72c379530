#include <new>

#include <hiredis/hiredis.h>

#include <redis/reply_reader.hpp>

namespace mrbill::redis {
namespace {

// hiredis 0.14 allocates what the header of an array announces before any of it has come: beyond this it is
// no answer to any command of ours.
constexpr int max_elements = 1'000'000;

// The slot of the reply being read: the root, owned by the reader until it is handed out, or an element of
// its parent.
Reply& slot(const redisReadTask* task) {
  if (task->parent == nullptr) return *new Reply;
  auto& siblings = std::get<Reply::Array>(static_cast<Reply*>(task->parent->obj)->value);
  return siblings[static_cast<std::size_t>(task->idx)];
}

void free_reply(void* reply) {
  delete static_cast<Reply*>(reply);
}

// Called from C: nothing may be thrown. Null tells the reader that memory ran out.
template <class Value>
void* create(const redisReadTask* task, Value make) noexcept {
  Reply* reply = nullptr;
  try {
    reply = &slot(task);
    make(*reply);
    return reply;
  } catch (const std::bad_alloc&) {
    if (task->parent == nullptr) free_reply(reply);
    return nullptr;
  }
}

void* create_string(const redisReadTask* task, char* text, size_t length) {
  return create(task, [&](Reply& reply) {
    if (task->type == REDIS_REPLY_ERROR) {
      reply.value = Reply::Error{std::string(text, length)};
    } else {
      reply.value = std::string(text, length);
    }
  });
}
void* create_array(const redisReadTask* task, int elements) {
  if (elements < 0 || elements > max_elements) return nullptr;
  return create(task, [&](Reply& reply) { reply.value = Reply::Array(static_cast<std::size_t>(elements)); });
}
void* create_integer(const redisReadTask* task, long long number) {
  return create(task, [&](Reply& reply) { reply.value = std::int64_t{number}; });
}
void* create_nil(const redisReadTask* task) {
  return create(task, [](Reply& reply) { reply.value = std::monostate{}; });
}

redisReplyObjectFunctions functions() {
  return {create_string, create_array, create_integer, create_nil, free_reply};
}

}  // namespace

void ReplyReader::Free::operator()(redisReader* reader) const {
  redisReaderFree(reader);
}

ReplyReader::ReplyReader() {
  static redisReplyObjectFunctions ours =
      functions();  // the reader keeps the pointer and only reads through it
  reader_.reset(redisReaderCreateWithFunctions(&ours));
  if (!reader_) throw std::bad_alloc();
}

void ReplyReader::feed(std::string_view bytes) {
  if (redisReaderFeed(reader_.get(), bytes.data(), bytes.size()) != REDIS_OK)
    throw ProtocolError(reader_->errstr);
}

std::optional<Reply> ReplyReader::next() {
  void* read = nullptr;
  if (redisReaderGetReply(reader_.get(), &read) != REDIS_OK) throw ProtocolError(reader_->errstr);
  if (read == nullptr) return std::nullopt;
  const std::unique_ptr<Reply> reply(static_cast<Reply*>(read));
  return std::move(*reply);
}

}  // namespace mrbill::redis
