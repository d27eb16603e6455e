#pragma once

#include <type_traits>

#include "framework/core/symbol.hpp"

namespace regimen {

class QCAlgorithm;

// Which optional handlers a strategy class overrides: LEAN schedules OnEndOfDay only for those that
// do, and what is scheduled decides the order of simultaneous events.
struct AlgorithmTraits {
  bool overrides_end_of_day_symbol = false;
  bool overrides_end_of_day = false;
};

namespace traits_detail {

template <class C>
std::type_identity<C> SymbolHandlerOf(void (C::*)(const Symbol&));
template <class C>
std::type_identity<C> DayHandlerOf(void (C::*)());

// Names the handlers of X from inside a class derived from it, where protected members may be
// named. A final class can only be asked from outside.
template <class X, bool kFinal = std::is_final_v<X>>
struct Handlers : X {
  template <class Self = Handlers>
  static auto Symbol() -> decltype(SymbolHandlerOf(&Self::OnEndOfDay));
  template <class Self = Handlers>
  static auto Day() -> decltype(DayHandlerOf(&Self::OnEndOfDay));
};
template <class X>
struct Handlers<X, true> {
  template <class Self = X>
  static auto Symbol() -> decltype(SymbolHandlerOf(&Self::OnEndOfDay));
  template <class Self = X>
  static auto Day() -> decltype(DayHandlerOf(&Self::OnEndOfDay));
};

// A handler that can be named is overridden when a class below QCAlgorithm declares it. One that
// cannot be named is either hidden by the other one (then it is the base's own) or a private
// override.
template <class X>
constexpr AlgorithmTraits Find() {
  constexpr bool kSymbolNamed = requires { Handlers<X>::Symbol(); };
  constexpr bool kDayNamed = requires { Handlers<X>::Day(); };
  AlgorithmTraits traits{!kSymbolNamed && !kDayNamed, !kSymbolNamed && !kDayNamed};
  if constexpr (kSymbolNamed) {
    traits.overrides_end_of_day_symbol =
        !std::is_same_v<typename decltype(Handlers<X>::Symbol())::type, QCAlgorithm>;
  }
  if constexpr (kDayNamed) {
    traits.overrides_end_of_day =
        !std::is_same_v<typename decltype(Handlers<X>::Day())::type, QCAlgorithm>;
  }
  return traits;
}

}  // namespace traits_detail

template <class X>
constexpr AlgorithmTraits TraitsOf() {
  return traits_detail::Find<X>();
}

}  // namespace regimen
