// Every line that .NET 10 printed for its System.Decimal, repeated here (oracle/decimal/README.md).
#include <array>
#include <bit>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/decimal.hpp"
#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/text.hpp"
#include "tests/support/exam.hpp"

namespace regimen {
namespace {

constexpr std::size_t kLines = 335'000;
constexpr int kMismatchesShown = 20;

using Fields = std::vector<std::string_view>;

template <typename T>
T Number(std::string_view text) {
  T value{};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc()) throw std::invalid_argument(std::string(text));
  return value;
}

std::string TextOfOrder(std::weak_ordering order) {
  if (order == std::weak_ordering::less) return "-1";
  return order == std::weak_ordering::equivalent ? "0" : "1";
}

// The result that our code gives for a line of two decimal operands; nullopt for other operations.
std::optional<std::string> Arithmetic(const Fields& fields) {
  const std::string_view operation = fields[0];
  const auto a = [&] { return Decimal::Parse(fields[1]); };
  const auto b = [&] { return Decimal::Parse(fields[2]); };
  if (operation == "add") return (a() + b()).ToString();
  if (operation == "sub") return (a() - b()).ToString();
  if (operation == "mul") return (a() * b()).ToString();
  if (operation == "div") return (a() / b()).ToString();
  if (operation == "rem") return (a() % b()).ToString();
  if (operation == "cmp") {
    EXPECT_EQ(a() == b(), fields[3] == "0") << fields[1] << " == " << fields[2];
    return TextOfOrder(a() <=> b());
  }
  return std::nullopt;
}

std::optional<std::string> Rounding(const Fields& fields) {
  const std::string_view operation = fields[0];
  const auto a = [&] { return Decimal::Parse(fields[1]); };
  if (operation == "round") return Math::Round(a(), Number<int>(fields[2])).ToString();
  if (operation == "roundaway") {
    return Math::Round(a(), Number<int>(fields[2]), MidpointRounding::AwayFromZero).ToString();
  }
  if (operation == "trunc") return Math::Truncate(a()).ToString();
  if (operation == "floor") return Math::Floor(a()).ToString();
  if (operation == "ceil") return Math::Ceiling(a()).ToString();
  if (operation == "normalize") return a().Normalize().ToString();
  return std::nullopt;
}

std::string Conversion(const Fields& fields) {
  const std::string_view operation = fields[0];
  if (operation == "tofixed2") return Decimal::Parse(fields[1]).ToFixed(2);
  if (operation == "todouble") return ToText(Decimal::Parse(fields[1]).ToDouble());
  if (operation == "toint64") return std::to_string(Decimal::Parse(fields[1]).ToInt64());
  if (operation == "fromdouble") return Decimal(Number<double>(fields[1])).ToString();
  if (operation == "fromfloat") return Decimal(Number<float>(fields[1])).ToString();
  if (operation == "dtos") return ToText(std::bit_cast<double>(Number<std::int64_t>(fields[1])));
  if (operation == "dround3") return ToText(Math::Round(Number<double>(fields[1]), 3));
  return "unknown operation";
}

std::string Ours(const Fields& fields) {
  try {
    if (auto text = Arithmetic(fields)) return *text;
    if (auto text = Rounding(fields)) return *text;
    return Conversion(fields);
  } catch (const OverflowError&) {
    return "OVERFLOW";
  } catch (const DivideByZeroError&) {
    return "DIVZERO";
  }
}

Fields Split(std::string_view line) {
  Fields fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

struct ClosePipe {
  void operator()(std::FILE* pipe) const { pclose(pipe); }
};

// Standard output of a command.
std::string Output(const std::string& command) {
  const std::unique_ptr<std::FILE, ClosePipe> pipe(popen(command.c_str(), "r"));
  std::string text;
  std::array<char, 65536> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    text.append(buffer.data(), count);
  }
  return text;
}

TEST(DecimalVectorsTest, EveryLineThatDotNetPrintedIsReproduced) {
  const auto exam = tests::ExamDir();
  if (!exam) GTEST_SKIP() << "the exam folder is absent: set REGIMEN_EXAM_DIR";
  const auto file = *exam / "oracle" / "decimal" / "vectors.tsv.xz";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is absent";
  if (std::system("xz --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "xz is not installed";

  const std::string text = Output("xz -dc '" + file.string() + "'");
  std::map<std::string, std::size_t, std::less<>> mismatches;
  std::size_t lines = 0;
  int shown = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const Fields fields = Split(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    ++lines;
    const std::string ours = Ours(fields);
    if (ours == fields.back()) continue;
    ++mismatches[std::string(fields[0])];
    if (++shown > kMismatchesShown) continue;
    std::cout << fields[0] << ' ' << fields[1] << ' ' << (fields.size() > 3 ? fields[2] : "")
              << ": expected " << fields.back() << ", got " << ours << '\n';
  }
  std::cout << lines << " lines checked\n";
  RecordProperty("lines", static_cast<int>(lines));
  EXPECT_EQ(lines, kLines);
  for (const auto& [operation, count] : mismatches) {
    ADD_FAILURE() << operation << ": " << count << " lines differ";
  }
}

}  // namespace
}  // namespace regimen
