// mrbill-bench-login SECONDS: how many Argon2id hashes a second this machine does with all its cores, with
// the parameters that auth uses (m = 19 MiB, t = 2, p = 1). Prints the number.
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sodium.h>

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;
constexpr std::string_view password = "a long enough sentence";

void hash_until(std::chrono::steady_clock::time_point end, std::atomic<int>& done) {
  std::array<char, crypto_pwhash_STRBYTES> hash;
  while (std::chrono::steady_clock::now() < end) {
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
      std::abort();
    }
    ++done;
  }
}

}  // namespace

int main(int count, char** arguments) {
  const int seconds = count > 1 ? std::atoi(arguments[1]) : 5;
  if (sodium_init() < 0) return 1;
  std::atomic<int> done{0};
  const auto begin = std::chrono::steady_clock::now();
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i) {
    threads.emplace_back([&] { hash_until(begin + std::chrono::seconds(seconds), done); });
  }
  threads.clear();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  fmt::print("{:.1f}\n", done / taken.count());
  return 0;
}
