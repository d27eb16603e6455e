// Tick files through the store: what is read, and what is wrong with a file is said by name, on the
// thread that asks as well as ahead on another.
#include <optional>
#include <string>

#include <boost/asio/thread_pool.hpp>
#include <gtest/gtest.h>

#include "data/lean/zip_writer.hpp"
#include "data/store/bar_store.hpp"
#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::store {
namespace {

using lean::PriceFile;
using lean::TickColumns;

PriceFile File(TickType tick_type) {
  return lean::FileOf({SecurityType::Equity, "usa", "ibm", Resolution::Tick, tick_type},
                      DateTime(2013, 10, 8));
}

const std::string kTrades = "34200000,1821000,300,N,40,0\n34200001,1820600,100,P,1,0\n";
const std::string kQuotes = "34200000,1800100,200,0,0,P,1,0\n34200000,0,0,1826200,100,P,1,0\n";

// The parameter: threads that read ahead; 0: none.
class TickFilesTest : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    if (GetParam() > 0) pool_.emplace(static_cast<std::size_t>(GetParam()));
  }
  void TearDown() override {
    if (pool_) pool_->join();
  }

  void Write(TickType tick_type, const std::string& rows) {
    const PriceFile file = File(tick_type);
    lean::ZipWriter().Write(folder_.Path() / file.path, file.entry, rows);
  }
  void WriteBytes(TickType tick_type, const std::string& bytes) {
    folder_.Write(File(tick_type).path, bytes);
  }
  std::shared_ptr<const TickColumns> Get(TickType tick_type) {
    BarStore store(lean::DataFolder(folder_.Path()), pool_ ? &*pool_ : nullptr);
    store.Prefetch(File(tick_type));
    return store.Get<TickColumns>(File(tick_type));
  }
  // What reading the file ends with; it names the file and, above 0, the line.
  std::string ErrorOf(TickType tick_type, std::size_t line) {
    try {
      Get(tick_type);
    } catch (const DataError& error) {
      EXPECT_NE(error.File().find(File(tick_type).path), std::string::npos) << error.File();
      EXPECT_EQ(error.Line(), line) << error.what();
      return error.what();
    }
    return "no error";
  }
  void ExpectError(const std::string& rows, std::size_t line, const std::string& text) {
    Write(TickType::Trade, rows);
    const std::string error = ErrorOf(TickType::Trade, line);
    EXPECT_NE(error.find(text), std::string::npos) << error;
  }

  regimen::tests::TempFolder folder_;
  std::optional<boost::asio::thread_pool> pool_;
};

TEST_P(TickFilesTest, TradesAndQuotesAreRead) {
  Write(TickType::Trade, kTrades);
  Write(TickType::Quote, kQuotes);
  EXPECT_EQ(Get(TickType::Trade)->Price()[0].ToString(), "182.1");
  EXPECT_EQ(Get(TickType::Quote)->AskPrice()[1].ToString(), "182.62");
}

TEST_P(TickFilesTest, AFileIsDroppedWithItsLastUser) {
  Write(TickType::Trade, kTrades);
  BarStore store(lean::DataFolder(folder_.Path()), pool_ ? &*pool_ : nullptr);
  store.Prefetch(File(TickType::Trade));
  auto ticks = store.Get<TickColumns>(File(TickType::Trade));
  EXPECT_EQ(store.Get<TickColumns>(File(TickType::Trade)), ticks);
  const std::weak_ptr<const TickColumns> watched = ticks;
  ticks.reset();
  // A thread that was told of the file may hold it for another moment.
  if (pool_) pool_->join();
  EXPECT_TRUE(watched.expired());
}

TEST_P(TickFilesTest, AMissingFileIsNoError) { EXPECT_EQ(Get(TickType::Trade), nullptr); }

TEST_P(TickFilesTest, AnEmptyEntryHasNoTicks) {
  Write(TickType::Trade, "");
  EXPECT_EQ(Get(TickType::Trade)->Size(), 0U);
}

TEST_P(TickFilesTest, ATruncatedFileIsNamed) {
  Write(TickType::Quote, kQuotes);
  const auto path = folder_.Path() / File(TickType::Quote).path;
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 40);
  EXPECT_NE(ErrorOf(TickType::Quote, 0), "no error");
}

TEST_P(TickFilesTest, AnEmptyFileIsNamed) {
  WriteBytes(TickType::Trade, "");
  EXPECT_NE(ErrorOf(TickType::Trade, 0), "no error");
}

TEST_P(TickFilesTest, AFileThatIsNoZipIsNamed) {
  WriteBytes(TickType::Trade, kTrades);
  EXPECT_NE(ErrorOf(TickType::Trade, 0), "no error");
}

TEST_P(TickFilesTest, ARowWithTooFewColumnsIsNamedByLine) {
  ExpectError(kTrades + "34200002,1820600\n", 3, "2 columns; expected");
}

TEST_P(TickFilesTest, TextInANumberIsNamedByLine) {
  ExpectError(kTrades + "34200002,high,100,P,1,0\n", 3, "column 2 holds 'high'; expected a number");
}

TEST_P(TickFilesTest, DescendingTimesAreNamedByLine) {
  ExpectError(kTrades + "34199999,1820600,100,P,1,0\n", 3, "times must ascend");
}

INSTANTIATE_TEST_SUITE_P(Threads, TickFilesTest, ::testing::Values(0, 2));

}  // namespace
}  // namespace regimen::store
