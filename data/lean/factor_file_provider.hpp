#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "data/lean/data_folder.hpp"
#include "data/lean/factor_file.hpp"

namespace regimen::lean {

// The factor files of one market's equities, read when first asked for and kept for the run
// (LEAN LocalDiskFactorFileProvider). Safe to call from several threads.
class FactorFileProvider {
 public:
  explicit FactorFileProvider(DataFolder data, std::string_view market = "usa");

  // The file of a permtick (name of the map file, or the ticker where there is none), in any case.
  // An empty file, which changes no price, when there is none. Throws DataError when it cannot be
  // read. The reference is valid as long as the provider.
  const FactorFile& Get(std::string_view permtick) const;

 private:
  DataFolder data_;
  std::string folder_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const FactorFile>, std::less<>> files_;
};

}  // namespace regimen::lean
