#include "framework/results/internal/json_writer.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

TEST(JsonWriterTest, WritesCompactly) {
  JsonWriter json(JsonWriter::Style::Compact);
  json.BeginObject().Key("a").Integer(1).Key("b").BeginArray().Number(2).Null().Bool(true);
  json.EndArray().Key("c").BeginObject().EndObject().EndObject();
  EXPECT_EQ(json.Take(), R"({"a":1,"b":[2.0,null,true],"c":{}})");
}

TEST(JsonWriterTest, IndentsAsNewtonsoftDoes) {
  JsonWriter json(JsonWriter::Style::Indented);
  json.BeginObject().Key("a").Number(1.50_m).Key("b").BeginArray().String("x").String("y");
  json.EndArray().Key("c").BeginArray().EndArray().Key("d").Raw("[1,2]").EndObject();
  EXPECT_EQ(json.Take(),
            "{\n  \"a\": 1.50,\n  \"b\": [\n    \"x\",\n    \"y\"\n  ],\n  \"c\": [],\n"
            "  \"d\": [1,2]\n}");
}

TEST(JsonWriterTest, EscapesTextsAndKeys) {
  JsonWriter json(JsonWriter::Style::Compact);
  json.BeginObject().Key("a\"b").String("line\nnext\x01 \xE2\x82\xAC").EndObject();
  EXPECT_EQ(json.Take(), "{\"a\\\"b\":\"line\\nnext\\u0001 \xE2\x82\xAC\"}");
}

TEST(JsonWriterTest, LaysOutEmbeddedJsonInItsOwnStyle) {
  JsonWriter json(JsonWriter::Style::Indented);
  json.BeginObject().Key("o").Embed(R"({"p":688.0,"t":"a,b:{c}\"d\"","e":{},"l":["1",null]})");
  json.Key("n").Embed("12").EndObject();
  EXPECT_EQ(json.Take(),
            "{\n  \"o\": {\n    \"p\": 688.0,\n    \"t\": \"a,b:{c}\\\"d\\\"\",\n    \"e\": {},\n"
            "    \"l\": [\n      \"1\",\n      null\n    ]\n  },\n  \"n\": 12\n}");
}

}  // namespace
}  // namespace regimen
