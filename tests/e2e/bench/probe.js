// What runs inside a measured page. Playwright hands it over through the debugger, so the content policy stays as it is.
export const probe = () => {
  const frame = () => new Promise(requestAnimationFrame);
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });

  /**
   * Milliseconds of the work an act causes (script, styles, layout); of that and of drawing the frame that shows it,
   * without the wait for the display between them; and until that frame is painted, the wait included.
   */
  window.measure = async (act) => {
    await frame();
    await frame();
    await task();
    const start = performance.now();
    let turn;
    const painted = frame().then(() => {
      turn = performance.now();
      return task();
    });
    act();
    for (let turn = 0; turn < 50; turn += 1) await null;
    document.body.getBoundingClientRect();
    const work = performance.now() - start;
    await painted;
    const end = performance.now();
    return { work, drawn: work + end - turn, frame: end - start };
  };

  /** Does an act and waits until all pictures of the app it changes are there and painted. */
  window.painted = async (act, pictures = []) => {
    const changed = (picture) =>
      new Promise((done) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          done();
        });
        watch.observe(picture, { childList: true });
      });
    const all = Promise.all([...pictures].map(changed));
    act();
    await all;
    await frame();
    await task();
  };

  /** Milliseconds from an act until what it brings is there and painted. */
  window.until = async (act, selector) => {
    await frame();
    await frame();
    await task();
    const start = performance.now();
    act();
    do await frame();
    while (!document.querySelector(selector));
    await task();
    return performance.now() - start;
  };

  window.press = (key) =>
    window.measure(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));

  /** Scrolls for two seconds, one and a half rows a frame, and counts the frames that came late. */
  window.scroll = async (selector) => {
    const place = document.querySelector(selector);
    const gaps = [];
    let before = await frame();
    for (const end = before + 2000; before < end; ) {
      place.scrollTop = (place.scrollTop + 51) % (place.scrollHeight - place.clientHeight);
      const now = await frame();
      gaps.push(now - before);
      before = now;
    }
    // The display has 60 frames a second in Chromium without a screen.
    return { late: gaps.filter((gap) => gap > (1.5 * 1000) / 60).length, frames: gaps.length };
  };
};
