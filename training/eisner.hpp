// The best projective tree with one root (Eisner 1996): spans that are complete or still want an arc, each with
// its head at its left or right end, joined from short to long in cubic time.
#pragma once
#include <vector>

// `score(head, dependent)` with words from 0 and head -1 for the root. Returns heads, 1-based, 0 the root.
template <typename Score>
std::vector<int> bestTree(int n, Score score) {
  const float NONE = -1e18f;
  struct Span {
    float score = 0;
    int split = 0;
  };
  const size_t cells = size_t(n) * n;
  // Open spans carry an arc between their ends; in "Left" spans the head is the right end.
  std::vector<Span> openLeft(cells), openRight(cells), closedLeft(cells), closedRight(cells);
  const auto at = [n](int i, int j) { return size_t(i) * n + j; };
  for (int width = 1; width < n; width++) {
    for (int i = 0; i + width < n; i++) {
      const int j = i + width;
      Span join{NONE, i}, left{NONE, i}, right{NONE, j};
      for (int k = i; k < j; k++) {
        const float s = closedRight[at(i, k)].score + closedLeft[at(k + 1, j)].score;
        if (s > join.score) join = {s, k};
      }
      openLeft[at(i, j)] = {join.score + score(j, i), join.split};
      openRight[at(i, j)] = {join.score + score(i, j), join.split};
      for (int k = i; k < j; k++) {
        const float s = closedLeft[at(i, k)].score + openLeft[at(k, j)].score;
        if (s > left.score) left = {s, k};
      }
      for (int k = i + 1; k <= j; k++) {
        const float s = openRight[at(i, k)].score + closedRight[at(k, j)].score;
        if (s > right.score) right = {s, k};
      }
      closedLeft[at(i, j)] = left;
      closedRight[at(i, j)] = right;
    }
  }
  int root = 0;
  float best = NONE;
  for (int i = 0; i < n; i++) {
    const float s = closedLeft[at(0, i)].score + closedRight[at(i, n - 1)].score + score(-1, i);
    if (s > best) {
      best = s;
      root = i;
    }
  }
  std::vector<int> heads(n, 0);
  enum Kind { OPEN_LEFT, OPEN_RIGHT, CLOSED_LEFT, CLOSED_RIGHT };
  struct Task {
    int i, j;
    Kind kind;
  };
  std::vector<Task> tasks = {{0, root, CLOSED_LEFT}, {root, n - 1, CLOSED_RIGHT}};
  while (!tasks.empty()) {
    const auto [i, j, kind] = tasks.back();
    tasks.pop_back();
    if (i == j) continue;
    const size_t cell = at(i, j);
    if (kind == CLOSED_LEFT) {
      const int k = closedLeft[cell].split;
      tasks.push_back({i, k, CLOSED_LEFT});
      tasks.push_back({k, j, OPEN_LEFT});
    } else if (kind == CLOSED_RIGHT) {
      const int k = closedRight[cell].split;
      tasks.push_back({i, k, OPEN_RIGHT});
      tasks.push_back({k, j, CLOSED_RIGHT});
    } else {
      const int k = kind == OPEN_LEFT ? openLeft[cell].split : openRight[cell].split;
      heads[kind == OPEN_LEFT ? i : j] = (kind == OPEN_LEFT ? j : i) + 1;
      tasks.push_back({i, k, CLOSED_RIGHT});
      tasks.push_back({k + 1, j, CLOSED_LEFT});
    }
  }
  return heads;
}
