// Adam (Kingma and Ba 2015) with the gradient's norm clipped. Rows of embeddings that no word of the batch
// touched are left alone.
#pragma once
#include "model.hpp"

struct Adam {
  float rate = 2.5e-3f, mean = 0.9f, square = 0.98f, largestNorm = 1.0f;
  long step = 0;

  void update(Model& model, float factor) {
    step++;
    const auto parameters = model.all();
    double norm = 0;
    for (Parameter* p : parameters) {
      if (p->isTable) {
        for (int shard = 1; shard < SHARDS; shard++) {
          for (int row : p->touched[shard]) {
            float *to = p->gradientRow(0, row), *from = p->gradient[shard].row(row);
            for (int j = 0; j < p->value.cols; j++) {
              to[j] += from[j];
              from[j] = 0;
            }
            p->isTouched[shard][row] = 0;
          }
          p->touched[shard].clear();
        }
        continue;
      }
      auto& sum = p->gradient[0].data;
      for (int shard = 1; shard < SHARDS; shard++) {
        auto& part = p->gradient[shard].data;
        for (size_t i = 0; i < sum.size(); i++) sum[i] += part[i];
        std::fill(part.begin(), part.end(), 0.0f);
      }
      float own = 0;
      for (float x : sum) own += x * x;
      norm += own;
    }
    const float clip = norm > double(largestNorm) * largestNorm ? float(largestNorm / std::sqrt(norm)) : 1.0f;
    const float rateNow = rate * factor / float(1 - std::pow(mean, step));
    const float unbias = 1.0f / float(1 - std::pow(square, step));
    for (Parameter* p : parameters) {
      const int width = p->value.cols;
      const auto updateRow = [&](int row) {
        float *g = p->gradient[0].row(row), *m = p->mean.row(row), *v = p->square.row(row), *w = p->value.row(row);
        for (int j = 0; j < width; j++) {
          const float x = g[j] * clip;
          m[j] = mean * m[j] + (1 - mean) * x;
          v[j] = square * v[j] + (1 - square) * x * x;
          w[j] -= rateNow * m[j] / (std::sqrt(v[j] * unbias) + 1e-8f);
          g[j] = 0;
        }
      };
      if (p->isTable) {
        for (int row : p->touched[0]) {
          updateRow(row);
          p->isTouched[0][row] = 0;
        }
        p->touched[0].clear();
      } else {
        for (int row = 0; row < p->value.rows; row++) updateRow(row);
      }
    }
    model.flip();
  }
};
