// One direction of one layer of a long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates),
// over several sentences side by side: at each step the product with the recurrent weights is made for all
// sentences that still have words, which keeps those weights in the cache.
#pragma once
#include <vector>
#include "model.hpp"

// Sentences one after the other, the longest first; `start[s]` is the row of the first word of sentence s.
struct Layout {
  std::vector<int> start, length;
  int tokens = 0;
  int active(int step) const {
    int n = int(length.size());
    while (n > 0 && length[n - 1] <= step) n--;
    return n;
  }
  int row(int sentence, int step, bool backwards) const {
    return start[sentence] + (backwards ? length[sentence] - 1 - step : step);
  }
};

struct LstmTrace {
  Matrix gates, cell, cellTanh, hidden;
};

inline void runLstm(const LstmLayer& layer, const Matrix& x, const Layout& layout, bool backwards, LstmTrace& trace) {
  const int H = layer.recurrent.value.rows, G = 4 * H, count = int(layout.length.size());
  trace.gates.reset(layout.tokens, G);
  for (int t = 0; t < layout.tokens; t++) std::memcpy(trace.gates.row(t), layer.bias.value.data.data(), size_t(G) * 4);
  addProduct(plain(x), layer.input.value, trace.gates);
  trace.cell.reset(layout.tokens, H);
  trace.cellTanh.reset(layout.tokens, H);
  trace.hidden.reset(layout.tokens, H);
  Matrix hidden(count, H), cell(count, H), gates(count, G);
  for (int step = 0; step < layout.length[0]; step++) {
    const int n = layout.active(step);
    for (int s = 0; s < n; s++) std::memcpy(gates.row(s), trace.gates.row(layout.row(s, step, backwards)), size_t(G) * 4);
    Left left = plain(hidden);
    left.rows = n;
    if (step > 0) addProduct(left, layer.recurrent.value, gates);
    for (int s = 0; s < n; s++) {
      const int t = layout.row(s, step, backwards);
      float *z = gates.row(s), *c = cell.row(s), *h = hidden.row(s), *ct = trace.cellTanh.row(t);
      for (int j = 0; j < 3 * H; j++) z[j] = sigmoid(z[j]);
      for (int j = 3 * H; j < G; j++) z[j] = tanhOf(z[j]);
      for (int j = 0; j < H; j++) {
        c[j] = z[H + j] * c[j] + z[j] * z[3 * H + j];
        ct[j] = tanhOf(c[j]);
        h[j] = z[2 * H + j] * ct[j];
      }
      std::memcpy(trace.gates.row(t), z, size_t(G) * 4);
      std::memcpy(trace.cell.row(t), c, size_t(H) * 4);
      std::memcpy(trace.hidden.row(t), h, size_t(H) * 4);
    }
  }
}

// Adds the gradients of the layer and of its input; `dOut` holds this direction's part from column `offset`.
inline void rewindLstm(LstmLayer& layer, int shard, const Matrix& x, const Layout& layout, bool backwards,
                       const LstmTrace& trace, const Matrix& dOut, int offset, Matrix& dX) {
  const int H = layer.recurrent.value.rows, G = 4 * H, count = int(layout.length.size());
  Matrix dGates(layout.tokens, G), before(layout.tokens, H), dHidden(count, H), dCell(count, H), dZ(count, G);
  for (int step = layout.length[0] - 1; step >= 0; step--) {
    const int n = layout.active(step);
    for (int s = 0; s < n; s++) {
      const int t = layout.row(s, step, backwards);
      const int previous = step > 0 ? layout.row(s, step - 1, backwards) : -1;
      const float *z = trace.gates.row(t), *ct = trace.cellTanh.row(t), *out = dOut.row(t) + offset;
      float *dz = dZ.row(s), *dh = dHidden.row(s), *dc = dCell.row(s);
      if (previous >= 0) std::memcpy(before.row(t), trace.hidden.row(previous), size_t(H) * 4);
      const float* cellBefore = previous >= 0 ? trace.cell.row(previous) : before.row(t) /* noughts */;
      for (int j = 0; j < H; j++) {
        const float i = z[j], f = z[H + j], o = z[2 * H + j], g = z[3 * H + j];
        const float dHere = out[j] + dh[j];
        const float dc0 = dc[j] + dHere * o * (1 - ct[j] * ct[j]);
        dz[j] = dc0 * g * i * (1 - i);
        dz[H + j] = dc0 * cellBefore[j] * f * (1 - f);
        dz[2 * H + j] = dHere * ct[j] * o * (1 - o);
        dz[3 * H + j] = dc0 * i * (1 - g * g);
        dc[j] = dc0 * f;
      }
      std::memcpy(dGates.row(t), dz, size_t(G) * 4);
      std::fill(dh, dh + H, 0.0f);
    }
    Left left = plain(dZ);
    left.rows = n;
    addProduct(left, layer.recurrent.flipped, dHidden);
  }
  addProduct(transposed(x), dGates, layer.input.gradient[shard]);
  addProduct(transposed(before), dGates, layer.recurrent.gradient[shard]);
  float* dBias = layer.bias.gradient[shard].row(0);
  for (int t = 0; t < layout.tokens; t++)
    for (int j = 0; j < G; j++) dBias[j] += dGates.row(t)[j];
  addProduct(plain(dGates), layer.input.flipped, dX);
}
