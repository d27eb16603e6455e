// Constants of the zip file format (PKWARE APPNOTE 6.3.10) shared by reader and writer.
#pragma once

#include <cstddef>
#include <cstdint>

namespace regimen::lean::zip {

inline constexpr std::uint32_t kLocalHeader = 0x04034b50;
inline constexpr std::uint32_t kCentralHeader = 0x02014b50;
inline constexpr std::uint32_t kEndRecord = 0x06054b50;
inline constexpr std::uint32_t kEndRecord64 = 0x06064b50;
inline constexpr std::uint32_t kEndLocator64 = 0x07064b50;

// Sizes of the fixed parts, signature included.
inline constexpr std::size_t kLocalHeaderSize = 30;
inline constexpr std::size_t kCentralHeaderSize = 46;
inline constexpr std::size_t kEndRecordSize = 22;
inline constexpr std::size_t kEndRecord64Size = 56;
inline constexpr std::size_t kEndLocator64Size = 20;

inline constexpr std::uint16_t kStored = 0;
inline constexpr std::uint16_t kDeflated = 8;
inline constexpr std::uint16_t kEncryptedFlag = 1;

// A 32-bit field of this value has its true value in the ZIP64 extra field.
inline constexpr std::uint32_t kIn64 = 0xffffffff;
inline constexpr std::uint16_t kExtra64 = 1;

}  // namespace regimen::lean::zip
