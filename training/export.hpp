// The weights as the app reads them (lib/language/parser/weights-file.ts):
//   "QWRD", the length of the header, the header (JSON: sizes, names, and a list of tensors), then the tensors in
//   that order, each at a multiple of four bytes. A tensor of kind "int8" is a scale (float32) per row and then
//   its numbers; matrices are turned so that a row holds the weights of one output.
#pragma once
#include "model.hpp"

inline std::string jsonText(const std::string& latin1) {
  std::string text = "\"";
  char escaped[8];
  for (unsigned char c : latin1) {
    if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
      snprintf(escaped, sizeof escaped, "\\u%04x", c);
      text += escaped;
    } else {
      text += char(c);
    }
  }
  return text + "\"";
}

inline std::string jsonList(const std::vector<std::string>& names) {
  std::string text = "[";
  for (size_t i = 0; i < names.size(); i++) text += (i ? "," : "") + jsonText(names[i]);
  return text + "]";
}

class WeightsWriter {
  std::string tensors, body;

  void declare(const std::string& name, int rows, int cols, const char* kind) {
    tensors += (tensors.empty() ? "" : ",") + std::string("{\"name\":\"") + name + "\",\"rows\":" + std::to_string(rows) +
               ",\"cols\":" + std::to_string(cols) + ",\"kind\":\"" + kind + "\"}";
  }
  void put(const void* bytes, size_t length) {
    body.append((const char*)bytes, length);
    while (body.size() % 4) body += '\0';
  }

 public:
  void floats(const Parameter& p, int cols) {
    declare(p.name, 1, cols, "float32");
    put(p.value.data.data(), size_t(cols) * 4);
  }
  void bytes(const std::string& name, const Matrix& m, int rows) {
    declare(name, rows, m.cols, "int8");
    std::vector<float> scales(rows);
    std::vector<int8_t> numbers(size_t(rows) * m.cols);
    for (int r = 0; r < rows; r++) {
      float most = 1e-9f;
      for (int c = 0; c < m.cols; c++) most = std::max(most, std::fabs(m.row(r)[c]));
      scales[r] = most / 127;
      for (int c = 0; c < m.cols; c++) numbers[size_t(r) * m.cols + c] = int8_t(std::lround(m.row(r)[c] / scales[r]));
    }
    put(scales.data(), scales.size() * 4);
    put(numbers.data(), numbers.size());
  }
  void save(const std::string& path, const std::string& names) {
    std::string header = "{" + names + ",\"tensors\":[" + tensors + "]}";
    while (header.size() % 4) header += ' ';
    const uint32_t length = uint32_t(header.size());
    FILE* out = fopen(path.c_str(), "wb");
    fwrite("QWRD", 1, 4, out);
    fwrite(&length, 4, 1, out);
    fwrite(header.data(), 1, header.size(), out);
    fwrite(body.data(), 1, body.size(), out);
    fclose(out);
  }
};

// The kernel handles four cells at a time, so their gates stand together: four times i, f, o, g, then the next four.
inline Matrix inBlocks(const Matrix& gates) {
  Matrix blocks(gates.rows, gates.cols);
  const int hidden = gates.rows / 4;
  for (int gate = 0; gate < 4; gate++)
    for (int j = 0; j < hidden; j++)
      std::memcpy(blocks.row(j / 4 * 16 + gate * 4 + j % 4), gates.row(gate * hidden + j), size_t(gates.cols) * 4);
  return blocks;
}

inline Matrix sideBySide(const Matrix& left, const Matrix& right) {
  Matrix both(left.rows, left.cols + right.cols);
  for (int r = 0; r < left.rows; r++) {
    std::memcpy(both.row(r), left.row(r), size_t(left.cols) * 4);
    std::memcpy(both.row(r) + left.cols, right.row(r), size_t(right.cols) * 4);
  }
  return both;
}

inline void exportWeights(Model& model, const std::string& path) {
  WeightsWriter file;
  const int tags = int(model.vocabulary.tags.names.size()), labels = int(model.vocabulary.labels.names.size());
  for (Parameter* p : {&model.words, &model.pieces, &model.shapes}) file.bytes(p->name, p->value, p->value.rows);
  for (size_t i = 0; i < model.lstm.size(); i++) {
    LstmLayer& layer = model.lstm[i];
    const int gates = layer.bias.value.cols;
    const Matrix input = inBlocks(layer.input.flipped), recurrent = inBlocks(layer.recurrent.flipped);
    const std::string name = layer.input.name.substr(0, layer.input.name.find('.'));
    if (i < 2) {
      // The product with a word's embedding is kept by the app, so it stands alone.
      file.bytes(name + ".input", input, gates);
      file.bytes(name + ".recurrent", recurrent, gates);
    } else {
      file.bytes(name + ".recurrent", sideBySide(input, recurrent), gates);
    }
    Matrix column(gates, 1);
    column.data = layer.bias.value.data;
    Parameter bias;
    bias.name = layer.bias.name;
    bias.value = inBlocks(column);
    file.floats(bias, gates);
  }
  file.bytes("tag.weights", model.tagWeights.flipped, tags);
  file.floats(model.tagBias, tags);
  for (Parameter* p : {&model.headWeights, &model.dependentWeights, &model.arcWeights, &model.labelHead, &model.labelDependent})
    file.bytes(p->name, p->flipped, p->flipped.rows);
  for (Parameter* p : {&model.headBias, &model.rootHead, &model.dependentBias, &model.arcBias, &model.distance,
                       &model.rootLabelHead, &model.labelDependentBias})
    file.floats(*p, p->value.cols);
  file.bytes("label.weights", model.labelWeights.flipped, labels);
  file.floats(model.labelBias, labels);
  const Sizes& s = model.sizes;
  char sizes[200];
  snprintf(sizes, sizeof sizes,
           "\"sizes\":{\"word\":%d,\"piece\":%d,\"shape\":%d,\"hidden\":%d,\"layers\":%d,\"arc\":%d,\"label\":%d,\"buckets\":%d}",
           s.word, s.piece, s.shape, s.hidden, s.layers, s.arc, s.label, model.vocabulary.buckets);
  file.save(path, std::string(sizes) + ",\"words\":" + jsonList(model.vocabulary.words.names) +
                      ",\"shapes\":" + jsonList(model.vocabulary.shapes.names) + ",\"tags\":" + jsonList(model.vocabulary.tags.names) +
                      ",\"labels\":" + jsonList(model.vocabulary.labels.names));
}
