#include "framework/core/symbol.hpp"

#include <map>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "framework/core/letter_case.hpp"

namespace regimen {

const Symbol::Data Symbol::kNone;

// All symbols of the process. Entries are never removed: symbols point at them, and a run has few.
class Symbol::Pool {
 public:
  // The one pool there is. A global, because equal symbols must be equal in every part of the
  // program, plugins included; it holds names only, nothing of a run.
  static Pool& Instance() {
    // Never destroyed: symbols in static storage may outlive any destructor's turn.
    static Pool& pool = *new Pool();
    return pool;
  }

  const Data* Intern(const SecurityIdentifier& id, std::string value) {
    const std::scoped_lock lock(mutex_);
    Identity& identity = identities_[id];
    if (identity.index == 0) identity.index = static_cast<std::uint32_t>(identities_.size());
    const auto [entry, is_new] = identity.by_value.try_emplace(value);
    if (is_new) {
      entry->second = {id, std::move(value), id.Market(), identity.index, id.SecurityType()};
    }
    return &entry->second;
  }

 private:
  struct Identity {
    std::uint32_t index = 0;
    std::map<std::string, Data> by_value;
  };

  std::mutex mutex_;
  // Node based: a symbol's pointer stays valid while the pool grows.
  std::unordered_map<SecurityIdentifier, Identity> identities_;
};

Symbol::Symbol(const SecurityIdentifier& id, std::string_view value)
    : data_(id.IsEmpty() ? &kNone : Pool::Instance().Intern(id, UpperCase(value))) {}

std::strong_ordering Symbol::Compare(const Symbol& a, const Symbol& b) {
  if (a.data_ == b.data_) return std::strong_ordering::equal;
  // Values are upper case already, so ordinal comparison ignores case.
  if (const auto order = a.Value() <=> b.Value(); order != 0) return order;
  return a.ID() <=> b.ID();
}

}  // namespace regimen
