// A connection for programs that do one thing after another and may block: migrations, the set-up of tests.
// Services use Database.
//
//   BlockingSession session(url);
//   session.run_script("CREATE TABLE a (...); CREATE TABLE b (...);");
//   auto rows = session.query("SELECT name FROM a WHERE id = $1", id);
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <base/secret.hpp>
#include <postgres/codec.hpp>
#include <postgres/error.hpp>
#include <postgres/rows.hpp>

struct pg_conn;

namespace mrbill::postgres {

class BlockingSession {
 public:
  explicit BlockingSession(const Secret& url);  // throws Unavailable
  // Many statements, in one transaction unless the script says otherwise. Throws StatementError, whose
  // message has the server's position and hints: who writes a script needs them.
  void run_script(const std::string& script);
  template <class... A>
  Rows query(const std::string& sql, const A&... arguments) {
    return run(sql, encode_all(arguments...));
  }
  [[nodiscard]] std::string quoted_name(const std::string& name);  // as an SQL identifier

 private:
  Rows run(const std::string& sql, const Arguments& arguments);
  std::unique_ptr<pg_conn, void (*)(pg_conn*)> pg_;
};

}  // namespace mrbill::postgres
