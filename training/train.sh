#!/bin/sh
# Rebuilds lib/language/weights/english.bin: training/train.sh DATA_FOLDER (see README.md).
set -eu
data=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$here/../lib/language/weights/english.bin

g++ -std=c++17 -O3 -march=native -mprefer-vector-width=512 -ffast-math -Wno-psabi -pthread -o "$work/reader" "$here/reader.cpp"

# teach SEED CELLS DROPOUT EPOCHS
teach() {
  "$work/reader" train "$work/teacher$1" --gold "$data/ewt-train.txt" --dev "$data/ewt-dev.txt" \
    --seed "$1" --hidden "$2" --dropout "$3" --epochs "$4" --dev-every 6 2>"$work/log$1"
  echo "teacher $1: $(tail -n 1 "$work/log$1")"
}

echo 'Three teachers learn from EWT, on two cores.'
teach 2 192 0.35 18 &
teach 1 128 0.3 15
teach 3 192 0.35 18
wait

echo 'Together they label the text of WikiSplit.'
"$work/reader" label "$data/wikisplit-text.txt" "$work/silver.txt" "$work/teacher1" "$work/teacher2" "$work/teacher3"

echo 'The student learns from EWT and from what the teachers believe of WikiSplit.'
"$work/reader" train "$work/student" --gold "$data/ewt-train.txt" --gold-times 2 --silver "$work/silver.txt" \
  --dev "$data/ewt-dev.txt" --hidden 160 --dropout 0.3 --epochs 13 --seed 1 --threads 2 --dev-every 1
"$work/reader" export "$work/student" "$out"
ls -l "$out"
