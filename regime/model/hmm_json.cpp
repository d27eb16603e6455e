#include "regime/model/hmm_json.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "regime/model/fingerprint.hpp"
#include "regime/model/hmm_error.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm {
namespace {

constexpr const char* kFormat = "regimen-hmm";

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void WriteNumbers(Writer& writer, const char* key, const std::vector<double>& values) {
  writer.Key(key);
  writer.StartArray();
  for (const double value : values) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    const auto length = static_cast<std::size_t>(end - text.data());
    writer.RawValue(text.data(), length, rapidjson::kNumberType);
  }
  writer.EndArray();
}

[[noreturn]] void Malformed(const std::string& what) {
  throw HmmError(HmmFault::MalformedText, "a stored model " + what);
}

// The members of the stored object by name; each must be asked for exactly once.
class StoredModel {
 public:
  explicit StoredModel(std::string_view text) {
    // Numbers as text: read below by from_chars, which rounds correctly. Iterative: no depth of
    // nesting can exhaust the stack.
    constexpr unsigned kFlags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
    document_.Parse<kFlags>(text.data(), text.size());
    if (document_.HasParseError()) {
      Malformed(
          "is not JSON: " + std::string(rapidjson::GetParseError_En(document_.GetParseError())) +
          " at character " + std::to_string(document_.GetErrorOffset()));
    }
    if (!document_.IsObject()) Malformed("is a JSON object, and this is none");
  }

  std::string Text(const char* key) {
    const rapidjson::Value& value = Member(key);
    if (!value.IsString()) Malformed(std::string("has a text or number as '") + key + "'");
    return {value.GetString(), value.GetStringLength()};
  }

  int Integer(const char* key) { return static_cast<int>(Parsed<long>(Text(key), key)); }

  std::vector<double> Numbers(const char* key) {
    const rapidjson::Value& value = Member(key);
    if (!value.IsArray()) Malformed(std::string("has a list of numbers as '") + key + "'");
    std::vector<double> numbers;
    for (const rapidjson::Value& element : value.GetArray()) {
      if (!element.IsString()) Malformed(std::string("has numbers only in '") + key + "'");
      numbers.push_back(Parsed<double>({element.GetString(), element.GetStringLength()}, key));
    }
    return numbers;
  }

  template <typename Enum>
  Enum Choice(const char* key, std::initializer_list<Enum> choices) {
    const std::string text = Text(key);
    for (const Enum choice : choices) {
      if (text == ToText(choice)) return choice;
    }
    Malformed("knows no '" + text + "' as '" + key + "'");
  }

  // Every member was asked for, and there is no other.
  void CheckNothingLeft() const {
    if (asked_ == document_.MemberCount()) return;
    Malformed("has " + std::to_string(asked_) + " members, and this has " +
              std::to_string(document_.MemberCount()) + ": a key is unknown or there twice");
  }

 private:
  const rapidjson::Value& Member(const char* key) {
    const auto member = document_.FindMember(key);
    if (member == document_.MemberEnd())
      Malformed(std::string("has a '") + key + "', which is missing");
    ++asked_;
    return member->value;
  }

  template <typename Number>
  static Number Parsed(const std::string& text, const char* key) {
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) {
      Malformed("cannot have '" + text + "' in '" + key + "'");
    }
    return number;
  }

  rapidjson::Document document_;
  rapidjson::SizeType asked_ = 0;
};

}  // namespace

std::string ToJson(const HmmParameters& parameters) {
  parameters.Validate();
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  writer.Key("format");
  writer.String(kFormat);
  writer.Key("version");
  writer.Int(kJsonVersion);
  writer.Key("states");
  writer.Int(parameters.states);
  writer.Key("dimensions");
  writer.Int(parameters.dimensions);
  writer.Key("covariance");
  writer.String(ToText(parameters.covariance_type));
  writer.Key("emission");
  writer.String(ToText(parameters.emission_type));
  writer.Key("start_type");
  writer.String(ToText(parameters.start_type));
  WriteNumbers(writer, "start", parameters.start);
  WriteNumbers(writer, "transitions", parameters.transitions);
  WriteNumbers(writer, "means", parameters.means);
  WriteNumbers(writer, "covariances", parameters.covariances);
  WriteNumbers(writer, "degrees_of_freedom", parameters.degrees_of_freedom);
  writer.Key("fingerprint");
  writer.String(FingerprintOf(parameters).ToText().c_str());
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

HmmParameters FromJson(std::string_view text) {
  StoredModel stored(text);
  if (stored.Text("format") != kFormat) Malformed("says so in 'format'");
  const int version = stored.Integer("version");
  if (version != kJsonVersion) {
    throw HmmError(HmmFault::UnknownVersion, "this program reads version " +
                                                 std::to_string(kJsonVersion) +
                                                 " of stored models, not " +
                                                 std::to_string(version) + "; fit the model again");
  }
  HmmParameters parameters;
  parameters.states = stored.Integer("states");
  parameters.dimensions = stored.Integer("dimensions");
  parameters.covariance_type =
      stored.Choice("covariance", {CovarianceType::Spherical, CovarianceType::Diagonal,
                                   CovarianceType::Full, CovarianceType::Tied});
  parameters.emission_type =
      stored.Choice("emission", {EmissionType::Gaussian, EmissionType::StudentT});
  parameters.start_type =
      stored.Choice("start_type", {StartType::Free, StartType::Stationary, StartType::Fixed});
  parameters.start = stored.Numbers("start");
  parameters.transitions = stored.Numbers("transitions");
  parameters.means = stored.Numbers("means");
  parameters.covariances = stored.Numbers("covariances");
  parameters.degrees_of_freedom = stored.Numbers("degrees_of_freedom");
  if (stored.Text("fingerprint") != FingerprintOf(parameters).ToText()) {
    throw HmmError(HmmFault::BrokenChecksum,
                   "the stored model was changed or damaged since it was written");
  }
  stored.CheckNothingLeft();
  parameters.Validate();
  return parameters;
}

}  // namespace regimen::hmm
