#include "data/generator/reference_files.hpp"

#include "data/lean/market_hours_reader.hpp"
#include "data/lean/symbol_properties_reader.hpp"

namespace regimen::generator {

void WriteReferenceFiles(FolderWriter& writer) {
  writer.WriteText(lean::kMarketHoursFile, MarketHoursText());
  writer.WriteText(lean::kSymbolPropertiesFile, SymbolPropertiesText());
}

}  // namespace regimen::generator
