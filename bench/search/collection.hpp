// A made-up catalogue of any size: the same seed, the same POCs. Words are drawn by Zipf's law from a
// vocabulary that looks like developers' (so common words have long lists), every tenant has the same number
// of POCs.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "domain/poc.hpp"

namespace mrbill::catalog::bench {

class Collection {
 public:
  Collection(int pocs, int tenants, std::uint32_t seed);

  [[nodiscard]] int tenants() const { return tenants_; }
  [[nodiscard]] int pocs_per_tenant() const { return per_tenant_; }
  [[nodiscard]] Caller caller(int tenant) const;
  // The POCs of one tenant, in the order of their change_seq.
  [[nodiscard]] std::vector<Poc> pocs_of(int tenant) const;
  // What somebody of that tenant would type: two words of one of their POCs.
  [[nodiscard]] std::string question(int tenant, std::mt19937& random) const;

 private:
  [[nodiscard]] std::string sentence(std::mt19937& random, int words) const;

  int per_tenant_;
  int tenants_;
  std::uint32_t seed_;
  std::vector<std::string> words_;
  mutable std::discrete_distribution<std::size_t> zipf_;
};

}  // namespace mrbill::catalog::bench
