/** Makes tabs of labelled sections; one label is chosen everywhere on the page that has it. */
const sets = [...document.querySelectorAll('.tabset')].map((set, at) => {
  const panels = [...set.querySelectorAll<HTMLElement>(':scope > .tab')];
  const list = document.createElement('div');
  list.className = 'tablist';
  list.role = 'tablist';
  const tabs = panels.map((panel, index) => {
    const tab = document.createElement('button');
    const label = panel.querySelector('.tab-label');
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `_tab-${at}-${index}`;
    tab.append(...(label?.cloneNode(true).childNodes ?? []));
    panel.id = `${tab.id}-panel`;
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    // The browser opens what its own search or an address finds.
    panel.addEventListener('beforematch', () => choose(tab.textContent));
    tab.addEventListener('click', () => choose(tab.textContent));
    return tab;
  });
  list.addEventListener('keydown', (event) => {
    const from = tabs.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab?.click();
    tab?.focus();
  });
  list.append(...tabs);
  set.prepend(list);
  set.classList.add('on');
  return { tabs, panels };
});

function choose(label: string): void {
  for (const { tabs, panels } of sets) {
    const chosen = tabs.findIndex((tab) => tab.textContent === label);
    if (chosen < 0) continue;
    for (const [index, panel] of panels.entries()) {
      const isChosen = index === chosen;
      const tab = tabs[index];
      if (tab) {
        tab.ariaSelected = `${isChosen}`;
        tab.tabIndex = isChosen ? 0 : -1;
      }
      // Found by a search of the page, and by nothing else.
      panel.ariaHidden = isChosen ? null : 'true';
      panel.tabIndex = isChosen ? 0 : -1;
      if (isChosen) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    }
  }
}

for (const { tabs } of sets.toReversed()) choose(tabs[0]?.textContent ?? '');

export {};
