#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <base/encoding.hpp>
#include <objects/folder.hpp>

namespace mrbill::objects {
namespace {

constexpr std::string_view suffix = "@object";  // '@' is in no key, so a key never collides with a folder
constexpr int walk_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr std::chrono::hours abandoned_after{24};
constexpr int place_attempts = 8;

[[noreturn]] void throw_unavailable(const char* what) {
  throw StoreUnavailable(std::string("object store: ") + what + ": " + std::strerror(errno));
}

void require(bool done, const char* what) {
  if (!done) throw_unavailable(what);
}

// Parts "a/b/c" into its folders and the file's name.
struct Location {
  std::vector<std::string> folders;
  std::string file;
};

Location location_of(std::string_view key) {
  Location out;
  for (auto slash = key.find('/'); slash != std::string_view::npos; slash = key.find('/')) {
    out.folders.emplace_back(key.substr(0, slash));
    key.remove_prefix(slash + 1);
  }
  out.file = std::string(key).append(suffix);
  return out;
}

Descriptor enter(int parent, const std::string& name, bool make) {
  Descriptor child(openat(parent, name.c_str(), walk_flags));
  if (child || errno != ENOENT || !make) return child;
  const bool made = mkdirat(parent, name.c_str(), 0750) == 0 || errno == EEXIST;
  if (!made && errno == ENOENT)
    return child;  // the parent was taken away since it was entered: to be begun anew
  require(made, "cannot make a folder");
  require(fsync(parent) == 0, "cannot make a folder durable");
  return Descriptor(openat(parent, name.c_str(), walk_flags));
}

Descriptor make_top(const std::filesystem::path& root, const char* name) {
  std::error_code error;
  std::filesystem::create_directories(root, error);
  Descriptor top(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  require(static_cast<bool>(top), "cannot open its folder");
  auto child = enter(top.get(), name, true);
  require(static_cast<bool>(child), "cannot open a folder of its own");
  return child;
}

Timestamp modified_of(const struct stat& status) {
  return Timestamp{std::chrono::seconds(status.st_mtim.tv_sec) +
                   std::chrono::microseconds(status.st_mtim.tv_nsec / 1'000)};
}

// At the end of each file: type, digest, length of the type, magic.
constexpr std::string_view magic = "MRBOBJ1\n";
constexpr std::size_t fixed_footer = 32 + 2 + magic.size();
constexpr std::size_t max_type = 255;

std::string to_footer(std::string_view type, const Sha256& digest) {
  std::string out(type);
  out.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  out.push_back(static_cast<char>(type.size() >> 8));
  out.push_back(static_cast<char>(type.size() & 0xFF));
  return out.append(magic);
}

// Fills size, type and digest from a file's last bytes; false when there is no footer.
bool read_footer(std::string_view tail, std::uint64_t file_size, Object& out) {
  if (tail.size() < fixed_footer || !tail.ends_with(magic)) return false;
  auto fixed = tail.substr(tail.size() - fixed_footer);
  auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(fixed[at])); };
  auto type_size = byte(32) << 8 | byte(33);
  if (tail.size() < fixed_footer + type_size) return false;
  out.content_type = tail.substr(tail.size() - fixed_footer - type_size, type_size);
  out.etag = "\"" + to_hex(as_bytes(fixed.substr(0, 32))) + "\"";
  out.size = file_size - fixed_footer - type_size;
  return true;
}

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

std::string OpenObject::read(std::uint64_t offset, std::size_t max) const {
  std::string out(max, '\0');
  std::size_t have = 0;
  while (have < max) {
    auto count = pread(file.get(), out.data() + have, max - have, static_cast<off_t>(offset + have));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EIO) throw ObjectDamaged("object store: the disk has lost a part of a file");
    require(count >= 0, "cannot read");
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
  }
  out.resize(have);
  return out;
}

Folder::Folder(const std::filesystem::path& root)
    : data_(make_top(root, "data")), incoming_(make_top(root, "incoming")) {
  sweep_incoming();
}

Descriptor Folder::parent_of(const std::string& key, bool make) const {
  Descriptor at(fcntl(data_.get(), F_DUPFD_CLOEXEC, 0));
  require(static_cast<bool>(at), "no descriptor is left");
  for (auto& name : location_of(key).folders) {
    at = enter(at.get(), name, make);
    if (!at) return at;
  }
  return at;
}

std::optional<OpenObject> Folder::open(const std::string& key) const {
  auto parent = parent_of(key, false);
  if (!parent) return std::nullopt;
  Descriptor file(
      openat(parent.get(), location_of(key).file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!file || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  OpenObject out{{.key = key, .size = 0, .content_type = {}, .etag = {}, .modified = modified_of(status)},
                 std::move(file)};
  auto size = static_cast<std::uint64_t>(status.st_size);
  auto tail_size = std::min<std::uint64_t>(size, fixed_footer + max_type);
  auto tail = out.read(size - tail_size, static_cast<std::size_t>(tail_size));
  if (!read_footer(tail, size, out.object)) throw ObjectDamaged("object store: a file has no footer: " + key);
  return out;
}

bool Folder::exists(const std::string& key) const {
  auto parent = parent_of(key, false);
  return parent && faccessat(parent.get(), location_of(key).file.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

// Its folders go too once they are empty.
void Folder::remove(const std::string& key) const {
  auto parent = parent_of(key, false);
  if (!parent) return;
  auto location = location_of(key);
  if (unlinkat(parent.get(), location.file.c_str(), 0) != 0) {
    require(errno == ENOENT, "cannot remove");
    return;
  }
  require(fsync(parent.get()) == 0, "cannot make a removal durable");
  for (auto folder = key.rfind('/'); folder != std::string::npos; folder = key.rfind('/', folder - 1)) {
    auto path = key.substr(0, folder);
    auto above = parent_of(path, false);
    auto name = path.substr(path.rfind('/') + 1);
    if (!above || unlinkat(above.get(), name.c_str(), AT_REMOVEDIR) != 0) return;
  }
}

// A folder may vanish between being opened and being used: remove() takes empty ones. Then it is made anew.
bool Folder::place(const std::string& incoming, const Upload& upload) const {
  auto file = location_of(upload.key).file;
  for (int attempt = 0; attempt < place_attempts; ++attempt) {
    auto parent = parent_of(upload.key, true);
    if (!parent && errno == ENOENT) continue;
    require(static_cast<bool>(parent), "cannot open the object's folder");
    auto outcome = upload.only_if_absent
                       ? linkat(incoming_.get(), incoming.c_str(), parent.get(), file.c_str(), 0)
                       : renameat(incoming_.get(), incoming.c_str(), parent.get(), file.c_str());
    if (outcome != 0 && errno == EEXIST) return false;
    if (outcome != 0 && errno == ENOENT) continue;
    require(outcome == 0, "cannot put the object in its place");
    require(fsync(parent.get()) == 0, "cannot make the object's name durable");
    return true;
  }
  throw StoreUnavailable("object store: the object's folder vanishes again and again");
}

// What a crash left behind. Younger files may be another process's uploads.
void Folder::sweep_incoming() const {
  auto* list = fdopendir(dup(incoming_.get()));
  require(list != nullptr, "cannot list unfinished uploads");
  auto oldest = ::time(nullptr) - std::chrono::seconds(abandoned_after).count();
  while (auto* entry = readdir(list)) {
    struct stat status{};
    if (fstatat(incoming_.get(), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 || S_ISDIR(status.st_mode))
      continue;
    if (status.st_mtim.tv_sec < oldest) unlinkat(incoming_.get(), entry->d_name, 0);
  }
  closedir(list);
}

Folder::Incoming::Incoming(const Folder& folder, Random& random)
    : folder_(folder), name_(to_hex(random.bytes<16>())) {
  file_ = Descriptor(openat(folder_.incoming_.get(), name_.c_str(),
                            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640));
  require(static_cast<bool>(file_), "cannot begin an upload");
}

Folder::Incoming::~Incoming() {
  unlinkat(folder_.incoming_.get(), name_.c_str(), 0);
}  // after a rename: not there

void Folder::Incoming::append(std::string_view piece) {
  write_all(piece);
  digest_.add(piece);
  size_ += piece.size();
}

Result<Object, StoreError> Folder::Incoming::finish(const Upload& upload) {
  auto digest = digest_.finish();
  append_footer(upload, digest);
  struct stat status{};
  require(fstat(file_.get(), &status) == 0, "cannot look at the upload");
  if (!folder_.place(name_, upload)) return fail(StoreError::precondition_failed);
  return Object{upload.key, size_, upload.content_type, to_etag(digest), modified_of(status)};
}

void Folder::Incoming::append_footer(const Upload& upload, const Sha256& digest) {
  write_all(to_footer(std::string_view(upload.content_type).substr(0, max_type), digest));
  require(fsync(file_.get()) == 0, "cannot make the object durable");
}

void Folder::Incoming::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    auto count = ::write(file_.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    require(count > 0, "cannot write");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace mrbill::objects
