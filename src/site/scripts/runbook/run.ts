import { fillIn } from './fill-in.ts';
import { keepRun } from './keep-run.ts';

const section = document.querySelector<HTMLElement>('.run-note');
if (section) {
  fillIn();
  keepRun(section);
}
