// The texts of a symbol's factor file and map file (formats: LEAN's CorporateFactorProvider and
// MapFile).
#pragma once

#include <string>

#include "data/generator/symbol_history.hpp"

namespace regimen::generator {

// Rows `yyyyMMdd,priceFactor,splitFactor,referencePrice`, ascending. A row stands on the last day
// before a dividend or split and holds the factors of all days up to it, seven digits as LEAN's
// own; the first row is the first day's, the last `20501231,1,1,0`.
//
// From the printed rows LEAN computes a dividend as reference - reference * PF(row) / PF(next row),
// which is the generated one to the cent. Requires a history that is not empty.
std::string FactorFileText(const SymbolHistory& history);

// Rows `yyyyMMdd,ticker,exchange`: the first date, the last day of a former ticker, 20501231.
// Requires lower-case tickers and a history that is not empty.
std::string MapFileText(const GeneratedSymbol& symbol, const SymbolHistory& history);

}  // namespace regimen::generator
