// Starts the program in the window, and again in each worker from this same text.
// `cargo xtask` puts it after the wasm-bindgen glue inside `function mitoshiProgram() { … }`:
// the function's own text makes the Blob worker, so nothing is fetched twice and nothing has
// to be found by address, which is what lets it run from a sub-folder and from file:// alike.

if (typeof document === 'undefined') {
  bootWorker();
} else if (globalThis.mitoshiCheck.canRun) {
  bootWindow();
}

function bootWorker() {
  globalThis.addEventListener('message', (event) => {
    const { mitoshiModule, mitoshiTest } = event.data ?? {};
    if (mitoshiModule) {
      event.stopImmediatePropagation();
      // Synchronous, so that the listener of the Rust side stands before the next message comes.
      wasm_bindgen.initSync({ module: mitoshiModule });
    } else if (mitoshiTest === 'throw') {
      event.stopImmediatePropagation();
      throw new Error('the worker was told to throw (test hook)');
    }
  });
  // A rejected promise does not reach the page as an `error` event of the worker; a throw does.
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    setTimeout(() => { throw event.reason; });
  });
}

async function bootWindow() {
  performance.mark('mitoshi:boot');
  let compiled;
  let workerAddress;
  let lastWorker;

  globalThis.mitoshi = {
    // A worker with the program in it; what is posted to it next reaches the Rust side.
    spawnWorker() {
      workerAddress ??= URL.createObjectURL(
        new Blob([`(${mitoshiProgram})();`], { type: 'text/javascript' }),
      );
      lastWorker = new Worker(workerAddress, { name: 'mitoshi' });
      lastWorker.postMessage({ mitoshiModule: compiled });
      return lastWorker;
    },
    // For tests: the newest worker throws, as it would after a mistake of ours.
    killWorker() {
      lastWorker?.postMessage({ mitoshiTest: 'throw' });
    },
  };

  try {
    compiled = await compile(await wasmResponse(document.getElementById('mitoshi-wasm')));
  } catch (reason) {
    console.error(reason);
    globalThis.mitoshiCheck.notLoaded();
    return;
  }
  performance.mark('mitoshi:wasm-ready');
  await wasm_bindgen({ module_or_path: compiled });
}

// The site links to a file; the single file carries the bytes, gzipped, in base64.
async function wasmResponse(element) {
  if (element.tagName === 'LINK') {
    return fetch(element.href, { credentials: 'same-origin' });
  }
  const text = atob(element.textContent);
  element.remove();
  const packed = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } });
}

async function compile(response) {
  if (!response.ok) throw new Error(`the program answered with status ${response.status}`);
  // Some static hosts do not know the type of .wasm files, and streaming insists on it.
  return response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
