// Hears an order's JSON: rebuilds all but the POCs, and takes each POC apart.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <json/stream.hpp>

#include "render/program/order_file.hpp"

namespace mrbill::content {

class OrderListener final : public json::Listener {
 public:
  explicit OrderListener(OrderSink& sink) : sink_(sink) {}
  // Why the listening stopped, and whether it came to the end.
  [[nodiscard]] Result<void, RenderFailure> outcome() const;

  bool begin_object() override;
  bool end_object() override;
  bool begin_array() override;
  bool end_array() override;
  bool key(std::string_view text) override;
  bool string(std::string_view text) override;
  bool integer(std::int64_t number) override;
  bool number(double number, std::string_view as_written) override;
  bool boolean(bool truth) override;
  bool null() override;

 private:
  enum class Place : std::uint8_t { head, pocs, poc, tags, frameworks, unknown, done };
  enum Field : std::uint8_t {
    poc_id,
    name,
    description,
    repository_url,
    language,
    tags,
    frameworks,
    is_public,
    is_favorite,
    created_at,
    updated_at,
    other
  };
  struct Piece {  // of texts_
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  bool refuse(std::string code, std::string message);
  bool refuse_poc(std::string_view what);
  bool begin_value();  // in the head: the comma
  bool open_head(char bracket);
  bool close_head(char bracket);
  bool finish_head();
  bool unknown_value();
  bool finish_poc();
  bool take_text(std::string_view text);
  bool take_word(std::string_view text, std::vector<Piece>& pieces);
  [[nodiscard]] bool fits(std::string_view text) const;
  Piece keep(std::string_view text);
  [[nodiscard]] std::string_view view(Piece piece) const;
  [[nodiscard]] std::optional<std::string_view> view(Field field, const Piece& piece) const;

  OrderSink& sink_;
  std::optional<RenderFailure> failure_;
  Place place_ = Place::head;
  std::string head_;
  std::size_t depth_ = 0;     // in the head
  bool needs_comma_ = false;  // in the head
  std::size_t unknown_depth_ = 0;
  std::size_t count_ = 0;
  Field field_ = other;
  unsigned seen_ = 0;  // fields of this POC, as bits
  unsigned null_ = 0;
  PocView poc_;
  std::string texts_;              // of this POC
  std::array<Piece, 5> pieces_{};  // name to language
  std::vector<Piece> tag_pieces_, framework_pieces_;
  std::vector<std::string_view> tag_views_, framework_views_;
};

}  // namespace mrbill::content
