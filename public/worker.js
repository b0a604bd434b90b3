// What runs beside the page: answers questions one after the other. Started by boot.js, under the policy of the page.
import init, { answer } from './halfseal-worker.js';

const ready = init();
self.onmessage = async ({ data: [number, question] }) => {
  try {
    await ready;
    self.postMessage([number, answer(question), null]);
  } catch (error) {
    self.postMessage([number, null, String((error && error.stack) || error)]);
  }
};
