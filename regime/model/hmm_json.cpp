#include "regime/model/hmm_json.hpp"

#include <array>
#include <charconv>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
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

// One member: a text, a number as text, or a list of numbers as texts.
struct Member {
  bool is_list = false;
  std::vector<std::string> texts;
};

// Takes the events of RapidJSON's reader: one object whose members are as above, and nothing else.
class ObjectHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ObjectHandler> {
 public:
  std::map<std::string, Member> members;

  bool Default() { return false; }  // null, booleans: nothing of ours
  bool StartObject() { return ++objects_ == 1; }
  bool EndObject(rapidjson::SizeType /*count*/) { return true; }
  bool StartArray() {
    if (current_ == nullptr || in_list_) return false;
    in_list_ = current_->is_list = true;
    return true;
  }
  bool EndArray(rapidjson::SizeType /*count*/) {
    in_list_ = false;
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    const auto [member, added] = members.try_emplace(std::string(text, length));
    current_ = &member->second;
    return added;  // no key twice
  }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    return !in_list_ && Take(text, length);
  }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    return Take(text, length);
  }

 private:
  bool Take(const char* text, rapidjson::SizeType length) {
    if (current_ == nullptr) return false;
    current_->texts.emplace_back(text, length);
    return true;
  }

  int objects_ = 0;
  Member* current_ = nullptr;
  bool in_list_ = false;
};

// The members of a stored model, each to be asked for once.
class StoredModel {
 public:
  explicit StoredModel(std::string_view text) {
    // Numbers as text: read below by from_chars, which rounds correctly. Iterative: no depth of
    // nesting can exhaust the stack.
    constexpr unsigned kFlags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    ObjectHandler handler;
    if (!reader.Parse<kFlags>(stream, handler)) {
      Malformed("is a flat JSON object: " +
                std::string(rapidjson::GetParseError_En(reader.GetParseErrorCode())) +
                " at character " + std::to_string(reader.GetErrorOffset()));
    }
    members_ = std::move(handler.members);
  }

  std::string Text(const char* key) {
    const Member member = Take(key);
    if (member.is_list) Malformed(std::string("has a text or number as '") + key + "'");
    return member.texts.front();
  }

  int Integer(const char* key) { return Parsed<int>(Text(key), key); }

  std::vector<double> Numbers(const char* key) {
    const Member member = Take(key);
    if (!member.is_list) Malformed(std::string("has a list of numbers as '") + key + "'");
    std::vector<double> numbers;
    for (const std::string& text : member.texts) numbers.push_back(Parsed<double>(text, key));
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

  void CheckNothingLeft() const {
    if (!members_.empty()) Malformed("has no '" + members_.begin()->first + "'");
  }

 private:
  Member Take(const char* key) {
    auto node = members_.extract(key);
    if (node.empty()) Malformed(std::string("has a '") + key + "', which is missing");
    return std::move(node.mapped());
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

  std::map<std::string, Member> members_;
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
