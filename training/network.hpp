// The network, forwards and backwards, after Dozat and Manning (2017), "Deep biaffine attention for neural
// dependency parsing", made small: embeddings -> bidirectional LSTM layers; the tags are read from the first
// layer, arcs and labels from the last. Targets are distributions (see treebank.hpp).
#pragma once
#include <random>
#include "lstm.hpp"

typedef std::mt19937 Random;
inline float chance(Random& random) { return float(random()) / 4294967296.0f; }

struct Pass {
  Layout layout;
  std::vector<const Sentence*> sentences;  // in the order of the layout
  std::vector<int> wordIds;
  Matrix x, xMask;
  std::vector<LstmTrace> traces;
  std::vector<Matrix> out, mask;  // by layer; `out` is already masked
  Matrix tags, head, dependent, bent /* dependent * arcWeights */, labelHead, labelDependent;
  std::vector<Matrix> arcs;  // by sentence: a row per word, a column per head, column 0 the root
};

struct Settings {
  float dropout = 0.3f, wordDropout = 0.25f;
};

inline void addBias(Matrix& m, const Parameter& bias) {
  for (int t = 0; t < m.rows; t++)
    for (int j = 0; j < m.cols; j++) m.row(t)[j] += bias.value.data[j];
}
inline void leak(Matrix& m) {
  for (float& x : m.data) x = x < 0 ? 0.1f * x : x;
}
inline void project(const Matrix& x, const Parameter& weights, const Parameter* bias, Matrix& y) {
  y.reset(x.rows, weights.value.cols);
  addProduct(plain(x), weights.value, y);
  if (bias) addBias(y, *bias);
}

inline int distanceCell(int head, int dependent) {
  return std::max(-FARTHEST, std::min(FARTHEST, head - dependent)) + FARTHEST;
}

inline void embed(Model& model, Pass& pass, Random* random, const Settings& settings) {
  const Sizes& sizes = model.sizes;
  pass.x.reset(pass.layout.tokens, sizes.input());
  pass.wordIds.clear();
  for (const Sentence* sentence : pass.sentences)
    for (const Token& token : *sentence) {
      int word = token.word;
      // A rare word is often hidden, so that the network learns to read unknown ones by their letters.
      if (random && chance(*random) < settings.wordDropout / (settings.wordDropout + float(token.count)) + 0.03f) word = 0;
      float* x = pass.x.row(int(pass.wordIds.size()));
      pass.wordIds.push_back(word);
      std::memcpy(x, model.words.value.row(word), size_t(sizes.word) * 4);
      for (int piece : token.pieces) {
        const float* e = model.pieces.value.row(piece);
        for (int j = 0; j < sizes.piece; j++) x[sizes.word + j] += e[j];
      }
      std::memcpy(x + sizes.word + sizes.piece, model.shapes.value.row(token.shape), size_t(sizes.shape) * 4);
    }
}

inline void forward(Model& model, const std::vector<const Sentence*>& batch, Pass& pass, Random* random,
                    const Settings& settings) {
  pass.sentences = batch;
  std::stable_sort(pass.sentences.begin(), pass.sentences.end(),
                   [](const Sentence* a, const Sentence* b) { return a->size() > b->size(); });
  pass.layout = Layout();
  for (const Sentence* s : pass.sentences) {
    pass.layout.start.push_back(pass.layout.tokens);
    pass.layout.length.push_back(int(s->size()));
    pass.layout.tokens += int(s->size());
  }
  const int N = pass.layout.tokens, H = model.sizes.hidden, Z = 2 * H, layers = model.sizes.layers;
  embed(model, pass, random, settings);
  if (random) {
    const float p = settings.dropout * 0.7f;
    pass.xMask.reset(N, pass.x.cols);
    for (float& m : pass.xMask.data) m = chance(*random) < p ? 0 : 1 / (1 - p);
    for (size_t i = 0; i < pass.x.data.size(); i++) pass.x.data[i] *= pass.xMask.data[i];
  }
  pass.traces.resize(size_t(layers) * 2);
  pass.out.resize(layers);
  pass.mask.resize(layers);
  for (int layer = 0; layer < layers; layer++) {
    Matrix& out = pass.out[layer];
    out.reset(N, Z);
    for (int direction = 0; direction < 2; direction++) {
      LstmTrace& trace = pass.traces[layer * 2 + direction];
      runLstm(model.lstm[layer * 2 + direction], layer ? pass.out[layer - 1] : pass.x, pass.layout, direction == 1, trace);
      for (int t = 0; t < N; t++) std::memcpy(out.row(t) + direction * H, trace.hidden.row(t), size_t(H) * 4);
    }
    if (!random) continue;
    // One mask per sentence and layer (Gal and Ghahramani 2016).
    Matrix& mask = pass.mask[layer];
    mask.reset(N, Z);
    for (size_t s = 0; s < pass.layout.start.size(); s++) {
      const int first = pass.layout.start[s];
      for (int j = 0; j < Z; j++) mask.row(first)[j] = chance(*random) < settings.dropout ? 0 : 1 / (1 - settings.dropout);
      for (int t = 1; t < pass.layout.length[s]; t++) std::memcpy(mask.row(first + t), mask.row(first), size_t(Z) * 4);
    }
    for (size_t i = 0; i < out.data.size(); i++) out.data[i] *= mask.data[i];
  }
  const Matrix& top = pass.out[layers - 1];
  project(pass.out[0], model.tagWeights, &model.tagBias, pass.tags);
  project(top, model.headWeights, &model.headBias, pass.head);
  project(top, model.dependentWeights, &model.dependentBias, pass.dependent);
  leak(pass.head);
  leak(pass.dependent);
  project(top, model.labelHead, nullptr, pass.labelHead);
  project(top, model.labelDependent, &model.labelDependentBias, pass.labelDependent);
  project(pass.dependent, model.arcWeights, &model.arcBias, pass.bent);
  const int A = model.sizes.arc;
  pass.arcs.resize(pass.sentences.size());
  for (size_t s = 0; s < pass.sentences.size(); s++) {
    const int n = pass.layout.length[s], first = pass.layout.start[s];
    pass.arcs[s].reset(n, n + 1);
    for (int d = 0; d < n; d++) {
      const float* bent = pass.bent.row(first + d);
      for (int h = 0; h <= n; h++) {
        const float* head = h ? pass.head.row(first + h - 1) : model.rootHead.value.row(0);
        float sum = h ? model.distance.value.data[distanceCell(h - 1, d)] : 0;
        for (int j = 0; j < A; j++) sum += bent[j] * head[j];
        pass.arcs[s].row(d)[h] = h == d + 1 ? -1e9f : sum;
      }
    }
  }
}

// The hidden vector from which the label of the arc head -> dependent is read (rows in the layout; head -1: root).
inline void labelHidden(const Model& model, const Pass& pass, int head, int dependent, float* hidden) {
  const float* h = head < 0 ? model.rootLabelHead.value.row(0) : pass.labelHead.row(head);
  const float* d = pass.labelDependent.row(dependent);
  for (int j = 0; j < model.sizes.label; j++) hidden[j] = tanhOf(h[j] + d[j]);
}

// Turns logits into the gradient of the cross-entropy against `target`, times `scale`; returns the loss.
inline float crossEntropy(float* logits, int n, const Belief& target, float scale) {
  if (target.empty()) {
    std::fill(logits, logits + n, 0.0f);
    return 0;
  }
  softmax(logits, n);
  float loss = 0, total = 0;
  for (const auto& [id, p] : target) {
    loss -= p * std::log(std::max(logits[id], 1e-9f));
    total += p;
  }
  for (int j = 0; j < n; j++) logits[j] *= total * scale;
  for (const auto& [id, p] : target) logits[id] -= p * scale;
  return loss;
}

inline float backward(Model& model, int shard, Pass& pass, float scale, Random& random, const Settings& settings) {
  const int N = pass.layout.tokens, H = model.sizes.hidden, Z = 2 * H, A = model.sizes.arc, L = model.sizes.label;
  const int layers = model.sizes.layers;
  float loss = 0;
  const auto biasGradient = [&](Parameter& bias, const Matrix& d) {
    float* g = bias.gradient[shard].row(0);
    for (int t = 0; t < N; t++)
      for (int j = 0; j < d.cols; j++) g[j] += d.row(t)[j];
  };
  const auto projectBack = [&](Parameter& weights, const Matrix& x, const Matrix& dy, Matrix& dx) {
    addProduct(transposed(x), dy, weights.gradient[shard]);
    addProduct(plain(dy), weights.flipped, dx);
  };
  std::vector<Matrix> dOut(layers);
  for (Matrix& d : dOut) d.reset(N, Z);

  // Arcs.
  Matrix dHead(N, A), dDependent(N, A), dBent(N, A);
  for (size_t s = 0; s < pass.sentences.size(); s++) {
    const Sentence& sentence = *pass.sentences[s];
    const int n = pass.layout.length[s], first = pass.layout.start[s];
    for (int d = 0; d < n; d++) {
      float* scores = pass.arcs[s].row(d);
      loss += crossEntropy(scores, n + 1, sentence[d].heads, scale);
      const float* bent = pass.bent.row(first + d);
      float* db = dBent.row(first + d);
      for (int h = 0; h <= n; h++) {
        const float e = scores[h];
        if (std::fabs(e) < 1e-7f * scale) continue;
        const float* head = h ? pass.head.row(first + h - 1) : model.rootHead.value.row(0);
        float* dh = h ? dHead.row(first + h - 1) : model.rootHead.gradient[shard].row(0);
        for (int j = 0; j < A; j++) {
          db[j] += e * head[j];
          dh[j] += e * bent[j];
        }
        if (h) model.distance.gradient[shard].data[distanceCell(h - 1, d)] += e;
      }
    }
  }
  biasGradient(model.arcBias, dBent);
  projectBack(model.arcWeights, pass.dependent, dBent, dDependent);

  // Labels, of the arcs of the tree that is learnt.
  Matrix hidden(N, L), mask(N, L), dLabelHead(N, L), dLabelDependent(N, L), dHidden(N, L), logits;
  const auto labelHeadRow = [&](size_t s, int d) {
    const int head = (*pass.sentences[s])[d].head;
    return head == 0 ? -1 : pass.layout.start[s] + head - 1;
  };
  for (size_t s = 0; s < pass.sentences.size(); s++)
    for (int d = 0; d < pass.layout.length[s]; d++)
      labelHidden(model, pass, labelHeadRow(s, d), pass.layout.start[s] + d, hidden.row(pass.layout.start[s] + d));
  Matrix dropped = hidden;
  for (size_t i = 0; i < mask.data.size(); i++) {
    mask.data[i] = chance(random) < settings.dropout ? 0 : 1 / (1 - settings.dropout);
    dropped.data[i] *= mask.data[i];
  }
  project(dropped, model.labelWeights, &model.labelBias, logits);
  const int labelCount = int(model.vocabulary.labels.names.size()), tagCount = int(model.vocabulary.tags.names.size());
  for (size_t s = 0; s < pass.sentences.size(); s++)
    for (int d = 0; d < pass.layout.length[s]; d++) {
      float* row = logits.row(pass.layout.start[s] + d);
      loss += crossEntropy(row, labelCount, (*pass.sentences[s])[d].labels, scale);
      std::fill(row + labelCount, row + logits.cols, 0.0f);
    }
  biasGradient(model.labelBias, logits);
  projectBack(model.labelWeights, dropped, logits, dHidden);
  for (size_t s = 0; s < pass.sentences.size(); s++)
    for (int d = 0; d < pass.layout.length[s]; d++) {
      const int t = pass.layout.start[s] + d, head = labelHeadRow(s, d);
      float *dh = head < 0 ? model.rootLabelHead.gradient[shard].row(0) : dLabelHead.row(head), *dd = dLabelDependent.row(t);
      for (int j = 0; j < L; j++) {
        const float z = hidden.row(t)[j], e = dHidden.row(t)[j] * mask.row(t)[j] * (1 - z * z);
        dh[j] += e;
        dd[j] += e;
      }
    }

  // Tags, at half weight: they serve the tree.
  for (size_t s = 0; s < pass.sentences.size(); s++)
    for (int d = 0; d < pass.layout.length[s]; d++) {
      float* row = pass.tags.row(pass.layout.start[s] + d);
      loss += 0.5f * crossEntropy(row, tagCount, (*pass.sentences[s])[d].tags, 0.5f * scale);
      std::fill(row + tagCount, row + pass.tags.cols, 0.0f);
    }
  biasGradient(model.tagBias, pass.tags);
  projectBack(model.tagWeights, pass.out[0], pass.tags, dOut[0]);

  // From the heads of the network to its top layer, and down.
  const Matrix& top = pass.out[layers - 1];
  Matrix& dTop = dOut[layers - 1];
  for (size_t i = 0; i < dHead.data.size(); i++) {
    if (pass.head.data[i] < 0) dHead.data[i] *= 0.1f;
    if (pass.dependent.data[i] < 0) dDependent.data[i] *= 0.1f;
  }
  biasGradient(model.headBias, dHead);
  biasGradient(model.dependentBias, dDependent);
  biasGradient(model.labelDependentBias, dLabelDependent);
  projectBack(model.headWeights, top, dHead, dTop);
  projectBack(model.dependentWeights, top, dDependent, dTop);
  projectBack(model.labelHead, top, dLabelHead, dTop);
  projectBack(model.labelDependent, top, dLabelDependent, dTop);
  Matrix dX(N, pass.x.cols);
  for (int layer = layers - 1; layer >= 0; layer--) {
    Matrix& d = dOut[layer];
    for (size_t i = 0; i < d.data.size(); i++) d.data[i] *= pass.mask[layer].data[i];
    for (int direction = 0; direction < 2; direction++)
      rewindLstm(model.lstm[layer * 2 + direction], shard, layer ? pass.out[layer - 1] : pass.x, pass.layout,
                 direction == 1, pass.traces[layer * 2 + direction], d, direction * H, layer ? dOut[layer - 1] : dX);
  }
  const Sizes& sizes = model.sizes;
  int t = 0;
  for (const Sentence* sentence : pass.sentences)
    for (const Token& token : *sentence) {
      float *d = dX.row(t), *keep = pass.xMask.row(t);
      for (int j = 0; j < dX.cols; j++) d[j] *= keep[j];
      float* word = model.words.gradientRow(shard, pass.wordIds[t]);
      for (int j = 0; j < sizes.word; j++) word[j] += d[j];
      for (int piece : token.pieces) {
        float* g = model.pieces.gradientRow(shard, piece);
        for (int j = 0; j < sizes.piece; j++) g[j] += d[sizes.word + j];
      }
      float* shape = model.shapes.gradientRow(shard, token.shape);
      for (int j = 0; j < sizes.shape; j++) shape[j] += d[sizes.word + sizes.piece + j];
      t++;
    }
  return loss;
}
