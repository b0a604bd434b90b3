"""The yardstick for sampling: the same work by numpy, vectorised. Prints the milliseconds of each round."""
import time

import numpy as np

M, N, SAMPLES, ROUNDS = 20, 30, 10_000, 30
scores = 50 + 50 * np.sin(np.arange(M * N) * 1.7).reshape(M, N)
rng = np.random.default_rng(0)
for _ in range(ROUNDS):
    start = time.perf_counter()
    weights = rng.exponential(size=(SAMPLES, N))
    weights /= weights.sum(axis=1, keepdims=True)
    totals = weights @ scores.T
    order = np.argsort(-totals, axis=1)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(M)[None, :], axis=1)
    shares = np.stack([np.bincount(ranks[:, a], minlength=M) for a in range(M)]) / SAMPLES
    # Who beats whom follows from the ranks; counting it costs as much again.
    wins = np.stack([(ranks[:, a, None] < ranks).sum(axis=0) for a in range(M)])
    favourable = np.zeros((M, N))
    np.add.at(favourable, order[:, 0], weights)
    print(f"{1000 * (time.perf_counter() - start):.3f}")
