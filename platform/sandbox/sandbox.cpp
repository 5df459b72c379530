#include <initializer_list>

#include <sandbox/sandbox.hpp>

namespace mrbill::sandbox {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

void add(Words& words, std::initializer_list<std::string> more) {
  words.insert(words.end(), more);
}

// Nothing of the machine but libraries: no /proc, no /dev, no /etc, no home.
constexpr const char* bare_world[] = {"--unshare-all",
                                      "--unshare-user",
                                      "--disable-userns",
                                      "--die-with-parent",
                                      "--clearenv",
                                      "--cap-drop",
                                      "ALL",
                                      "--ro-bind",
                                      "/usr/lib",
                                      "/usr/lib",
                                      "--ro-bind-try",
                                      "/usr/lib64",
                                      "/usr/lib64",
                                      "--symlink",
                                      "usr/lib",
                                      "/lib",
                                      "--symlink",
                                      "usr/lib64",
                                      "/lib64",
                                      "--ro-bind-try",
                                      "/etc/ld.so.cache",
                                      "/etc/ld.so.cache"};

}  // namespace

Words command_in(const Sandbox& sandbox, const fs::path& program, const Words& arguments) {
  const auto at = fs::absolute(program).string();
  Words words{sandbox.bubblewrap.string()};
  words.insert(words.end(), std::begin(bare_world), std::end(bare_world));
  for (const auto& [name, value] : sandbox.environment) add(words, {"--setenv", name, value});
  for (const auto& path : sandbox.readable) add(words, {"--ro-bind-try", path.string(), path.string()});
  add(words, {"--ro-bind", at, at});
  const auto work = sandbox.workplace ? sandbox.workplace->string() : "/";
  if (sandbox.workplace) add(words, {"--bind", work, work});
  add(words, {"--remount-ro", "/", "--chdir", work, "--", at});
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

}  // namespace mrbill::sandbox
