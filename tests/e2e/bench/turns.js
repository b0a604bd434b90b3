// Two candidates measured in turns, so that what else the machine does falls on both.
const WARM_UP = 8;
const ROUNDS = 60;

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const round = (value) => Number(value.toFixed(2));

/** The ratio of the medians, and between which ratios eight of ten rounds lay. */
const ratio = (ours, yardstick) => {
  const pairs = ours.map((value, at) => value / yardstick[at]);
  return { ratio: round(quantile(ours, 0.5) / quantile(yardstick, 0.5)), from: round(quantile(pairs, 0.1)), to: round(quantile(pairs, 0.9)) };
};

const PARTS = { work: 'work', drawn: 'work and drawing', frame: 'to the painted frame', busy: 'on the main thread' };

/** Runs both in turns; each returns milliseconds by part. Returns a figure for each part; a goal is one part's. */
export const compare = async (name, [part, goal] = [], ours, yardstick) => {
  const taken = [];
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn += 1) {
    // Who comes first changes too.
    const first = turn % 2 ? await ours(turn) : undefined;
    const other = await yardstick(turn);
    taken.push([first ?? (await ours(turn)), other]);
  }
  const measured = Object.entries(PARTS).filter(([key]) => key in taken[0][0]);
  return measured.map(([key, words]) => {
    const [own, other] = [0, 1].map((who) => taken.slice(WARM_UP).map((pair) => pair[who][key]));
    const figure = { name: `${name}, ${words}`, ...ratio(own, other), ...(key === part ? { goal } : {}) };
    const times = [own, other].map((values) => `${quantile(values, 0.5).toFixed(1)} ms`);
    const wanted = key === part ? `; goal at most ${goal} ×` : '';
    console.log(`${figure.name}: ${figure.ratio} × (${figure.from} to ${figure.to}${wanted}), ${times[0]} against ${times[1]}`);
    return figure;
  });
};

/** A figure from the milliseconds of both. */
export const against = (name, goal, ours, yardstick) => {
  const [own, other] = [ours, yardstick].map((values) => quantile(values, 0.5));
  console.log(`${name}: ${round(own / other)} × (goal at most ${goal} ×), ${own.toFixed(1)} ms against ${other.toFixed(1)} ms`);
  return { name, ratio: round(own / other), goal };
};

/** A figure as a share of one frame of a display with 60 frames a second. */
export const ofFrame = (name, goal, taken) => {
  const [middle, most] = [0.5, 0.9].map((share) => quantile(taken, share));
  const ratio = round((middle * 60) / 1000);
  console.log(`${name}: ${ratio} of a frame (goal at most ${goal}), ${middle.toFixed(1)} ms, nine of ten within ${most.toFixed(1)} ms`);
  return { name, ratio, to: round((most * 60) / 1000), goal };
};

/** Scrolls both in turns and adds up the frames that came late. */
export const compareScrolling = async (name, ours, yardstick, turns = 4) => {
  const sum = { late: 0, frames: 0, yardstick: 0, yardstickFrames: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    const [own, other] = [await ours(), await yardstick()];
    sum.late += own.late;
    sum.frames += own.frames;
    sum.yardstick += other.late;
    sum.yardstickFrames += other.frames;
  }
  console.log(`${name}: ${sum.late} of ${sum.frames} frames late; yardstick ${sum.yardstick} of ${sum.yardstickFrames}`);
  return { name, ...sum, goal: 'no more than the yardstick' };
};
