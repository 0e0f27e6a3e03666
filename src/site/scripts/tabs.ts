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
    panel.tabIndex = 0;
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
    for (const [index, tab] of tabs.entries()) {
      tab.ariaSelected = String(index === chosen);
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index]?.setAttribute('hidden', 'until-found');
    }
    panels[chosen]?.removeAttribute('hidden');
  }
}

for (const { tabs } of sets.toReversed()) choose(tabs[0]?.textContent ?? '');

export {};
