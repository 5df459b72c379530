// What every ObjectStore promises, as tests. An adapter's test names a fixture that makes one and
// instantiates the suite:
//
//   struct FolderFixture { asio::io_context io; ...; ObjectStore& store(); };  // io outlives its work
//   INSTANTIATE_TYPED_TEST_SUITE_P(Folder, ObjectStoreContract, FolderFixture);
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <objects/object_store.hpp>
#include <testing/run.hpp>

namespace mrbill::objects {

template <class Fixture>
class ObjectStoreContract : public ::testing::Test {
 protected:
  Fixture fixture;

  static Upload to(std::string key, std::uint64_t max = 1 << 20) {
    return {.key = std::move(key),
            .content_type = "text/plain; charset=utf-8",
            .max_bytes = max,
            .only_if_absent = false};
  }
  static Upload absent(std::string key) {
    auto upload = to(std::move(key));
    upload.only_if_absent = true;
    return upload;
  }
  static Chunks pieces(std::vector<std::string> all) {
    return [left = std::make_shared<std::vector<std::string>>(std::move(all))]() -> Task<std::string> {
      if (left->empty()) co_return std::string();
      auto piece = std::move(left->front());
      left->erase(left->begin());
      co_return piece;
    };
  }
  // Gives one piece, then breaks as a lost connection does.
  static Chunks breaking() {
    return [first = std::make_shared<bool>(true)]() -> Task<std::string> {
      if (!std::exchange(*first, false)) throw std::runtime_error("the uploader went away");
      co_return "half";
    };
  }

  template <class T>
  T run(Task<T> task) {
    return testing::run(fixture.io, std::move(task));
  }
  auto put(Upload upload, Chunks chunks) {
    return run(fixture.store().put(std::move(upload), std::move(chunks)));
  }
  auto put(const std::string& key, std::string content) {
    return put(to(key), one_chunk(std::move(content)));
  }
  auto head(const std::string& key) { return run(fixture.store().head(key)); }
  auto get(const std::string& key, std::optional<ByteRange> range = {}) {
    return run(fixture.store().get(key, range));
  }
  auto remove(const std::string& key) { return run(fixture.store().remove(key)); }

  static Task<std::string> drain(Chunks chunks) {
    std::string out;
    for (auto piece = co_await chunks(); !piece.empty(); piece = co_await chunks()) out += piece;
    co_return out;
  }
  std::string content(const std::string& key, std::optional<ByteRange> range = {}) {
    auto download = get(key, range);
    return download ? run(drain(download->chunks)) : std::string(to_string(download.error()));
  }
  static std::string repeated(std::size_t size) {
    std::string out(size, '\0');
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>(i * 31 + i / 251);
    return out;
  }
};

TYPED_TEST_SUITE_P(ObjectStoreContract);

TYPED_TEST_P(ObjectStoreContract, gives_back_what_was_put) {
  auto object = this->put("a/b/file.txt", "hello");
  ASSERT_TRUE(object);
  EXPECT_EQ(object->key, "a/b/file.txt");
  EXPECT_EQ(object->size, 5u);
  EXPECT_EQ(object->content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(object->etag, "\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"");
  EXPECT_EQ(this->content("a/b/file.txt"), "hello");
  auto head = this->head("a/b/file.txt");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->size, 5u);
  EXPECT_EQ(head->etag, object->etag);
  EXPECT_EQ(head->content_type, object->content_type);
  EXPECT_EQ(head->modified, object->modified);
}

TYPED_TEST_P(ObjectStoreContract, takes_any_bytes_in_any_pieces) {
  auto bytes = this->repeated(400'000);
  ASSERT_TRUE(this->put(this->to("big"),
                        this->pieces({bytes.substr(0, 1), bytes.substr(1, 300'000), bytes.substr(300'001)})));
  EXPECT_EQ(this->content("big"), bytes);
  ASSERT_TRUE(this->put("empty", ""));
  EXPECT_EQ(this->head("empty")->size, 0u);
  EXPECT_EQ(this->content("empty"), "");
}

TYPED_TEST_P(ObjectStoreContract, replaces_the_whole_object) {
  ASSERT_TRUE(this->put("k", "a longer first version"));
  auto before = this->head("k");
  ASSERT_TRUE(this->put("k", "second"));
  EXPECT_EQ(this->content("k"), "second");
  EXPECT_NE(this->head("k")->etag, before->etag);
}

TYPED_TEST_P(ObjectStoreContract, a_download_goes_on_with_the_version_it_began) {
  auto first = this->repeated(500'000);
  ASSERT_TRUE(this->put("k", first));
  auto download = this->get("k");
  auto piece = this->run(download->chunks());
  ASSERT_TRUE(this->put("k", "second"));
  ASSERT_TRUE(this->remove("k"));
  EXPECT_EQ(piece + this->run(this->drain(download->chunks)), first);
}

TYPED_TEST_P(ObjectStoreContract, only_if_absent_lets_one_win) {
  ASSERT_TRUE(this->put(this->absent("k"), one_chunk("first")));
  EXPECT_EQ(this->put(this->absent("k"), one_chunk("second")).error(), StoreError::precondition_failed);
  EXPECT_EQ(this->content("k"), "first");
  ASSERT_TRUE(this->remove("k"));
  EXPECT_TRUE(this->put(this->absent("k"), one_chunk("third")));
}

TYPED_TEST_P(ObjectStoreContract, refuses_more_than_the_bound_and_keeps_nothing_of_it) {
  EXPECT_EQ(this->put(this->to("k", 4), one_chunk("hello")).error(), StoreError::too_large);
  EXPECT_EQ(this->head("k").error(), StoreError::not_found);
  EXPECT_TRUE(this->put(this->to("k", 5), one_chunk("hello")));
  EXPECT_EQ(this->put(this->to("k", 5), this->pieces({"hel", "lo", "!"})).error(), StoreError::too_large);
  EXPECT_EQ(this->content("k"), "hello");
}

TYPED_TEST_P(ObjectStoreContract, an_upload_that_breaks_off_changes_nothing) {
  ASSERT_TRUE(this->put("k", "old"));
  EXPECT_THROW(static_cast<void>(this->put(this->to("k"), this->breaking())), std::runtime_error);
  EXPECT_EQ(this->content("k"), "old");
  EXPECT_THROW(static_cast<void>(this->put(this->to("new"), this->breaking())), std::runtime_error);
  EXPECT_EQ(this->head("new").error(), StoreError::not_found);
}

TYPED_TEST_P(ObjectStoreContract, gives_ranges) {
  ASSERT_TRUE(this->put("k", "0123456789"));
  EXPECT_EQ(this->content("k", ByteRange{2, 4}), "234");
  EXPECT_EQ(this->content("k", ByteRange{7, {}}), "789");
  EXPECT_EQ(this->content("k", ByteRange{0, 0}), "0");
  EXPECT_EQ(this->content("k", ByteRange{8, 1'000}), "89");
  auto download = this->get("k", ByteRange{2, 4});
  EXPECT_EQ(download->first, 2u);
  EXPECT_EQ(download->length, 3u);
  EXPECT_EQ(download->object.size, 10u);
}

TYPED_TEST_P(ObjectStoreContract, refuses_ranges_that_hold_nothing) {
  ASSERT_TRUE(this->put("k", "0123456789"));
  ASSERT_TRUE(this->put("empty", ""));
  EXPECT_EQ(this->get("k", ByteRange{10, {}}).error(), StoreError::range_not_satisfiable);
  EXPECT_EQ(this->get("k", ByteRange{5, 4}).error(), StoreError::range_not_satisfiable);
  EXPECT_EQ(this->get("empty", ByteRange{0, {}}).error(), StoreError::range_not_satisfiable);
}

TYPED_TEST_P(ObjectStoreContract, removes_and_does_not_mind_what_is_gone) {
  ASSERT_TRUE(this->put("a/b/c", "x"));
  ASSERT_TRUE(this->put("a/d", "y"));
  EXPECT_TRUE(this->remove("a/b/c"));
  EXPECT_TRUE(this->remove("a/b/c"));
  EXPECT_TRUE(this->remove("never/was"));
  EXPECT_EQ(this->head("a/b/c").error(), StoreError::not_found);
  EXPECT_EQ(this->content("a/d"), "y");
  EXPECT_TRUE(this->put("a/b/c", "again"));
}

TYPED_TEST_P(ObjectStoreContract, knows_nothing_of_keys_never_put) {
  ASSERT_TRUE(this->put("a/b", "x"));
  for (auto key : {"a", "a/b/c", "A/b", "b"}) {
    EXPECT_EQ(this->head(key).error(), StoreError::not_found) << key;
    EXPECT_EQ(this->get(key).error(), StoreError::not_found) << key;
  }
}

TYPED_TEST_P(ObjectStoreContract, a_key_may_begin_another) {
  ASSERT_TRUE(this->put("a/b", "short"));
  ASSERT_TRUE(this->put("a/b/c", "long"));
  ASSERT_TRUE(this->put("a", "shortest"));
  EXPECT_EQ(this->content("a"), "shortest");
  EXPECT_EQ(this->content("a/b"), "short");
  EXPECT_EQ(this->content("a/b/c"), "long");
}

TYPED_TEST_P(ObjectStoreContract, takes_every_key_of_the_grammar) {
  for (auto& key : {std::string("..."), std::string(".hidden"), std::string("-"), std::string(200, 'x'),
                    std::string("A.b_c-9/0"),
                    std::string(200, 'x') + "/" + std::string(200, 'y') + "/" + std::string(110, 'z')}) {
    EXPECT_TRUE(this->put(key, "x")) << key;
    EXPECT_EQ(this->content(key), "x") << key;
  }
}

TYPED_TEST_P(ObjectStoreContract, refuses_keys_outside_the_grammar) {
  for (auto& key : {std::string(), std::string("/a"), std::string("a/"), std::string("a//b"),
                    std::string("."), std::string(".."), std::string("a/../b"), std::string("a/./b"),
                    std::string("a b"), std::string("a\\b"), std::string("a%2Fb"), std::string("a@object"),
                    std::string("\xc3\xa9"), std::string("a\0b", 3), std::string(201, 'x'),
                    std::string(200, 'x') + "/" + std::string(200, 'y') + "/" + std::string(111, 'z')}) {
    EXPECT_EQ(this->put(key, "x").error(), StoreError::bad_key) << key;
    EXPECT_EQ(this->head(key).error(), StoreError::bad_key) << key;
    EXPECT_EQ(this->get(key).error(), StoreError::bad_key) << key;
    EXPECT_EQ(this->remove(key).error(), StoreError::bad_key) << key;
  }
}

TYPED_TEST_P(ObjectStoreContract, signs_a_link_that_names_the_object) {
  auto link = this->fixture.store().signed_url("a/b.pdf", "year.pdf", std::chrono::minutes(5));
  EXPECT_NE(link.find("a/b.pdf"), std::string::npos);
  EXPECT_NE(link.find("year.pdf"), std::string::npos);
}

REGISTER_TYPED_TEST_SUITE_P(ObjectStoreContract, gives_back_what_was_put, takes_any_bytes_in_any_pieces,
                            replaces_the_whole_object, a_download_goes_on_with_the_version_it_began,
                            only_if_absent_lets_one_win, refuses_more_than_the_bound_and_keeps_nothing_of_it,
                            an_upload_that_breaks_off_changes_nothing, gives_ranges,
                            refuses_ranges_that_hold_nothing, removes_and_does_not_mind_what_is_gone,
                            knows_nothing_of_keys_never_put, a_key_may_begin_another,
                            takes_every_key_of_the_grammar, refuses_keys_outside_the_grammar,
                            signs_a_link_that_names_the_object);

}  // namespace mrbill::objects
