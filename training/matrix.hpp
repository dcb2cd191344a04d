// Dense row-major matrices of floats and the one product that all layers are made of.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

struct Matrix {
  int rows = 0, cols = 0;
  std::vector<float> data;
  Matrix() = default;
  Matrix(int rows, int cols) { reset(rows, cols); }
  void reset(int r, int c) {
    rows = r;
    cols = c;
    data.assign(size_t(r) * c, 0.0f);
  }
  float* row(int r) { return data.data() + size_t(r) * cols; }
  const float* row(int r) const { return data.data() + size_t(r) * cols; }
};

// Sixteen floats (a GCC vector extension): one register of AVX-512, two of AVX2. `aligned(4)` allows unaligned
// loads. Every sum runs over k in order, whatever the machine.
typedef float Lanes __attribute__((vector_size(64), aligned(4)));
constexpr int LANES = 16;

// The left factor of a product. `byRow` and `byCol` are its strides, so a transposed matrix needs no copy.
struct Left {
  const float* data;
  int rows, cols;
  size_t byRow, byCol;
};
inline Left plain(const Matrix& m) { return {m.data.data(), m.rows, m.cols, size_t(m.cols), 1}; }
inline Left transposed(const Matrix& m) { return {m.data.data(), m.cols, m.rows, 1, size_t(m.cols)}; }

// ROWS x WIDE registers of sums stay in the processor while k runs: the usual blocking for a small cache.
template <int ROWS, int WIDE>
inline void addBlock(const Left& a, int row, const float* b, size_t bStride, float* c, size_t cStride) {
  Lanes sums[ROWS][WIDE];
  for (int r = 0; r < ROWS; r++)
    for (int w = 0; w < WIDE; w++) sums[r][w] = *(const Lanes*)(c + r * cStride + w * LANES);
  const float* first = a.data + row * a.byRow;
  for (int k = 0; k < a.cols; k++, first += a.byCol, b += bStride) {
    Lanes right[WIDE];
    for (int w = 0; w < WIDE; w++) right[w] = *(const Lanes*)(b + w * LANES);
    for (int r = 0; r < ROWS; r++)
      for (int w = 0; w < WIDE; w++) sums[r][w] += first[r * a.byRow] * right[w];
  }
  for (int r = 0; r < ROWS; r++)
    for (int w = 0; w < WIDE; w++) *(Lanes*)(c + r * cStride + w * LANES) = sums[r][w];
}

// The rows that are left over, fewer than ROWS.
template <int ROWS, int WIDE>
inline void addRest(const Left& a, int row, const float* b, size_t bStride, float* c, size_t cStride) {
  if constexpr (ROWS > 0) {
    if (a.rows - row == ROWS) addBlock<ROWS, WIDE>(a, row, b, bStride, c, cStride);
    else addRest<ROWS - 1, WIDE>(a, row, b, bStride, c, cStride);
  }
}

template <int WIDE>
inline void addPanel(const Left& a, const float* b, size_t bStride, float* c, size_t cStride) {
  constexpr int ROWS = 8;
  int row = 0;
  for (; row + ROWS <= a.rows; row += ROWS) addBlock<ROWS, WIDE>(a, row, b, bStride, c + row * cStride, cStride);
  addRest<ROWS - 1, WIDE>(a, row, b, bStride, c + row * cStride, cStride);
}

// c += a * b. The width of b must be a multiple of 16; all layers are padded to that.
inline void addProduct(const Left& a, const Matrix& b, float* c, size_t cStride) {
  int col = 0;
  for (; col + 2 * LANES <= b.cols; col += 2 * LANES) addPanel<2>(a, b.data.data() + col, b.cols, c + col, cStride);
  for (; col < b.cols; col += LANES) addPanel<1>(a, b.data.data() + col, b.cols, c + col, cStride);
}
inline void addProduct(const Left& a, const Matrix& b, Matrix& c) { addProduct(a, b, c.data.data(), c.cols); }

// e^x to about seven digits, without a library call, so that loops over it become vector code and the
// result does not depend on the machine's libm. x = n ln 2 + r; e^r by its Taylor polynomial.
inline float fastExp(float x) {
  x = std::min(80.0f, std::max(-80.0f, x));
  const float scaled = x * 1.44269504f;
  const int n = int(scaled + (scaled < 0 ? -0.5f : 0.5f));
  const float r = x - float(n) * 0.693147181f;
  float p = 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  const int32_t bits = (n + 127) << 23;
  float power;
  std::memcpy(&power, &bits, 4);
  return p * power;
}
inline float sigmoid(float x) { return 1.0f / (1.0f + fastExp(-x)); }
inline float tanhOf(float x) { return 2.0f * sigmoid(2.0f * x) - 1.0f; }

inline void softmax(float* x, int n) {
  float most = x[0], sum = 0;
  for (int i = 1; i < n; i++) most = std::max(most, x[i]);
  for (int i = 0; i < n; i++) x[i] = fastExp(x[i] - most);
  for (int i = 0; i < n; i++) sum += x[i];
  for (int i = 0; i < n; i++) x[i] /= sum;
}
