// The yardstick for sampling: the same work by typed arrays, as one writes it for speed in JavaScript.
import init, { rank_shares } from '/sampling/halfseal_bench.js';

export const ALTERNATIVES = 20;
export const CRITERIA = 30;
export const SAMPLES = 10_000;
const scores = Float64Array.from({ length: ALTERNATIVES * CRITERIA }, (_, at) => 50 + 50 * Math.sin(at * 1.7));

/** Uniform weights, totals, ranks, pairwise wins and the sums of the favourable weights. */
const typed = (m, n, samples, scores) => {
  const [weights, totals] = [new Float64Array(n), new Float64Array(m)];
  const [ranks, wins, favourable] = [new Uint32Array(m * m), new Uint32Array(m * m), new Float64Array(m * n)];
  for (let sample = 0; sample < samples; sample += 1) {
    let sum = 0;
    for (let k = 0; k < n; k += 1) {
      weights[k] = -Math.log(1 - Math.random());
      sum += weights[k];
    }
    for (let k = 0; k < n; k += 1) weights[k] /= sum;
    for (let a = 0, at = 0; a < m; a += 1) {
      let total = 0;
      for (let k = 0; k < n; k += 1, at += 1) total += weights[k] * scores[at];
      totals[a] = total;
    }
    for (let a = 0; a < m; a += 1) {
      let above = 0;
      for (let b = 0; b < m; b += 1) {
        above += totals[b] > totals[a] ? 1 : 0;
        wins[a * m + b] += totals[a] > totals[b] ? 1 : 0;
      }
      ranks[a * m + above] += 1;
      if (above === 0) for (let k = 0; k < n; k += 1) favourable[a * n + k] += weights[k];
    }
  }
  return Array.from(ranks, (count) => count / samples);
};

const timed = (work) => {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
};

await init();
window.cold = timed(() => rank_shares(scores, CRITERIA, SAMPLES, 0)).ms;
window.wasm = (seed) => timed(() => rank_shares(scores, CRITERIA, SAMPLES, seed));
window.typed = () => timed(() => typed(ALTERNATIVES, CRITERIA, SAMPLES, scores));
