// The parameters of the network and their file.
#pragma once
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>
#include "matrix.hpp"
#include "vocabulary.hpp"

constexpr int SHARDS = 2;  // A batch is always cut in two, so that results do not depend on the number of threads.
constexpr int DISTANCES = 33, FARTHEST = 16;

inline int padded(int n) { return (n + 15) / 16 * 16; }

struct Parameter {
  std::string name;
  Matrix value, mean /* Adam's first moment */, square /* its second */, flipped /* the transpose */;
  Matrix gradient[SHARDS];
  bool isTable = false;  // a table of embeddings: only the rows that a batch touches are updated
  std::vector<int> touched[SHARDS];
  std::vector<char> isTouched[SHARDS];

  float* gradientRow(int shard, int row) {
    if (isTable && !isTouched[shard][row]) {
      isTouched[shard][row] = 1;
      touched[shard].push_back(row);
    }
    return gradient[shard].row(row);
  }
  void flip() {
    if (isTable) return;
    flipped.rows = value.cols;
    flipped.cols = value.rows;
    flipped.data.resize(value.data.size());
    for (int r = 0; r < value.rows; r++)
      for (int c = 0; c < value.cols; c++) flipped.data[size_t(c) * value.rows + r] = value.data[size_t(r) * value.cols + c];
  }
};

struct Sizes {
  int word = 64, piece = 40, shape = 8, hidden = 80, layers = 2, arc = 64, label = 64;
  int input() const { return word + piece + shape; }
};

struct LstmLayer {
  Parameter input, recurrent, bias;  // in x 4H, H x 4H, 1 x 4H; the gates stand in the order i f o g
};

struct Model {
  Sizes sizes;
  Vocabulary vocabulary;
  Parameter words, pieces, shapes;
  std::vector<LstmLayer> lstm;  // [layer * 2 + direction]
  Parameter tagWeights, tagBias;
  Parameter headWeights, headBias, rootHead;            // an arc's upper end
  Parameter dependentWeights, dependentBias;            // an arc's lower end
  Parameter arcWeights, arcBias, distance;              // the biaffine form between them
  Parameter labelHead, rootLabelHead, labelDependent, labelDependentBias, labelWeights, labelBias;

  int tagWidth() const { return padded(int(vocabulary.tags.names.size())); }
  int labelWidth() const { return padded(int(vocabulary.labels.names.size())); }

  std::vector<Parameter*> all() {
    std::vector<Parameter*> list = {&words, &pieces, &shapes};
    for (auto& layer : lstm) list.insert(list.end(), {&layer.input, &layer.recurrent, &layer.bias});
    list.insert(list.end(), {&tagWeights, &tagBias, &headWeights, &headBias, &rootHead, &dependentWeights, &dependentBias,
                             &arcWeights, &arcBias, &distance, &labelHead, &rootLabelHead, &labelDependent,
                             &labelDependentBias, &labelWeights, &labelBias});
    return list;
  }

  void build(unsigned seed) {
    std::mt19937 random(seed);
    const auto make = [&](Parameter& p, const std::string& name, int rows, int cols, float range) {
      p.name = name;
      p.value.reset(rows, cols);
      p.mean.reset(rows, cols);
      p.square.reset(rows, cols);
      for (auto& g : p.gradient) g.reset(rows, cols);
      for (float& x : p.value.data) x = range * (float(random()) / 2147483648.0f - 1.0f);
    };
    // Glorot and Bengio (2010): a range that keeps the variance of signals and gradients.
    const auto dense = [&](Parameter& p, const std::string& name, int rows, int cols) {
      make(p, name, rows, cols, std::sqrt(6.0f / float(rows + cols)));
    };
    const auto table = [&](Parameter& p, const std::string& name, int rows, int cols, float range) {
      make(p, name, rows, cols, range);
      p.isTable = true;
      for (auto& flags : p.isTouched) flags.assign(rows, 0);
    };
    const int H = sizes.hidden, Z = 2 * H;
    table(words, "words", int(vocabulary.words.names.size()), sizes.word, 0.15f);
    table(pieces, "pieces", vocabulary.buckets, sizes.piece, 0.1f);
    table(shapes, "shapes", int(vocabulary.shapes.names.size()), sizes.shape, 0.15f);
    lstm.resize(size_t(sizes.layers) * 2);
    for (int i = 0; i < sizes.layers * 2; i++) {
      const std::string name = "lstm" + std::to_string(i / 2) + (i % 2 ? "backward" : "forward");
      const int in = i < 2 ? sizes.input() : Z;
      make(lstm[i].input, name + ".input", in, 4 * H, std::sqrt(6.0f / float(in + H)));
      make(lstm[i].recurrent, name + ".recurrent", H, 4 * H, std::sqrt(3.0f / float(H)));
      make(lstm[i].bias, name + ".bias", 1, 4 * H, 0);
      for (int j = H; j < 2 * H; j++) lstm[i].bias.value.data[j] = 1;  // remember at first
    }
    dense(tagWeights, "tag.weights", Z, tagWidth());
    make(tagBias, "tag.bias", 1, tagWidth(), 0);
    dense(headWeights, "arc.head", Z, sizes.arc);
    make(headBias, "arc.headBias", 1, sizes.arc, 0);
    make(rootHead, "arc.root", 1, sizes.arc, 0.1f);
    dense(dependentWeights, "arc.dependent", Z, sizes.arc);
    make(dependentBias, "arc.dependentBias", 1, sizes.arc, 0);
    make(arcWeights, "arc.weights", sizes.arc, sizes.arc, 0.1f);
    make(arcBias, "arc.bias", 1, sizes.arc, 0.1f);
    make(distance, "arc.distance", 1, DISTANCES, 0);
    dense(labelHead, "label.head", Z, sizes.label);
    make(rootLabelHead, "label.root", 1, sizes.label, 0.1f);
    dense(labelDependent, "label.dependent", Z, sizes.label);
    make(labelDependentBias, "label.dependentBias", 1, sizes.label, 0);
    dense(labelWeights, "label.weights", sizes.label, labelWidth());
    make(labelBias, "label.bias", 1, labelWidth(), 0);
    flip();
  }

  void flip() {
    for (Parameter* p : all()) p->flip();
  }

  void save(const std::string& path) {
    FILE* out = fopen(path.c_str(), "wb");
    fprintf(out, "%d %d %d %d %d %d %d %d\n", sizes.word, sizes.piece, sizes.shape, sizes.hidden, sizes.layers, sizes.arc,
            sizes.label, vocabulary.buckets);
    for (const NameList* list : {&vocabulary.words, &vocabulary.shapes, &vocabulary.tags, &vocabulary.labels}) {
      fprintf(out, "%zu\n", list->names.size());
      for (const auto& name : list->names) fprintf(out, "%s\n", name.c_str());
    }
    for (Parameter* p : all()) fwrite(p->value.data.data(), 4, p->value.data.size(), out);
    fclose(out);
  }

  void load(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      fprintf(stderr, "cannot read %s\n", path.c_str());
      exit(1);
    }
    in >> sizes.word >> sizes.piece >> sizes.shape >> sizes.hidden >> sizes.layers >> sizes.arc >> sizes.label >>
        vocabulary.buckets;
    for (NameList* list : {&vocabulary.words, &vocabulary.shapes, &vocabulary.tags, &vocabulary.labels}) {
      size_t count;
      in >> count;
      std::string line;
      std::getline(in, line);
      for (size_t i = 0; i < count; i++) {
        std::getline(in, line);
        list->add(line);
      }
    }
    build(0);
    for (Parameter* p : all()) in.read((char*)p->value.data.data(), std::streamsize(p->value.data.size() * 4));
    flip();
  }
};
