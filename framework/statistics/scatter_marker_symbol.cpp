#include "framework/statistics/scatter_marker_symbol.hpp"

namespace regimen {

std::string_view ToText(ScatterMarkerSymbol value) {
  switch (value) {
    case ScatterMarkerSymbol::None:
      return "none";
    case ScatterMarkerSymbol::Circle:
      return "circle";
    case ScatterMarkerSymbol::Square:
      return "square";
    case ScatterMarkerSymbol::Diamond:
      return "diamond";
    case ScatterMarkerSymbol::Triangle:
      return "triangle";
    case ScatterMarkerSymbol::TriangleDown:
      return "triangle-down";
  }
  return "none";
}

}  // namespace regimen
