/** Asks the authors' server what is wrong with this page; it answers with the overlay, which Escape closes. */
import.meta.hot?.send('handbook:shown', { address: decodeURI(location.pathname) });

// Astro calls what stands below the code a stack trace; here it is what the check says.
import.meta.hot?.on('vite:error', ({ err }) => {
  if (err.plugin !== 'handbook') return;
  requestAnimationFrame(() => {
    const heading = document
      .querySelector('vite-error-overlay')
      ?.shadowRoot?.querySelector('#stack h2');
    if (heading) heading.textContent = 'All errors';
  });
});

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.querySelector('vite-error-overlay')?.remove();
});

export {};
