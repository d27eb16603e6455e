#include "framework/core/strict_bool.hpp"

#include <cstddef>
#include <string>
#include <type_traits>

#include <gtest/gtest.h>

namespace regimen {
namespace {

static_assert(std::is_convertible_v<bool, StrictBool>);
static_assert(std::is_convertible_v<const bool&, StrictBool>);
static_assert(!std::is_convertible_v<const char*, StrictBool>);
static_assert(!std::is_convertible_v<const char (&)[4], StrictBool>);
static_assert(!std::is_convertible_v<std::nullptr_t, StrictBool>);
static_assert(!std::is_convertible_v<std::string, StrictBool>);
static_assert(!std::is_convertible_v<int, StrictBool>);
static_assert(!std::is_convertible_v<double, StrictBool>);
static_assert(!std::is_convertible_v<int*, StrictBool>);

constexpr bool Asked(StrictBool value) { return value; }

TEST(StrictBoolTest, ReadsAsItsBool) {
  static_assert(Asked(true));
  static_assert(!Asked(false));
  bool variable = true;
  EXPECT_TRUE(Asked(variable));
  variable = false;
  EXPECT_FALSE(Asked(variable));
}

}  // namespace
}  // namespace regimen
