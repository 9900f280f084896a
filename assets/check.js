// Asks whether this browser can run the program, and says so in words if it cannot.
// Written for old browsers on purpose (no const, no arrow): it must run where the program does not.
(function () {
  'use strict';

  // One function that returns nothing but uses a 128-bit constant: refused where SIMD is missing.
  var SIMD = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 23, 1, 21, 0, 253, 12,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 11
  ];

  function show(id) {
    document.getElementById(id).hidden = false;
    var app = document.getElementById('app');
    if (app) app.hidden = true;
  }

  function canRun() {
    try {
      // Compiled and not only validated, so that a browser whose policy check is too old for
      // 'wasm-unsafe-eval' is told apart here and not in the middle of the start.
      var bytes = new Uint8Array(SIMD);
      return WebAssembly.validate(bytes) && !!new WebAssembly.Module(bytes) &&
        typeof DecompressionStream === 'function' && typeof Worker === 'function';
    } catch (reason) {
      return false;
    }
  }

  window.mitoshiCheck = {
    canRun: canRun(),
    notLoaded: function () { show('boot-not-loaded'); }
  };

  if (!window.mitoshiCheck.canRun) {
    show('boot-old-browser');
    return;
  }
  document.getElementById('boot-loading').hidden = false;

  // A script that does not arrive fires no exception, only this event, and only while capturing.
  // Once the boot stands it looks after the scripts that come later.
  window.addEventListener('error', function (event) {
    var isScript = event.target && event.target.tagName === 'SCRIPT';
    if (isScript && !window.mitoshi) window.mitoshiCheck.notLoaded();
  }, true);
})();
