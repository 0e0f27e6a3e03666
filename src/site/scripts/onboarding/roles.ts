import { nextOf, type Route, standingOf } from '../../onboarding/journey.ts';
import { recordOf } from '../../onboarding/progress.ts';
import { onwardTo } from '../../onboarding/words.ts';
import { putOnward } from './elements.ts';
import { dataOf, onReturn, storeOf } from './store.ts';

const roles = document.querySelector<HTMLElement>('.roles');
if (roles) showRoles(roles);

/** In the list of paths: where the reader goes on in those that were started. */
function showRoles(roles: HTMLElement): void {
  const store = storeOf(roles.dataset['handbook'] ?? '');
  const show = () => {
    const progress = store.read();
    for (const item of roles.querySelectorAll<HTMLElement>('[data-route]')) {
      const route = dataOf<Route>(item, 'route');
      const record = recordOf(progress, route.path);
      const line = item.querySelector('.onward');
      if (!record || !line) continue;
      const { done, of } = standingOf(route, record);
      const onward = onwardTo(nextOf(route, record), route);
      const before = onward.before.replace('Next: ', `${done} of ${of} done. Continue with: `);
      putOnward(line, { ...onward, before });
      item.classList.add('started');
    }
  };
  onReturn(show);
  show();
}
