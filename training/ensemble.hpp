// One or more models reading together: the probabilities of tags, arcs and labels are averaged.
#pragma once
#include <memory>
#include "eisner.hpp"
#include "network.hpp"

struct Reading {
  std::vector<int> heads, labels, tags;  // heads are 1-based
  Matrix arcs, labelBeliefs, tagBeliefs;  // probabilities, a row per word
};

// One sentence as each of the models sees it: their vocabularies differ.
typedef std::vector<const Sentence*> Versions;

inline Reading readOne(const std::vector<Model*>& models, std::vector<Pass>& passes, const std::vector<int>& places) {
  const int tags = int(models[0]->vocabulary.tags.names.size()), labels = int(models[0]->vocabulary.labels.names.size());
  const int n = passes[0].layout.length[places[0]];
  const float share = 1.0f / float(models.size());
  Reading reading;
  reading.arcs.reset(n, n + 1);
  reading.tagBeliefs.reset(n, tags);
  reading.labelBeliefs.reset(n, labels);
  for (size_t m = 0; m < models.size(); m++) {
    Pass& pass = passes[m];
    Matrix& arcs = pass.arcs[places[m]];
    const int first = pass.layout.start[places[m]];
    for (int d = 0; d < n; d++) {
      float* tagRow = pass.tags.row(first + d);
      softmax(arcs.row(d), n + 1);
      softmax(tagRow, tags);
      for (int h = 0; h <= n; h++) reading.arcs.row(d)[h] += share * arcs.row(d)[h];
      for (int j = 0; j < tags; j++) reading.tagBeliefs.row(d)[j] += share * tagRow[j];
    }
  }
  reading.heads = bestTree(n, [&](int h, int d) { return std::log(std::max(reading.arcs.row(d)[h + 1], 1e-9f)); });
  for (size_t m = 0; m < models.size(); m++) {
    const Model& model = *models[m];
    const int first = passes[m].layout.start[places[m]];
    Matrix hidden(n, model.sizes.label), logits;
    for (int d = 0; d < n; d++)
      labelHidden(model, passes[m], reading.heads[d] ? first + reading.heads[d] - 1 : -1, first + d, hidden.row(d));
    project(hidden, model.labelWeights, &model.labelBias, logits);
    for (int d = 0; d < n; d++) {
      softmax(logits.row(d), labels);
      for (int j = 0; j < labels; j++) reading.labelBeliefs.row(d)[j] += share * logits.row(d)[j];
    }
  }
  const int root = models[0]->vocabulary.labels.find("root", 0);
  for (int d = 0; d < n; d++) {
    const float *belief = reading.labelBeliefs.row(d), *tagRow = reading.tagBeliefs.row(d);
    int best = root;
    if (reading.heads[d] != 0) {
      best = root == 0 ? 1 : 0;
      for (int j = 0; j < labels; j++)
        if (j != root && belief[j] > belief[best]) best = j;
    }
    reading.labels.push_back(best);
    reading.tags.push_back(int(std::max_element(tagRow, tagRow + tags) - tagRow));
  }
  return reading;
}

// `versions[m]` holds the sentences as model m sees them. Sentences are read in groups, side by side.
template <typename Take>
void readTogether(const std::vector<Model*>& models, const std::vector<const std::vector<Sentence>*>& versions, Take take) {
  constexpr size_t GROUP = 32;
  const size_t count = versions[0]->size();
  std::vector<Pass> passes(models.size());
  for (size_t begin = 0; begin < count; begin += GROUP) {
    const size_t end = std::min(count, begin + GROUP);
    for (size_t m = 0; m < models.size(); m++) {
      Versions batch;
      for (size_t i = begin; i < end; i++) batch.push_back(&(*versions[m])[i]);
      forward(*models[m], batch, passes[m], nullptr, Settings());
    }
    for (size_t i = begin; i < end; i++) {
      std::vector<int> places;  // where the sentence came to stand in each model's layout
      for (size_t m = 0; m < models.size(); m++) {
        const auto& order = passes[m].sentences;
        places.push_back(int(std::find(order.begin(), order.end(), &(*versions[m])[i]) - order.begin()));
      }
      take((*versions[0])[i], readOne(models, passes, places));
    }
  }
}

struct Score {
  long tokens = 0, tags = 0, heads = 0, labelled = 0;
  void add(const Sentence& gold, const Reading& reading, const Vocabulary& vocabulary) {
    for (size_t i = 0; i < gold.size(); i++) {
      tokens++;
      if (gold[i].tag == vocabulary.tags.names[reading.tags[i]]) tags++;
      if (gold[i].head != reading.heads[i]) continue;
      heads++;
      if (gold[i].label == vocabulary.labels.names[reading.labels[i]]) labelled++;
    }
  }
  double percent(long n) const { return 100.0 * double(n) / double(tokens); }
};
