#include "data/lean/factor_file_provider.hpp"

#include <utility>

#include "data/lean/file_reader.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

std::unique_ptr<const FactorFile> Read(const DataFolder& data, const std::string& relative) {
  ByteBuffer buffer;
  for (const auto& path : data.Candidates(relative)) {
    if (const auto text = ReadFile(path, buffer)) {
      return std::make_unique<const FactorFile>(FactorFile::Parse(*text, path));
    }
  }
  return std::make_unique<const FactorFile>();
}

}  // namespace

FactorFileProvider::FactorFileProvider(DataFolder data, std::string_view market)
    : data_(std::move(data)), folder_("equity/" + LowerCase(market) + "/factor_files/") {}

const FactorFile& FactorFileProvider::Get(std::string_view permtick) const {
  const std::string name = LowerCase(permtick);
  const std::scoped_lock lock(mutex_);
  auto& file = files_[name];
  if (file == nullptr) file = Read(data_, folder_ + name + ".csv");
  return *file;
}

}  // namespace regimen::lean
