#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <signal.h>
#include <stdexcept>
#include <unistd.h>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <testing/redis_server.hpp>

namespace mrbill::testing {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

bool is_free(std::uint16_t port) {
  asio::io_context io;
  tcp::acceptor acceptor(io, tcp::v4());
  boost::system::error_code taken;
  acceptor.bind(tcp::endpoint(asio::ip::address_v4::loopback(), port), taken);
  if (!taken) acceptor.listen(1, taken);
  return !taken;
}

// Not one of those (32768 and up) that the kernel gives to whoever asks for any: it would give it away again
// before the server has bound it, or between a kill and a start.
std::uint16_t free_port() {
  std::random_device random;
  std::uniform_int_distribution<std::uint16_t> any(10'000, 19'999);
  for (int tries = 0; tries < 1'000; ++tries) {
    if (const auto port = any(random); is_free(port)) return port;
  }
  throw std::runtime_error("no free port for a redis-server");
}

std::string new_folder() {
  std::string folder = (std::filesystem::temp_directory_path() / "mrbill-redis-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder for a redis-server");
  return folder;
}

std::string search_path() {
  const char* path = std::getenv("PATH");
  return std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path);
}

bool accepts(std::uint16_t port) {
  asio::io_context io;
  tcp::socket socket(io);
  boost::system::error_code failure;
  socket.connect(tcp::endpoint(asio::ip::address_v4::loopback(), port), failure);
  return !failure;
}

}  // namespace

RedisServer::RedisServer() : folder_(new_folder()), port_(free_port()) {
  start();
}

RedisServer::~RedisServer() {
  kill();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void RedisServer::start() {
  process_.emplace(
      process::Program{.command = {"redis-server", "--port", std::to_string(port_), "--bind", "127.0.0.1",
                                   "--dir", folder_, "--appendonly", "yes", "--appendfsync", "always",
                                   "--save", "", "--logfile", folder_ + "/log"},
                       .environment = {search_path()}});
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(50);
  while (!accepts(port_)) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("redis-server does not start");
    ::usleep(2'000);  // the one wait that no event announces
  }
}

void RedisServer::kill() {
  process_.reset();
}

void RedisServer::freeze() {
  ::kill(process_->id(), SIGSTOP);
}

void RedisServer::thaw() {
  ::kill(process_->id(), SIGCONT);
}

std::string RedisServer::url() const {
  return "redis://127.0.0.1:" + std::to_string(port_);
}

}  // namespace mrbill::testing
