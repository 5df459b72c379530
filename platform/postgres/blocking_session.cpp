#include <chrono>

#include <libpq-fe.h>

#include <base/check.hpp>
#include <postgres/blocking_session.hpp>
#include <postgres/target.hpp>

namespace mrbill::postgres {

namespace {

std::string trimmed(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

Rows checked(PGresult* result, PGconn* connection) {
  if (result == nullptr) throw Unavailable(trimmed(PQerrorMessage(connection)));
  Rows rows(result);
  if (PQresultStatus(result) == PGRES_TUPLES_OK || PQresultStatus(result) == PGRES_COMMAND_OK ||
      PQresultStatus(result) == PGRES_EMPTY_QUERY) {
    return rows;
  }
  const auto field = [result](int code) {
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? std::string() : std::string(text);
  };
  throw_refused(field(PG_DIAG_SQLSTATE), field(PG_DIAG_CONSTRAINT_NAME),
                trimmed(PQresultErrorMessage(result)));
}

}  // namespace

BlockingSession::BlockingSession(const Secret& url) : pg_(nullptr, &PQfinish) {
  const Target target(url, "mrbill", SessionSettings{std::chrono::milliseconds(0), false});
  pg_.reset(PQconnectdbParams(target.keywords(), target.values(), 0));
  CHECK(pg_ != nullptr, "there is memory for a connection");
  if (PQstatus(pg_.get()) != CONNECTION_OK) throw Unavailable(trimmed(PQerrorMessage(pg_.get())));
  PQsetNoticeReceiver(pg_.get(), [](void*, const PGresult*) {}, nullptr);
}

void BlockingSession::run_script(const std::string& script) {
  static_cast<void>(checked(PQexec(pg_.get(), script.c_str()), pg_.get()));
}

Rows BlockingSession::run(const std::string& sql, const Arguments& arguments) {
  const auto values = arguments.pointers();
  return checked(PQexecParams(pg_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                              nullptr, nullptr, 0),
                 pg_.get());
}

std::string BlockingSession::quoted_name(const std::string& name) {
  const std::unique_ptr<char, decltype(&PQfreemem)> quoted(
      PQescapeIdentifier(pg_.get(), name.data(), name.size()), &PQfreemem);
  CHECK(quoted != nullptr, "the name is UTF-8");
  return quoted.get();
}

}  // namespace mrbill::postgres
