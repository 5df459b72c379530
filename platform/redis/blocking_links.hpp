// Connections for commands that block at the server: each is lent to one command at a time, and made when
// none is free.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>

#include <redis/link.hpp>

namespace mrbill::redis {

class BlockingLinks {
 public:
  BlockingLinks(asio::io_context& io, Address address, LinkLimits limits, std::size_t max)
      : io_(io), address_(std::move(address)), limits_(limits), max_(max) {}

  // A borrowed link; one that is not given back, because its command failed or was cancelled, is closed.
  class Loan {
   public:
    Loan(BlockingLinks& home, std::shared_ptr<Link> link) : home_(home), link_(std::move(link)) {}
    Loan(Loan&& other) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (link_) link_->close("its command did not end");
    }
    Link* operator->() const { return link_.get(); }
    void give_back() { home_.free_.push_back(std::exchange(link_, nullptr)); }

   private:
    BlockingLinks& home_;
    std::shared_ptr<Link> link_;
  };

  [[nodiscard]] Loan take();  // throws Unavailable
  void close();

 private:
  [[nodiscard]] std::shared_ptr<Link> make();

  asio::io_context& io_;
  Address address_;
  LinkLimits limits_;
  std::size_t max_;
  bool closed_ = false;
  std::vector<std::shared_ptr<Link>> all_;  // not closed, as of the last take()
  std::vector<std::shared_ptr<Link>> free_;
};

}  // namespace mrbill::redis
