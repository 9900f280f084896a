// Starts the page's programs in the window, and the arithmetic of `app` in each worker.
// `cargo xtask` puts it after the wasm-bindgen glue of `app` inside `function mitoshiBoot() { … }`:
// the function's own text makes the Blob worker, so nothing is fetched twice and nothing has
// to be found by address, which is what lets it run from a sub-folder and from file:// alike.
//
// Each program's glue stands in `mitoshiGlue` as a function: called anew at each start, it makes
// a fresh copy of the program from the compiled module, which is kept.

if (typeof document === 'undefined') {
  bootWorker();
} else if (globalThis.mitoshiCheck.canRun) {
  bootWindow();
}

function bootWorker() {
  const early = [];
  let isRunning = false;
  globalThis.addEventListener('message', (event) => {
    const { mitoshiModule, mitoshiProgram = 'app', mitoshiTest } = event.data ?? {};
    if (mitoshiModule) {
      event.stopImmediatePropagation();
      // Synchronous, so that the listener of the Rust side stands before the next message comes.
      globalThis.mitoshiGlue[mitoshiProgram]().initSync({ module: mitoshiModule });
      isRunning = true;
      for (const data of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
    } else if (mitoshiTest === 'throw') {
      event.stopImmediatePropagation();
      throw new Error('the worker was told to throw (test hook)');
    } else if (!isRunning) {
      // Asked before the module was compiled: heard as soon as the program stands.
      early.push(event.data);
    }
  });
  // A rejected promise does not reach the page as an `error` event of the worker; a throw does.
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    setTimeout(() => { throw event.reason; });
  });
}

function bootWindow() {
  performance.mark('mitoshi:boot');
  const scripts = {};
  const modules = {};
  const carried = {};
  const emptyPlace = document.getElementById('app').innerHTML;
  let running;
  let leaveRunning;
  let wanted;
  let nStarts = 0;
  let workerAddress;
  let readerAddress;
  let lastWorker;
  const started = [];

  globalThis.mitoshi = {
    // A worker with `app` in it; what is posted to it next reaches the Rust side.
    spawnWorker() {
      const worker = started.shift() ?? startWorker();
      module('app').then((mitoshiModule) => worker.postMessage({ mitoshiModule }), notLoaded);
      lastWorker = worker;
      return worker;
    },
    // A worker with `rooms` in it, for reading files; its glue's own text goes with the boot's.
    spawnReader() {
      readerAddress ??= URL.createObjectURL(new Blob([
        `(globalThis.mitoshiGlue ??= {}).rooms = ${globalThis.mitoshiGlue.rooms};`,
        `(${mitoshiBoot})();`,
      ], { type: 'text/javascript' }));
      const worker = new Worker(readerAddress, { name: 'mitoshi-reader' });
      const mitoshiProgram = 'rooms';
      module(mitoshiProgram).then(
        (mitoshiModule) => worker.postMessage({ mitoshiModule, mitoshiProgram }),
        notLoaded,
      );
      return worker;
    },
    // A file of a chart's numbers, made by a reader of its own; nothing where it cannot be made.
    async chartFile(words) {
      await load('rooms');
      const worker = this.spawnReader();
      const made = await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = reject;
        worker.postMessage(words);
      }).finally(() => worker.terminate());
      return made;
    },
    // For tests: the newest worker throws, as it would after a mistake of ours.
    killWorker() {
      lastWorker?.postMessage({ mitoshiTest: 'throw' });
    },
    // Another program takes the page over once it is loaded, unless the reader has gone elsewhere
    // meanwhile: `leave` saves and ends the running one, `failed` is called if it does not come.
    open(name, leave, failed) {
      wanted = name;
      leaveRunning = leave;
      if (name === running) return;
      load(name).then(() => { if (wanted === name) takeOver(name, leave); }, (reason) => {
        console.warn(reason);
        if (wanted === name) failed();
      });
    },
    // The running program ends and starts anew: what it stands on has changed.
    again() {
      wanted = running;
      setTimeout(() => takeOver(running, leaveRunning));
    },
    // Loads a program in a quiet moment, so that it starts at once when it is asked for.
    prefetch(name) {
      (globalThis.requestIdleCallback ?? setTimeout)(() => { load(name).catch(() => {}); });
    },
    // What came under this name, as bytes: with the page, or with the script of `rooms` later.
    carried: (name) => carried[name],
    // This page's own text with scenarios in it; undefined where the page is not one file.
    withProposal(word) {
      if (document.getElementById('app-wasm').tagName === 'LINK') return undefined;
      const copy = document.documentElement.cloneNode(true);
      copy.lang = 'ja';
      copy.querySelector('#app').innerHTML = emptyPlace;
      copy.querySelector('#boot-loading').hidden = true;
      copy.querySelector('#mitoshi-proposal')?.remove();
      const data = document.createElement('script');
      data.type = 'text/plain';
      data.id = 'mitoshi-proposal';
      data.textContent = word;
      copy.querySelector('head').append(data);
      return `<!doctype html>\n${copy.outerHTML}\n`;
    },
    // Whether the running program has taken over from another one.
    isTakenOver: () => nStarts > 1,
  };

  // A file with a proposal in it opens where its scenarios are compared.
  if (document.getElementById('mitoshi-proposal') && !location.hash) location.hash = '#/compare';
  // A guess; the program knows its rooms and hands over where it is wrong.
  const first = /^#\/(?!forecast)/.test(location.hash) ? 'rooms' : 'app';
  // As many as the page begins with (`Pool::new`) start while the program is still coming.
  const nWanted = first === 'app' ? Math.min(2, navigator.hardwareConcurrency) : 0;
  while (started.length < nWanted) started.push(startWorker());
  const elements = ['basis', 'first-answer'].map((id) => [id, document.getElementById(id)]);
  Promise.all([load(first), ...elements.map(unpack)]).then(() => {
    performance.mark('mitoshi:wasm-ready');
    return start(first);
  }).catch(notLoaded);

  function takeOver(name, leave) {
    leave();
    // What the old program does on leaving, it does before the next task.
    setTimeout(() => {
      // A fresh place: listeners of the old program stay behind with the old one.
      const place = document.createElement('div');
      place.id = 'app';
      document.getElementById('app').replaceWith(place);
      start(name).catch(notLoaded);
    });
  }

  function startWorker() {
    workerAddress ??= URL.createObjectURL(
      new Blob([`(${mitoshiBoot})();`], { type: 'text/javascript' }),
    );
    return new Worker(workerAddress, { name: 'mitoshi' });
  }

  async function start(name) {
    running = name;
    nStarts += 1;
    await globalThis.mitoshiGlue[name]()({ module_or_path: await module(name) });
  }

  async function unpack([name, element]) {
    carried[name] = new Uint8Array(await inflated(element).arrayBuffer());
  }

  function unpackLater([name, textContent]) {
    return carried[name] ?? unpack([name, { textContent }]);
  }

  async function load(name) {
    try {
      await Promise.all([script(name), module(name)]);
      // The single file has these from the beginning, and unpacks them no sooner than the site.
      if (name === 'rooms') await Promise.all(Object.entries(globalThis.mitoshiLater).map(unpackLater));
    } catch (reason) {
      // Asked for again, it is fetched again.
      delete scripts[name];
      delete modules[name];
      throw reason;
    }
  }

  // The site names the later script by a link; in the single file it has already run.
  function script(name) {
    if (globalThis.mitoshiGlue[name]) return null;
    scripts[name] ??= new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = document.getElementById(`${name}-script`).href;
      element.addEventListener('load', resolve);
      element.addEventListener('error', () => reject(new Error(`${element.src} did not come`)));
      document.head.append(element);
    });
    return scripts[name];
  }

  function module(name) {
    modules[name] ??= wasmResponse(document.getElementById(`${name}-wasm`)).then(compile);
    return modules[name];
  }
}

function notLoaded(reason) {
  console.error(reason);
  globalThis.mitoshiCheck.notLoaded();
}

// The site links to a file; the single file carries the bytes.
async function wasmResponse(element) {
  return element.tagName === 'LINK'
    ? fetch(element.href, { credentials: 'same-origin' })
    : inflated(element, { headers: { 'Content-Type': 'application/wasm' } });
}

// What the page carries is gzipped, in base64.
function inflated(element, about) {
  const text = atob(element.textContent);
  const packed = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(bytes, about);
}

async function compile(response) {
  if (!response.ok) throw new Error(`the program answered with status ${response.status}`);
  // Some static hosts do not know the type of .wasm files, and streaming insists on it.
  return response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
