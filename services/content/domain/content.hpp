// What a person may ask to be made, a film or a report of their POCs, and what becomes of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::content {

using RequestId = Id<struct RequestIdTag>;
using TrackId = Id<struct TrackIdTag>;

// Who asks: one person acting within one tenant.
struct Caller {
  TenantId tenant;
  UserId user;
  std::string traceparent = {};  // of the request, for the events it causes
};

enum class Type : std::uint8_t { video, report };
enum class Status : std::uint8_t { pending, processing, completed, failed };
enum class Locale : std::uint8_t { pt_br, en };
enum class Shape : std::uint8_t { landscape, portrait, square };
enum class Format : std::uint8_t { pdf, excel, csv };
enum class Grouping : std::uint8_t { language, tag, month };

[[nodiscard]] std::string_view to_string(Type type);          // "VIDEO"
[[nodiscard]] std::string_view to_string(Status status);      // "PENDING"
[[nodiscard]] std::string_view to_string(Locale locale);      // "pt-BR"
[[nodiscard]] std::string_view to_string(Shape shape);        // "LANDSCAPE"
[[nodiscard]] std::string_view to_string(Format format);      // "PDF"
[[nodiscard]] std::string_view to_string(Grouping grouping);  // "language"
// Nothing for any other text.
[[nodiscard]] std::optional<Type> parse_type(std::string_view text);
[[nodiscard]] std::optional<Status> parse_status(std::string_view text);
[[nodiscard]] std::optional<Locale> parse_locale(std::string_view text);
[[nodiscard]] std::optional<Shape> parse_shape(std::string_view text);
[[nodiscard]] std::optional<Format> parse_format(std::string_view text);
[[nodiscard]] std::optional<Grouping> parse_grouping(std::string_view text);
// The language that is nearest to what a person or a browser names: Portuguese for "pt", "pt-PT" ...,
// else English.
[[nodiscard]] Locale nearest_locale(std::string_view language);

struct VideoOptions {
  std::string style = {};
  std::optional<std::string> music_track = {};  // nothing: the style's own; "none": silence
  Shape shape = Shape::landscape;
  int seconds = 60;
  bool calm = false;
  bool operator==(const VideoOptions&) const = default;
};

struct ReportOptions {
  std::vector<Grouping> group_by = {};
  Format format = Format::pdf;
  bool operator==(const ReportOptions&) const = default;
};

// What is asked for, with every default filled in.
struct Spec {
  std::string title = {};
  std::optional<std::string> description = {};
  Timestamp from;  // inclusive
  Timestamp to;    // exclusive
  std::vector<std::string> include_tags = {};
  std::vector<std::string> exclude_tags = {};
  // Of a film: whether private POCs are named or only counted. Of a report: whether they are in it.
  bool include_private = true;
  Locale locale = Locale::en;
  std::variant<VideoOptions, ReportOptions> options = {};
  bool operator==(const Spec&) const = default;

  [[nodiscard]] Type type() const { return options.index() == 0 ? Type::video : Type::report; }
};

// A film or report that was made. Its files' keys follow from it (object_keys.hpp).
struct Render {
  RequestId id;  // of the request it was first made for
  Type type = Type::video;
  std::string extension = {};  // mp4, pdf, xlsx, csv
  int year = 0;
  int poc_count = 0;
  int private_pocs = 0;                // of these: private ones that it names
  std::optional<double> seconds = {};  // of a film
  std::optional<int> width = {};
  std::optional<int> height = {};
  std::optional<int> pages = {};  // of a PDF
  Timestamp created_at;
};

struct Request {
  RequestId id;
  Spec spec;
  Status status = Status::pending;
  int progress = 0;
  std::optional<std::string> error_code = {};
  std::optional<std::string> error_message = {};
  Timestamp created_at;
  std::optional<Timestamp> completed_at = {};
  bool scheduled = false;
  bool shared = false;
  std::optional<Render> render = {};  // once completed; gone again when its files have outlived their time

  [[nodiscard]] bool over() const { return status == Status::completed || status == Status::failed; }
};

// What is known here of who asks.
struct Person {
  std::string full_name = {};
  std::string company_name = {};
  std::string locale = {};     // BCP 47
  std::string time_zone = {};  // IANA
  Timestamp day_ends = {};     // of the person's own day
};

// One POC as the catalogue tells it.
struct Poc {
  Uuid poc_id = {};
  std::string name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> repository_url = {};
  std::optional<std::string> language = {};
  std::vector<std::string> tags = {};
  std::vector<std::string> frameworks = {};
  bool is_public = false;
  bool is_favorite = false;
  Timestamp created_at;
  Timestamp updated_at;
};

// Where a POC is in what was made.
struct UsedPoc {
  Uuid id;
  int order = 1;
  std::optional<double> at_second = {};
  std::optional<double> seconds = {};
};

// Music of one's own.
struct Track {
  TrackId id;
  std::string name = {};
  std::string object_key = {};
  Timestamp created_at;
};

struct Schedules {
  bool monthly_report = false;
  ReportOptions report = {.group_by = {Grouping::language, Grouping::month}, .format = Format::pdf};
  bool year_video = false;
  std::optional<std::string> video_style = {};
  Shape video_shape = Shape::landscape;
  std::int64_t version = 0;  // 0: the person has not chosen yet
  std::optional<Timestamp> updated_at = {};
  bool operator==(const Schedules&) const = default;
};

}  // namespace mrbill::content
