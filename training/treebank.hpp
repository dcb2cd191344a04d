// Sentences with their trees. One token a line, tab-separated, a blank line between sentences:
//   form  UPOS  XPOS  head  label  [further columns]
// A file that the teachers labelled has three columns more: what they believe of the tag, the head and the
// label, as "value:probability" joined by blanks. A student learns from these beliefs instead of one answer.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

typedef std::vector<std::pair<int, float>> Belief;

struct Token {
  std::string form, tag /* UPOS|XPOS */, label;
  int head = 0;  // 1-based; 0 is the root
  std::string tagBelief, headBelief, labelBelief;
  // What follows is filled in by Vocabulary::prepare.
  int word = 0, shape = 0, count = 0;
  std::vector<int> pieces;
  int tagId = -1, labelId = -1;
  Belief tags, heads, labels;
};
typedef std::vector<Token> Sentence;

inline std::vector<std::string> splitAt(const std::string& line, char mark) {
  std::vector<std::string> parts(1);
  for (char c : line) {
    if (c == mark) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

inline std::vector<Sentence> readTreebank(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    fprintf(stderr, "cannot read %s\n", path.c_str());
    exit(1);
  }
  std::vector<Sentence> sentences;
  Sentence current;
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      if (!current.empty()) sentences.push_back(current);
      current.clear();
      continue;
    }
    const auto fields = splitAt(line, '\t');
    if (fields.size() < 5) continue;
    Token token;
    token.form = fields[0];
    token.tag = fields[1] + "|" + fields[2];
    token.head = atoi(fields[3].c_str());
    token.label = fields[4];
    if (fields.size() >= 8) {
      token.tagBelief = fields[5];
      token.headBelief = fields[6];
      token.labelBelief = fields[7];
    }
    current.push_back(token);
  }
  if (!current.empty()) sentences.push_back(current);
  return sentences;
}

// "3:0.98 5:0.02" -> pairs; the value ends at the last colon, for labels have colons of their own.
inline std::vector<std::pair<std::string, float>> readBelief(const std::string& text) {
  std::vector<std::pair<std::string, float>> pairs;
  for (const auto& part : splitAt(text, ' ')) {
    const size_t colon = part.rfind(':');
    if (colon != std::string::npos) pairs.emplace_back(part.substr(0, colon), atof(part.c_str() + colon + 1));
  }
  return pairs;
}
