// Starts the app and guards the data: the only code that writes storage, and the page that is left when the app fails.
'use strict';
(() => {
  const PREFIX = 'halfseal.';
  const BOOT_LIMIT_MS = 15000;
  const KEEP_AFTER_MS = 4000;
  const LOAD_LIMIT_MS = 120000;
  const at = (path) => new URL(path, document.baseURI).href;
  let dead = false;
  let watchdog = 0;
  let giveBack = null;
  let holds = 0;
  let helper = null;
  let asked = 0;
  const waiting = new Map();
  let newer = null;
  let hears = null;

  const store = () => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  };

  /** Every value of ours, raw, as it stands in storage. */
  const rawData = () => {
    const found = {};
    const storage = store();
    if (!storage) return found;
    try {
      for (let place = 0; place < storage.length; place += 1) {
        const key = storage.key(place);
        if (key !== null && key.startsWith(PREFIX)) found[key] = storage.getItem(key);
      }
    } catch (error) {
      found['halfseal.error'] = String(error);
    }
    return found;
  };

  /** What stands in visible fields, which may not be saved yet. */
  const typedText = () => {
    const typed = {};
    document.querySelectorAll('input, textarea').forEach((field, place) => {
      if (field.value) typed[field.id || `field-${place}`] = field.value;
    });
    return typed;
  };

  const add = (parent, name, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };

  const recover = (message) => {
    const rescue = JSON.stringify({ kind: 'halfseal-rescue', saved: rawData(), typed: typedText() }, null, 2);
    const page = document.createElement('main');
    page.className = 'recovery';
    page.id = 'recovery';
    page.tabIndex = -1;
    add(page, 'h1', '合契 Halfseal');
    add(page, 'p', '程序出错，已停止写入。显示过“已存”的内容都还在这个浏览器里。先下载一份数据，再重新打开。').lang = 'zh-CN';
    add(page, 'p', 'Something went wrong and writing has stopped. All that was shown as saved is still in this browser. Download the data first, then reload.').lang = 'en';
    const actions = add(page, 'p');
    const save = add(actions, 'button', '下载全部数据 Download all data');
    save.id = 'recovery-download';
    save.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([rescue], { type: 'application/json' }));
      link.download = 'halfseal-rescue.json';
      link.click();
    });
    add(actions, 'button', '重新打开 Reload').addEventListener('click', () => window.location.reload());
    const more = add(page, 'details');
    add(more, 'summary', '技术信息 Technical details');
    add(more, 'pre', message);
    document.body.replaceChildren(page);
    page.focus();
  };

  /** A worker from a text inherits the policy of the page; one from an address would have none. */
  const startHelper = () => {
    const folder = document.querySelector('meta[name="worker"]').content;
    const source = `import ${JSON.stringify(at(`${folder}/worker.js`))};`;
    const started = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
    started.onmessage = ({ data: [number, answer, error] }) => {
      const [resolve, reject] = waiting.get(number) || [];
      waiting.delete(number);
      if (error !== null) stopHelper(error);
      if (error === null && resolve) resolve(answer);
      if (error !== null && reject) reject(new Error(error));
    };
    started.onerror = (event) => stopHelper(event.message || 'The worker did not start.');
    return started;
  };

  /** After an error the worker cannot be trusted; the next question starts another. */
  const stopHelper = (why) => {
    if (helper) helper.terminate();
    helper = null;
    for (const [, reject] of waiting.values()) reject(new Error(why));
    waiting.clear();
  };

  /** Keeps the site in this browser, for days without a network. A newer version waits until the user asks for it. */
  const keepSite = async () => {
    const path = document.querySelector('meta[name="offline"]').content;
    if (!path || !navigator.serviceWorker) return;
    const kept = await navigator.serviceWorker.register(at(path), { updateViaCache: 'none' });
    const offer = () => {
      if (!kept.waiting || !navigator.serviceWorker.controller) return;
      newer = kept.waiting;
      if (hears) hears();
    };
    kept.addEventListener('updatefound', () => {
      if (kept.installing) kept.installing.addEventListener('statechange', offer);
    });
    offer();
  };

  /** Hands a file the system opens with the app to the page that takes files in, as if it had been chosen there. */
  const takeIn = (file) => {
    window.location.hash = '#/import';
    const put = () => {
      const field = document.getElementById('import-file');
      if (!field) return false;
      const data = new DataTransfer();
      data.items.add(file);
      field.files = data.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    };
    if (put()) return;
    const watch = new MutationObserver(() => {
      if (put()) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  };
  if (window.launchQueue) {
    window.launchQueue.setConsumer(async ({ files }) => {
      if (files.length > 0) takeIn(await files[0].getFile());
    });
  }

  const gate = {
    /** Writes, reads back, compares. */
    write(key, value) {
      const storage = dead ? null : store();
      if (!storage) return false;
      try {
        storage.setItem(key, value);
        return storage.getItem(key) === value;
      } catch {
        return false;
      }
    },
    remove(key) {
      const storage = dead ? null : store();
      if (!storage) return false;
      try {
        storage.removeItem(key);
        return storage.getItem(key) === null;
      } catch {
        return false;
      }
    },
    /** Closes the gate for good. The page changes only after the app has trapped. */
    fatal(message) {
      if (dead) return;
      dead = true;
      clearTimeout(watchdog);
      setTimeout(() => recover(message), 0);
    },
    ready() {
      clearTimeout(watchdog);
      const opening = document.getElementById('boot');
      if (opening) opening.remove();
      // Without it the site still works while there is a network.
      setTimeout(() => keepSite().catch(() => {}), KEEP_AFTER_MS);
    },
    /** Calls back when a newer version is there, now or later. */
    onNewer(callback) {
      hears = callback;
      if (newer) hears();
    },
    /** Opens this page anew in the newer version; other tabs stay as they are. */
    renew() {
      if (!newer) return;
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
      newer.postMessage('take over');
    },
    async text(path) {
      const answer = await fetch(at(path));
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.text();
    },
    /** Asks the worker beside the page, which is loaded with the first question. */
    ask(question) {
      if (!helper) helper = startHelper();
      asked += 1;
      const number = asked;
      return new Promise((resolve, reject) => {
        waiting.set(number, [resolve, reject]);
        helper.postMessage([number, question]);
      });
    },
    /** The right to edit under a name, held by one tab at a time. */
    hold(name, steal, onChange) {
      gate.release();
      holds += 1;
      const own = holds;
      if (!navigator.locks) {
        onChange(true);
        return;
      }
      let given = false;
      navigator.locks
        .request(`halfseal.${name}`, steal ? { steal: true } : { ifAvailable: true }, (lock) => {
          // Asked for again or given back before it was granted.
          if (own !== holds) return undefined;
          if (!dead) onChange(lock !== null);
          if (lock === null) return undefined;
          return new Promise((resolve) => {
            giveBack = () => {
              given = true;
              resolve();
            };
          });
        })
        .catch(() => {
          // Another tab took the right by force.
          if (!given && !dead && own === holds) onChange(false);
        });
    },
    release() {
      holds += 1;
      if (giveBack) giveBack();
      giveBack = null;
    },
  };
  Object.defineProperty(window, 'gate', { value: Object.freeze(gate), writable: false, configurable: false });

  const isOurs = (error) =>
    error instanceof WebAssembly.RuntimeError ||
    error instanceof WebAssembly.CompileError ||
    error instanceof WebAssembly.LinkError ||
    error instanceof RangeError;
  window.addEventListener('error', (event) => {
    if (isOurs(event.error)) gate.fatal(String(event.error.stack || event.error));
  });
  window.addEventListener('unhandledrejection', (event) => {
    if (isOurs(event.reason)) gate.fatal(String(event.reason.stack || event.reason));
  });

  watchdog = setTimeout(() => gate.fatal('The app did not start in time.'), BOOT_LIMIT_MS);
  const meta = document.querySelector('meta[name="app"]');
  import(at(meta.content))
    .then((app) => {
      // Too late: the page already offers the data, and an app behind a closed gate could only lose more.
      if (dead) return undefined;
      // The code is here; the large part takes its time on a slow line.
      clearTimeout(watchdog);
      watchdog = setTimeout(() => gate.fatal('The app did not start in time.'), LOAD_LIMIT_MS);
      return app.default({ module_or_path: at(meta.dataset.wasm) });
    })
    .catch((error) => gate.fatal(String((error && error.stack) || error)));
})();
