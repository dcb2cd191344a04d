// The trainer of the English reader. See README.md for the whole recipe.
//   reader train OUT --gold F [--silver F] --dev F [--epochs N] [--seed N] [--threads N] ...
//   reader label IN OUT MODEL...         write IN again with the models' answers and beliefs
//   reader evaluate IN MODEL...          accuracy of the models reading together (sentences up to LONGEST)
//   reader export MODEL OUT              int8 weights for lib/language/parser
//   reader pieces WORD...                the buckets of a word's pieces, to compare with the app's
#include <chrono>
#include <thread>
#include "adam.hpp"
#include "ensemble.hpp"
#include "export.hpp"

typedef std::vector<std::string> Words;
constexpr size_t LONGEST = 120;  // sentences of more words are left out of training

static std::string option(const Words& words, const std::string& name, const std::string& otherwise) {
  for (size_t i = 0; i + 1 < words.size(); i++)
    if (words[i] == "--" + name) return words[i + 1];
  return otherwise;
}

// Batches of about `size` words; sentences of like length together, for they are read side by side.
static std::vector<std::vector<const Sentence*>> makeBatches(const std::vector<const Sentence*>& all, int size, Random& random) {
  std::vector<std::pair<float, const Sentence*>> order;
  for (const Sentence* s : all) order.emplace_back(float(s->size()) * (0.7f + 0.6f * chance(random)), s);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::vector<const Sentence*>> batches(1);
  int tokens = 0;
  for (const auto& [key, sentence] : order) {
    if (tokens >= size) {
      batches.emplace_back();
      tokens = 0;
    }
    batches.back().push_back(sentence);
    tokens += int(sentence->size());
  }
  for (size_t i = batches.size() - 1; i > 0; i--) std::swap(batches[i], batches[random() % (i + 1)]);
  return batches;
}

static Score evaluate(const std::vector<Model*>& models, const std::vector<const std::vector<Sentence>*>& versions) {
  Score score;
  readTogether(models, versions, [&](const Sentence& gold, const Reading& reading) {
    score.add(gold, reading, models[0]->vocabulary);
  });
  return score;
}

static void train(const std::string& out, const Words& words) {
  const int epochs = stoi(option(words, "epochs", "15")), threads = stoi(option(words, "threads", "1"));
  const unsigned seed = unsigned(stoi(option(words, "seed", "1")));
  const int batchSize = stoi(option(words, "batch", "400")), goldTwice = stoi(option(words, "gold-times", "1"));
  const int devEvery = stoi(option(words, "dev-every", "3"));
  Settings settings;
  settings.dropout = stof(option(words, "dropout", "0.3"));
  auto gold = readTreebank(option(words, "gold", ""));
  auto dev = readTreebank(option(words, "dev", ""));
  std::vector<Sentence> silver;
  if (const auto path = option(words, "silver", ""); !path.empty()) silver = readTreebank(path);

  Model model;
  model.sizes.hidden = stoi(option(words, "hidden", "80"));
  model.sizes.layers = stoi(option(words, "layers", "2"));
  model.vocabulary.collect(gold, silver, 2, 4);
  model.build(seed);
  model.vocabulary.prepare(gold);
  model.vocabulary.prepare(silver);
  model.vocabulary.prepare(dev);
  std::vector<int> counts(model.vocabulary.words.names.size(), 0);
  for (const auto* part : {&gold, &silver})
    for (const auto& sentence : *part)
      for (const auto& token : sentence) counts[token.word]++;
  std::vector<const Sentence*> all;
  for (auto* part : {&gold, &silver})
    for (auto& sentence : *part) {
      for (auto& token : sentence) token.count = token.word ? counts[token.word] : 1000000;
      if (sentence.size() > LONGEST) continue;
      for (int k = part == &gold ? goldTwice : 1; k > 0; k--) all.push_back(&sentence);
    }
  fprintf(stderr, "%zu sentences, %zu words, %zu shapes, %zu tags, %zu labels\n", all.size(), counts.size(),
          model.vocabulary.shapes.names.size(), model.vocabulary.tags.names.size(), model.vocabulary.labels.names.size());

  Adam adam;
  adam.rate = stof(option(words, "rate", "0.0025"));
  Random random(seed);
  Random shardRandom[SHARDS] = {Random(seed * 97), Random(seed * 97 + 1)};
  Pass passes[SHARDS];
  const auto begun = std::chrono::steady_clock::now();
  for (int epoch = 0; epoch < epochs; epoch++) {
    const auto batches = makeBatches(all, batchSize, random);
    double loss = 0;
    long tokens = 0;
    for (size_t b = 0; b < batches.size(); b++) {
      std::vector<const Sentence*> shard[SHARDS];
      int size = 0;
      for (size_t i = 0; i < batches[b].size(); i++) {
        shard[i % SHARDS].push_back(batches[b][i]);
        size += int(batches[b][i]->size());
      }
      float losses[SHARDS] = {0, 0};
      const auto work = [&](int s) {
        if (shard[s].empty()) return;
        forward(model, shard[s], passes[s], &shardRandom[s], settings);
        losses[s] = backward(model, s, passes[s], 1.0f / float(size), shardRandom[s], settings);
      };
      if (threads > 1) {
        std::thread other(work, 1);
        work(0);
        other.join();
      } else {
        work(0);
        work(1);
      }
      loss += losses[0] + losses[1];
      tokens += size;
      const double done = (epoch + double(b) / double(batches.size())) / epochs;
      adam.update(model, float(std::min(1.0, double(adam.step + 1) / 300) * std::max(0.01, 1 - done)));
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    fprintf(stderr, "epoch %d  loss %.4f  %.0f s", epoch + 1, loss / double(tokens), seconds);
    if ((epoch + 1) % devEvery == 0 || epoch + 1 == epochs) {
      const Score score = evaluate({&model}, {&dev});
      fprintf(stderr, "  dev: tags %.2f  UAS %.2f  LAS %.2f", score.percent(score.tags), score.percent(score.heads),
              score.percent(score.labelled));
      model.save(out);
    }
    fprintf(stderr, "\n");
  }
}

struct Ensemble {
  std::vector<std::unique_ptr<Model>> owned;
  std::vector<std::unique_ptr<std::vector<Sentence>>> prepared;
  std::vector<Model*> models;
  std::vector<const std::vector<Sentence>*> versions;
  Ensemble(const std::string& text, const Words& paths) {
    auto sentences = readTreebank(text);
    sentences.erase(std::remove_if(sentences.begin(), sentences.end(), [](const Sentence& s) { return s.size() > LONGEST; }),
                    sentences.end());
    for (const auto& path : paths) {
      owned.push_back(std::make_unique<Model>());
      prepared.push_back(std::make_unique<std::vector<Sentence>>(sentences));
      models.push_back(owned.back().get());
      versions.push_back(prepared.back().get());
      models.back()->load(path);
      models.back()->vocabulary.prepare(*prepared.back());
    }
  }
};

// The likeliest values until almost all probability is told.
static void writeBelief(FILE* out, const float* belief, int n, const std::vector<std::string>* names) {
  std::vector<std::pair<float, int>> order;
  for (int j = 0; j < n; j++)
    if (belief[j] > 0.005f) order.emplace_back(-belief[j], j);
  std::sort(order.begin(), order.end());
  for (size_t i = 0; i < order.size() && i < 6; i++) {
    const int j = order[i].second;
    fprintf(out, "%s%s:%.3f", i ? " " : "", names ? (*names)[j].c_str() : std::to_string(j).c_str(), -order[i].first);
  }
}

static void label(const std::string& in, const std::string& path, const Words& models) {
  Ensemble ensemble(in, models);
  FILE* out = fopen(path.c_str(), "w");
  const Vocabulary& vocabulary = ensemble.models[0]->vocabulary;
  readTogether(ensemble.models, ensemble.versions, [&](const Sentence& sentence, const Reading& reading) {
    for (size_t d = 0; d < sentence.size(); d++) {
      std::string tag = vocabulary.tags.names[reading.tags[d]];
      tag[tag.find('|')] = '\t';
      fprintf(out, "%s\t%s\t%d\t%s\t", sentence[d].form.c_str(), tag.c_str(), reading.heads[d],
              vocabulary.labels.names[reading.labels[d]].c_str());
      writeBelief(out, reading.tagBeliefs.row(d), reading.tagBeliefs.cols, &vocabulary.tags.names);
      fputc('\t', out);
      writeBelief(out, reading.arcs.row(d), reading.arcs.cols, nullptr);
      fputc('\t', out);
      writeBelief(out, reading.labelBeliefs.row(d), reading.labelBeliefs.cols, &vocabulary.labels.names);
      fputc('\n', out);
    }
    fputc('\n', out);
  });
  fclose(out);
}

int main(int count, char** values) {
  const Words words(values + 1, values + count);
  const std::string mode = words.empty() ? "" : words[0];
  if (mode == "train" && words.size() > 2) train(words[1], words);
  else if (mode == "label" && words.size() > 3) label(words[1], words[2], Words(words.begin() + 3, words.end()));
  else if (mode == "evaluate" && words.size() > 2) {
    Ensemble ensemble(words[1], Words(words.begin() + 2, words.end()));
    const Score score = evaluate(ensemble.models, ensemble.versions);
    printf("tags %.2f  UAS %.2f  LAS %.2f  (%ld tokens)\n", score.percent(score.tags), score.percent(score.heads),
           score.percent(score.labelled), score.tokens);
  } else if (mode == "export" && words.size() == 3) {
    Model model;
    model.load(words[1]);
    exportWeights(model, words[2]);
  } else if (mode == "pieces") {
    for (size_t i = 1; i < words.size(); i++) {
      printf("%s:", words[i].c_str());
      for (int piece : pieceBuckets(wordKey(foldForm(words[i])), Vocabulary().buckets)) printf(" %d", piece);
      printf("\n");
    }
  } else {
    fprintf(stderr, "usage: reader train|label|evaluate|export|pieces ... (see reader.cpp)\n");
    return 2;
  }
  return 0;
}
