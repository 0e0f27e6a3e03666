// Prints the problems of a content folder as JSON; run as another user by walk.test.ts.
import { checkFolder } from '../rules/folder.ts';

console.log(JSON.stringify(checkFolder(process.argv[2] ?? '.')));
