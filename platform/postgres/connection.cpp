#include <boost/asio/as_tuple.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <fmt/format.h>
#include <libpq-fe.h>

#include <base/check.hpp>
#include <log/log.hpp>
#include <postgres/connection.hpp>

namespace mrbill::postgres {

namespace {

constexpr std::size_t max_prepared = 256;

// libpq's messages end with a line break and may have several lines.
std::string one_line(std::string_view text) {
  std::string line;
  for (char c : text) line += c == '\n' || c == '\t' ? ' ' : c;
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? std::string() : std::string(text);
}

// "cached plan must not change result type", whatever language the server speaks.
bool tells_of_an_old_plan(const PGresult* result) {
  return field(result, PG_DIAG_SQLSTATE) == "0A000" &&
         field(result, PG_DIAG_SOURCE_FUNCTION) == "RevalidateCachedQuery";
}

}  // namespace

Connection::Connection(asio::io_context& io)
    : io_(io),
      pg_(nullptr, &PQfinish),
      socket_(io),
      prepared_(max_prepared),
      timer_(io),
      deadline_(Deadline::in({})) {}

Connection::~Connection() {
  release_socket();
}

void Connection::release_socket() {
  if (socket_.is_open()) socket_.release();
}

Task<> Connection::connect(const Target& target, Deadline deadline) {
  auto self = shared_from_this();
  pg_.reset(PQconnectStartParams(target.keywords(), target.values(), 0));
  CHECK(pg_ != nullptr, "there is memory for a connection");
  PQsetNoticeReceiver(
      pg_.get(),
      [](void* connection, const PGresult* notice) { static_cast<Connection*>(connection)->notice(notice); },
      this);
  watch_deadline(deadline);
  auto wanted = PQstatus(pg_.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
  while (wanted != PGRES_POLLING_OK) {
    if (wanted == PGRES_POLLING_FAILED) end(one_line(PQerrorMessage(pg_.get())));
    if (broken()) throw Unavailable(reason_);
    boost::system::error_code problem;
    socket_.assign(PQsocket(pg_.get()), problem);
    if (!problem) {
      const auto direction = wanted == PGRES_POLLING_READING ? asio::posix::stream_descriptor::wait_read
                                                             : asio::posix::stream_descriptor::wait_write;
      std::tie(problem) = co_await socket_.async_wait(direction, asio::as_tuple(asio::use_awaitable));
    }
    if (problem) end(problem.message());
    if (broken()) throw Unavailable(reason_);
    release_socket();  // before libpq may close it and open another
    wanted = PQconnectPoll(pg_.get());
  }
  PQsetnonblocking(pg_.get(), 1);
  CHECK(PQenterPipelineMode(pg_.get()) == 1, "a new connection is idle");
  socket_.assign(PQsocket(pg_.get()));
  state_ = State::idle;
  watch_socket();
}

void Connection::start(std::span<const Command> commands, Deadline deadline) {
  CHECK(!busy(), "one exchange at a time");
  rows_ = Rows();
  refusal_.reset();
  outdated_ = false;
  if (broken()) return;
  state_ = State::busy;
  if (forgets_prepared_) forget_prepared();
  if (broken()) return;
  for (const auto& command : commands) {
    send(command);
    if (broken()) return;
  }
  end_unless(PQpipelineSync(pg_.get()) == 1);
  if (broken()) return;
  watch_deadline(deadline);
  flush();
}

void Connection::send(const Command& command) {
  const auto& [statement, arguments] = command;
  const auto values = arguments.pointers();
  const auto count = static_cast<int>(values.size());
  if (statement.name.empty()) {
    end_unless(PQsendQueryParams(pg_.get(), std::string(statement.sql).c_str(), count, nullptr, values.data(),
                                 nullptr, nullptr, 0) == 1);
  } else {
    if (!prepared_.has(statement)) prepare(statement);
    if (broken()) return;
    end_unless(PQsendQueryPrepared(pg_.get(), std::string(statement.name).c_str(), count, values.data(),
                                   nullptr, nullptr, 0) == 1);
  }
  expected_.push_back({Kind::command, std::string(statement.name)});
}

void Connection::end_unless(bool sent) {
  if (!sent) end(one_line(PQerrorMessage(pg_.get())));
}

void Connection::prepare(const Statement& statement) {
  if (auto gone = prepared_.add(statement)) {
    const auto sql = fmt::format("DEALLOCATE \"{}\"", *gone);
    end_unless(PQsendQueryParams(pg_.get(), sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 1);
    if (broken()) return;
    expected_.push_back({Kind::deallocate, std::move(*gone)});
  }
  const std::string name(statement.name);
  end_unless(PQsendPrepare(pg_.get(), name.c_str(), std::string(statement.sql).c_str(), 0, nullptr) == 1);
  expected_.push_back({Kind::prepare, name});
}

// A failed transaction takes no command but its end, so that goes first.
void Connection::forget_prepared() {
  if (PQtransactionStatus(pg_.get()) == PQTRANS_INERROR) return;
  forgets_prepared_ = false;
  prepared_ = Prepared(max_prepared);
  end_unless(PQsendQueryParams(pg_.get(), "DEALLOCATE ALL", 0, nullptr, nullptr, nullptr, nullptr, 0) == 1);
  if (!broken()) expected_.push_back({Kind::deallocate, {}});
}

void Connection::flush() {
  if (writing_) return;
  const int left = PQflush(pg_.get());
  end_unless(left >= 0);
  if (left <= 0) return;
  writing_ = true;
  socket_.async_wait(asio::posix::stream_descriptor::wait_write,
                     [weak = weak_from_this()](const boost::system::error_code& problem) {
                       auto self = weak.lock();
                       if (problem || !self || self->broken()) return;
                       self->writing_ = false;
                       self->flush();
                     });
}

void Connection::watch_socket() {
  socket_.async_wait(asio::posix::stream_descriptor::wait_read,
                     [weak = weak_from_this()](const boost::system::error_code& problem) {
                       auto self = weak.lock();
                       if (problem || !self || self->broken()) return;
                       self->readable();
                       if (!self->broken()) self->watch_socket();
                     });
}

void Connection::readable() {
  if (PQconsumeInput(pg_.get()) == 0) return end(one_line(PQerrorMessage(pg_.get())));
  if (busy()) receive();
  while (!broken()) {
    const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notification(PQnotifies(pg_.get()), &PQfreemem);
    if (!notification) break;
    if (on_notify) on_notify(notification->extra);
  }
  if (!broken() && !busy() && !farewell_.empty()) end(farewell_);
}

void Connection::receive() {
  while (busy() && PQisBusy(pg_.get()) == 0) {
    PGresult* result = PQgetResult(pg_.get());
    if (result == nullptr) {
      answer_ended();
    } else {
      accept(result);
    }
  }
}

void Connection::accept(PGresult* result) {
  const auto status = PQresultStatus(result);
  Rows answer(result);  // owns it from here
  switch (status) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
      if (!expected_.empty() && expected_.front().kind == Kind::command) rows_ = std::move(answer);
      return;
    case PGRES_PIPELINE_SYNC:
      return settle();
    case PGRES_PIPELINE_ABORTED:
      answer_failed_ = true;
      return;
    case PGRES_FATAL_ERROR:
      return refuse(result);
    default:
      return end("the statement needs a protocol that a pipeline cannot speak (COPY)");
  }
}

void Connection::refuse(PGresult* result) {
  answer_failed_ = true;
  auto sqlstate = field(result, PG_DIAG_SQLSTATE);
  auto message = field(result, PG_DIAG_MESSAGE_PRIMARY);  // DETAIL is left out: it repeats values
  if (message.empty()) message = one_line(PQresultErrorMessage(result));
  // A plan whose table has changed, or a prepared statement that somebody discarded.
  outdated_ = outdated_ || sqlstate == "26000" || tells_of_an_old_plan(result);
  forgets_prepared_ = forgets_prepared_ || outdated_;
  worn_out_ = worn_out_ || sqlstate == "42P05";  // a new connection knows better
  if (!refusal_) {
    const std::string name = expected_.empty() ? "commit" : expected_.front().name;
    refusal_ = Refusal{std::move(sqlstate), field(result, PG_DIAG_CONSTRAINT_NAME),
                       fmt::format("{}: {}", name, message)};
  }
  // An error in answer to the Sync itself, that is to the commit of its implicit transaction (a deferred
  // constraint): libpq 15 loses count of its queue then.
  if (expected_.empty()) {
    worn_out_ = true;
    settle();
  }
}

void Connection::answer_ended() {
  if (expected_.empty()) return;
  const auto [kind, name] = std::move(expected_.front());
  expected_.pop_front();
  if (answer_failed_ && kind == Kind::prepare) prepared_.forget(name);
  if (answer_failed_ && kind == Kind::deallocate) worn_out_ = true;
  answer_failed_ = false;
}

void Connection::settle() {
  expected_.clear();
  answer_failed_ = false;
  state_ = State::idle;
  wake();
}

// Between exchanges a server that is about to end us says so in a notice of severity FATAL.
void Connection::notice(const PGresult* notice) {
  const auto severity = field(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
  const auto message = field(notice, PG_DIAG_MESSAGE_PRIMARY);
  if (severity == "FATAL" || severity == "PANIC") {
    farewell_ = message;
  } else {
    log::debug("database notice", {{"severity", severity}, {"message", message}});
  }
}

Rows Connection::take() {
  CHECK(!busy(), "the exchange has settled");
  if (refusal_ && outdated_) throw Unavailable(refusal_->message);  // within a transaction: it did nothing
  if (refusal_) throw_refused(refusal_->sqlstate, refusal_->constraint, refusal_->message);
  if (broken()) throw Unavailable(reason_);
  return std::move(rows_);
}

Task<> Connection::settled() {
  if (!busy()) co_return;
  auto self = shared_from_this();
  auto begin = [this](auto handler) {
    const auto wait = ++wait_;
    if (auto slot = asio::get_associated_cancellation_slot(handler); slot.is_connected()) {
      slot.assign([weak = weak_from_this(), wait](asio::cancellation_type) {
        if (auto connection = weak.lock(); connection && connection->wait_ == wait) connection->wake();
      });
    }
    when_settled(Wake(std::move(handler)));
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(begin, asio::use_awaitable);
  if (busy())
    throw boost::system::system_error(asio::error::operation_aborted, "a statement was awaited no longer");
}

void Connection::when_settled(Wake wake) {
  wake_ = std::move(wake);
  if (!busy()) this->wake();
}

void Connection::wake() {
  if (wake_) asio::post(io_, std::exchange(wake_, nullptr));
}

void Connection::hurry(Deadline deadline) {
  watch_deadline(deadline.earlier(deadline_));
}

// The timer is left armed from one exchange to the next: most never need it, and setting it costs a
// system call.
void Connection::watch_deadline(Deadline deadline) {
  deadline_ = deadline;
  if (timer_armed_ && timer_.expiry() <= deadline.moment()) return;
  timer_armed_ = true;
  timer_.expires_at(deadline.moment());
  timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& problem) {
    auto self = weak.lock();
    if (problem || !self) return;
    self->timer_armed_ = false;
    self->deadline_passed();
  });
}

void Connection::deadline_passed() {
  if (state_ != State::busy && state_ != State::connecting) return;
  if (!deadline_.passed()) return watch_deadline(deadline_);
  end("the database did not answer in time");
}

bool Connection::in_transaction() const {
  return !broken() && PQtransactionStatus(pg_.get()) != PQTRANS_IDLE;
}

void Connection::end(const std::string& reason) {
  if (broken()) return;
  state_ = State::broken;
  reason_ = reason;
  timer_.cancel();
  release_socket();
  pg_.reset();
  expected_.clear();
  wake();
  if (on_broken) asio::post(io_, on_broken);
}

}  // namespace mrbill::postgres
