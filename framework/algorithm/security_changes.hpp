#pragma once

#include <string>
#include <vector>

#include "framework/securities/security.hpp"

namespace regimen {

// The securities that entered and left the run at one instant (LEAN's SecurityChanges), each list
// sorted by ticker. Internal securities (benchmark feed) are left out.
class SecurityChanges {
 public:
  SecurityChanges() = default;
  SecurityChanges(std::vector<Security*> added, std::vector<Security*> removed);

  const std::vector<Security*>& AddedSecurities() const { return added_; }
  const std::vector<Security*>& RemovedSecurities() const { return removed_; }
  std::size_t Count() const { return added_.size() + removed_.size(); }
  std::string ToString() const;

 private:
  std::vector<Security*> added_;
  std::vector<Security*> removed_;
};

}  // namespace regimen
