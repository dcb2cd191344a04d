// What the network sees of a word: the word itself if it is known, its first and last letters by hash, and
// its shape. lib/language/parser/features.ts must do exactly the same; its tests hold both to one table.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

// Text as one byte per code point: ASCII stays, typographic quotes and dashes become plain, and any other
// code point keeps its low seven bits above 127. Enough to tell accented letters apart, and easy to mirror.
inline std::string foldForm(const std::string& form) {
  std::string folded;
  for (size_t i = 0; i < form.size();) {
    const unsigned char lead = form[i];
    const int length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    uint32_t code = length == 1 ? lead : lead & (0xff >> (length + 1));
    for (int k = 1; k < length && i + k < form.size(); k++) code = code << 6 | (form[i + k] & 0x3f);
    i += length;
    if (code == 0x2018 || code == 0x2019) code = '\'';
    if (code == 0x201c || code == 0x201d) code = '"';
    if (code == 0x2013 || code == 0x2014) code = '-';
    folded += char(code < 0x80 ? code : 0x80 | (code & 0x7f));
  }
  return folded;
}

// Lower case and every digit a nought: "F-16" -> "f-00".
inline std::string wordKey(const std::string& folded) {
  std::string key = folded;
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c += 32;
    else if (c >= '1' && c <= '9') c = '0';
  }
  return key;
}

// Classes of characters, runs cut to two, eight at most: "McDonald" -> "XxXxx", "1,250" -> "d,dd".
inline std::string shapeKey(const std::string& folded) {
  std::string shape;
  for (unsigned char c : folded) {
    const char kind = c >= '0' && c <= '9' ? 'd' : c >= 'A' && c <= 'Z' ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c > 127 ? 'u' : c;
    const size_t n = shape.size();
    if (n >= 2 && shape[n - 1] == kind && shape[n - 2] == kind) continue;
    if (n == 8) break;
    shape += kind;
  }
  return shape;
}

// FNV-1a (Fowler, Noll, Vo) over the kind of piece and its bytes, then one round of mixing.
inline uint32_t hashPiece(char kind, const std::string& bytes) {
  uint32_t hash = (2166136261u ^ (unsigned char)kind) * 16777619u;
  for (unsigned char c : bytes) hash = (hash ^ c) * 16777619u;
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;
  return hash ^ hash >> 13;
}

// Prefixes of 1 to 3, suffixes of 1 to 5, and the whole word, each as a bucket.
inline std::vector<int> pieceBuckets(const std::string& key, int buckets) {
  std::vector<int> pieces;
  const int n = int(key.size());
  for (int length = 1; length <= 3 && length <= n; length++)
    pieces.push_back(hashPiece(char('0' + length), key.substr(0, length)) % buckets);
  for (int length = 1; length <= 5 && length <= n; length++)
    pieces.push_back(hashPiece(char('a' + length), key.substr(n - length)) % buckets);
  pieces.push_back(hashPiece('w', key) % buckets);
  return pieces;
}
