/** Asks the authors' server what is wrong with this page; it answers with the overlay, which Escape closes. */
import.meta.hot?.send('handbook:shown', { address: decodeURI(location.pathname) });

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.querySelector('vite-error-overlay')?.remove();
});

export {};
