#include <chrono>
#include <cstdlib>
#include <filesystem>
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

std::uint16_t free_port() {
  asio::io_context io;
  return tcp::acceptor(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)).local_endpoint().port();
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
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
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
