// The words, shapes, tags and labels that a model knows; number 0 of words and shapes is "unknown".
#pragma once
#include <map>
#include <string>
#include <unordered_map>
#include <vector>
#include "features.hpp"
#include "treebank.hpp"

struct NameList {
  std::vector<std::string> names;
  std::unordered_map<std::string, int> ids;
  void add(const std::string& name) {
    ids.emplace(name, int(names.size()));
    names.push_back(name);
  }
  int find(const std::string& name, int otherwise) const {
    const auto found = ids.find(name);
    return found == ids.end() ? otherwise : found->second;
  }
};

struct Vocabulary {
  NameList words, shapes, tags, labels;
  int buckets = 12000;

  // Tags and labels come from `gold` alone; words also from the text that teachers labelled.
  void collect(const std::vector<Sentence>& gold, const std::vector<Sentence>& silver, int minGold, int minAll) {
    std::map<std::string, int> inGold, inAll, shapeCount, tagCount, labelCount;
    for (const auto& sentence : gold)
      for (const auto& token : sentence) {
        const std::string folded = foldForm(token.form);
        inGold[wordKey(folded)]++;
        inAll[wordKey(folded)]++;
        shapeCount[shapeKey(folded)]++;
        tagCount[token.tag]++;
        labelCount[token.label]++;
      }
    for (const auto& sentence : silver)
      for (const auto& token : sentence) inAll[wordKey(foldForm(token.form))]++;
    words.add("");
    for (const auto& [word, count] : inAll) {
      const auto gold = inGold.find(word);
      if (count >= minAll || (gold != inGold.end() && gold->second >= minGold)) words.add(word);
    }
    shapes.add("");
    for (const auto& [shape, count] : shapeCount)
      if (count >= 3) shapes.add(shape);
    for (const auto& [tag, count] : tagCount)
      if (count >= 4) tags.add(tag);
    for (const auto& [label, count] : labelCount)
      if (count >= 10) labels.add(label);
  }

  void prepare(std::vector<Sentence>& sentences) const {
    for (auto& sentence : sentences)
      for (auto& token : sentence) prepare(token);
  }

  void prepare(Token& token) const {
    const std::string folded = foldForm(token.form), key = wordKey(folded);
    token.word = words.find(key, 0);
    token.shape = shapes.find(shapeKey(folded), 0);
    token.pieces = pieceBuckets(key, buckets);
    token.tagId = tags.find(token.tag, -1);
    token.labelId = labels.find(token.label, -1);
    token.tags.clear();
    token.heads.clear();
    token.labels.clear();
    if (token.headBelief.empty()) {
      if (token.tagId >= 0) token.tags = {{token.tagId, 1.0f}};
      if (token.labelId >= 0) token.labels = {{token.labelId, 1.0f}};
      token.heads = {{token.head, 1.0f}};
      return;
    }
    for (const auto& [name, p] : readBelief(token.tagBelief)) token.tags.emplace_back(tags.find(name, 0), p);
    for (const auto& [name, p] : readBelief(token.labelBelief)) token.labels.emplace_back(labels.find(name, 0), p);
    for (const auto& [name, p] : readBelief(token.headBelief)) token.heads.emplace_back(atoi(name.c_str()), p);
  }
};
