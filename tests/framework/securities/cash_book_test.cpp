#include "framework/securities/cash_book.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

TEST(CashBookTest, BeginsWithNothingInDollars) {
  const CashBook book;
  EXPECT_EQ(book.AccountCurrency(), "USD");
  EXPECT_EQ(book.TotalValueInAccountCurrency(), 0_m);
}

TEST(CashBookTest, KeepsTheAddressOfAnEntryThatIsSetAgain) {
  CashBook book;
  const Cash* before = &book["USD"];
  book.Add("USD", 500, 1);
  EXPECT_EQ(&book["USD"], before);
  EXPECT_EQ(before->Amount(), 500_m);
}

TEST(CashBookTest, ConvertsBetweenCurrencies) {
  CashBook book;
  book.Add("EUR", 100, 1.25_m);
  EXPECT_EQ(book.ConvertToAccountCurrency(80, "EUR"), 100_m);
  EXPECT_EQ(book.Convert(100, "USD", "EUR"), 80_m);
  EXPECT_EQ(book.TotalValueInAccountCurrency(), 125_m);
}

TEST(CashBookTest, NamesTheCurrenciesThereAre) {
  const CashBook book;
  try {
    book["GBP"];
    FAIL() << "expected an error";
  } catch (const ArgumentError& error) {
    EXPECT_NE(std::string(error.what()).find("USD"), std::string::npos) << error.what();
  }
}

TEST(CashBookTest, RefusesToConvertWithoutARate) {
  CashBook book;
  book.Add("GBP", 0, 0);
  EXPECT_THROW(book.Convert(1, "USD", "GBP"), ArgumentError);
}

TEST(CashBookTest, TellsOfEveryChange) {
  CashBook book;
  int changes = 0;
  book.Updated = [&] { ++changes; };
  book["USD"].AddAmount(5);
  book.Add("EUR", 1, 1);
  book["EUR"].SetConversionRate(2);
  EXPECT_EQ(changes, 3);
}

}  // namespace
}  // namespace regimen
