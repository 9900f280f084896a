// Only in `cargo xtask serve`: loads the page anew when a newer build is ready.
(() => {
  let shown;
  new EventSource('xtask-builds').addEventListener('message', ({ data: build }) => {
    if (shown !== undefined && build !== shown) location.reload();
    shown = build;
  });
})();
