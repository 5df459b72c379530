// mrbill-bench-list URL TENANT USER THREADS same|lean: the bare loop that `./mrbill bench list`
// compares with.
//
// Answers every HTTP request with one page of POCs, by the very statement that the catalogue uses (same) or
// one written by hand for this one question (lean), through pipelined libpq: no routing, no token, no
// validation, no JSON: PostgreSQL's own text goes out. Prints its port, serves until it is ended.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "adapters/postgres/poc_list_sql.hpp"

namespace {

constexpr int connections_per_thread = 8;
constexpr const char* lean = R"(
  SELECT p.poc_id, p.user_id, p.name, p.description, p.repository_url, p.language, p.is_public, p.created_at, p.updated_at,
         p.change_seq,
         ARRAY(SELECT t.tag FROM poc_tags t WHERE t.tenant_id = $1 AND t.poc_id = p.poc_id ORDER BY t.position),
         ARRAY(SELECT f.framework FROM poc_frameworks f WHERE f.tenant_id = $1 AND f.poc_id = p.poc_id ORDER BY f.position),
         EXISTS(SELECT FROM favorites v
                WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = p.poc_id AND v.removed_at IS NULL)
  FROM pocs p WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.deleted_at IS NULL
  ORDER BY p.created_at DESC, p.poc_id DESC LIMIT 21)";

struct Question {
  std::string url, tenant, user, sql;
  bool has_page = false;  // parameters for limit and offset
};

[[noreturn]] void give_up(const std::string& why) {
  throw std::runtime_error(why);
}

// One connection to PostgreSQL with the clients whose answers are under way on it.
class Upstream {
 public:
  explicit Upstream(const Question& question)
      : question_(question), connection_(PQconnectdb(question.url.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) give_up(PQerrorMessage(connection_));
    PQclear(PQexec(connection_, "SET plan_cache_mode = force_generic_plan"));
    PQclear(PQprepare(connection_, "list", question.sql.c_str(), 0, nullptr));
    PQclear(PQprepare(connection_, "scope",
                      "SELECT set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true)", 0,
                      nullptr));
    PQclear(PQprepare(connection_, "begin", "BEGIN", 0, nullptr));
    PQclear(PQprepare(connection_, "commit", "COMMIT", 0, nullptr));
    PQsetnonblocking(connection_, 1);
    PQenterPipelineMode(connection_);
  }
  [[nodiscard]] int descriptor() const { return PQsocket(connection_); }
  [[nodiscard]] std::size_t load() const { return clients_.size(); }

  void ask(int client) {
    const std::array<const char*, 4> values{question_.tenant.c_str(), question_.user.c_str(), "21", "0"};
    PQsendQueryPrepared(connection_, "begin", 0, nullptr, nullptr, nullptr, 0);
    PQsendQueryPrepared(connection_, "scope", 2, values.data(), nullptr, nullptr, 0);
    PQsendQueryPrepared(connection_, "list", question_.has_page ? 4 : 2, values.data(), nullptr, nullptr, 0);
    PQsendQueryPrepared(connection_, "commit", 0, nullptr, nullptr, nullptr, 0);
    PQpipelineSync(connection_);
    PQflush(connection_);
    clients_.push_back(client);
  }
  void read() {
    PQconsumeInput(connection_);
    while (!PQisBusy(connection_)) {
      auto* result = PQgetResult(connection_);
      if (result == nullptr) {
        if (++ends_in_a_row_ > 1) break;
        continue;
      }
      ends_in_a_row_ = 0;
      take(result);
      PQclear(result);
    }
    ends_in_a_row_ = 0;
    PQflush(connection_);
  }

 private:
  void take(const PGresult* result) {
    if (PQresultStatus(result) == PGRES_FATAL_ERROR) give_up(PQresultErrorMessage(result));
    if (PQnfields(result) > 2) page_ = text_of(result);
    if (PQresultStatus(result) != PGRES_PIPELINE_SYNC) return;
    const auto answer = fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}", page_.size(), page_);
    // A client that has gone by the end of a run is no trouble.
    static_cast<void>(::send(clients_.front(), answer.data(), answer.size(), MSG_NOSIGNAL));
    clients_.pop_front();
  }
  static std::string text_of(const PGresult* result) {
    std::string text;
    for (int row = 0; row < PQntuples(result); ++row) {
      for (int field = 0; field < PQnfields(result); ++field) text += PQgetvalue(result, row, field);
    }
    return text;
  }

  const Question& question_;
  PGconn* connection_;
  std::deque<int> clients_;
  std::string page_;
  int ends_in_a_row_ = 0;
};

class Loop {
 public:
  Loop(const Question& question, int port) : epoll_(::epoll_create1(0)), listener_(listen_on(port)) {
    watch(listener_);
    for (int i = 0; i < connections_per_thread; ++i) {
      upstreams_.push_back(std::make_unique<Upstream>(question));
      by_descriptor_[upstreams_.back()->descriptor()] = upstreams_.back().get();
      watch(upstreams_.back()->descriptor());
    }
  }
  [[nodiscard]] int port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
  }
  void run() {
    std::array<epoll_event, 64> events{};
    while (true) {
      const int count = ::epoll_wait(epoll_, events.data(), events.size(), -1);
      for (int i = 0; i < count; ++i) handle(events[static_cast<std::size_t>(i)].data.fd);
    }
  }

 private:
  static int listen_on(int port) {
    const int one = 1;
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) give_up("bind");
    ::listen(listener, 1024);
    return listener;
  }
  void watch(int descriptor) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
  }
  void handle(int descriptor) {
    if (descriptor == listener_) return accept_one();
    if (const auto found = by_descriptor_.find(descriptor); found != by_descriptor_.end())
      return found->second->read();
    std::array<char, 4096> request;
    if (::read(descriptor, request.data(), request.size()) <= 0) {
      ::close(descriptor);
      return;
    }
    const auto less = [](const auto& a, const auto& b) { return a->load() < b->load(); };
    (*std::min_element(upstreams_.begin(), upstreams_.end(), less))->ask(descriptor);
  }
  void accept_one() {
    const int one = 1;
    const int client = ::accept(listener_, nullptr, nullptr);
    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    watch(client);
  }

  int epoll_;
  int listener_;
  std::vector<std::unique_ptr<Upstream>> upstreams_;
  std::unordered_map<int, Upstream*> by_descriptor_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) return 2;
  const bool same = std::string_view(arguments[5]) == "same";
  const auto sql = same ? mrbill::catalog::list_statement({}, false).sql : std::string(lean);
  const Question question{arguments[1], arguments[2], arguments[3], sql, same};
  Loop first(question, 0);
  std::vector<std::jthread> others;
  for (int i = 1; i < std::atoi(arguments[4]); ++i) {
    others.emplace_back([&question, port = first.port()] { Loop(question, port).run(); });
  }
  fmt::print("{}\n", first.port());
  std::fflush(stdout);
  first.run();
}
