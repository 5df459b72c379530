// Drives a fuzz target without libFuzzer: NAME_fuzz RUNS CORPUS-FOLDER. Every input of the corpus as it is,
// then mutations of them, always the same ones. When the target dies, the input that killed it lies in
// crash-input in the working folder.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

#include "property.hpp"

namespace {

using Inputs = std::vector<std::string>;

std::string current;  // what a dying target is to leave behind

void save_crash(int signal) {
  const int file = ::open("crash-input", O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0 && ::write(file, current.data(), current.size()) >= 0) ::close(file);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

Inputs corpus_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  Inputs inputs{""};
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return inputs;
}

class Mutator {
 public:
  explicit Mutator(const Inputs& corpus) : corpus_(corpus) {}

  std::string next() {
    std::string input = corpus_[below(corpus_.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(input);
    return input;
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void change(std::string& input) {
    const auto at = below(input.size() + 1);
    const auto length = std::min(below(16), input.size() - at);
    switch (below(7)) {
      case 0:
        input.insert(at, 1, static_cast<char>(random_()));
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        if (at < input.size()) input[at] = static_cast<char>(random_());
        break;
      case 3:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 4:
        input.insert(at, input.substr(at, length));
        break;
      case 5:
        input.insert(at, strange_[below(strange_.size())]);
        break;
      default:
        splice(input, at);
        break;
    }
  }
  void splice(std::string& input, std::size_t at) {
    const auto& other = corpus_[below(corpus_.size())];
    const auto from = below(other.size() + 1);
    input.insert(at, other.substr(from, below(32)));
  }

  const Inputs& corpus_;
  std::mt19937 random_{20'240'501};
  Inputs strange_{std::string("\0", 1),
                  "\xff",
                  "\xed\xa0\x80",
                  "\\ud800",
                  "\r\n",
                  "\n ",
                  "\"",
                  "'",
                  "{{",
                  "]]",
                  "[[[[[[[[[[[[",
                  "-0",
                  "1e999",
                  "9223372036854775808",
                  "99999999999999999999",
                  "%00",
                  "%",
                  "..",
                  "//",
                  "\xef\xbb\xbf",
                  "null"};
};

void try_input(const std::string& input) {
  current = input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: %s RUNS CORPUS-FOLDER\n", arguments[0]);
    return 2;
  }
  std::signal(SIGABRT, save_crash);
  std::signal(SIGSEGV, save_crash);
  const auto corpus = corpus_of(arguments[2]);
  for (const auto& input : corpus) try_input(input);
  Mutator mutator(corpus);
  const char* times = std::getenv("MRBILL_FUZZ_TIMES");  // `./mrbill test --all` asks for more
  const long runs =
      std::strtol(arguments[1], nullptr, 10) * (times == nullptr ? 1 : std::strtol(times, nullptr, 10));
  for (long run = 0; run < runs; ++run) try_input(mutator.next());
  std::printf("%ld inputs, nothing broke\n", runs + static_cast<long>(corpus.size()));
  return 0;
}
