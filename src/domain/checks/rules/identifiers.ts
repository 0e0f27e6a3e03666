import { engagementData } from '../../graph/corpus.ts';
import { type Approval, approvalOf, declaredFiles } from '../../identifiers/approved.ts';
import { contactsOf } from '../../identifiers/contacts.ts';
import { identifierKinds } from '../../identifiers/detector.ts';
import { masked } from '../../identifiers/mask.ts';
import { howHidden, type Sighting } from '../../identifiers/sightings.ts';
import { at } from '../../problems/problem.ts';
import { defineRule } from '../rule.ts';

export const identifiers = defineRule({
  id: 'identifiers',
  title: 'No identifier of a patient',
  why: 'A handbook is copied to laptops, archives and printers. One real number in an example is a breach in each of them, and nobody can call the copies back. Made-up data is told from real data by two things: where it stands it is called `synthetic`, and its values are on the list in `synthetic` of engagement.yaml. Work contacts are none of this: phone numbers and addresses that stand in a field for contacts of some document or in `contacts` of engagement.yaml, mail at the domains of customer and vendor, 555-01xx numbers and example domains.',
  severity: 'error',
  sensitive: true,
  messages: {
    real: {
      message: 'This looks like {kind}{how}: {masked}. It is not on the list of made-up values.',
      fix: 'If it is real, take it out and call the privacy officer. If it is made up, replace it by a value on the list, or add it to `synthetic` of engagement.yaml.',
    },
    undeclared: {
      message: 'Made-up data is not called so: {kind}{how}, {masked}.',
      fix: 'Call it `synthetic` where it stands: behind the language of the code block, such as `hl7 title="Synthetic message"`; in the sentence; or for a whole file under `synthetic: files` of engagement.yaml.',
    },
    contact: {
      // Old runbooks are full of the numbers and addresses of those who are to be called.
      unfinished: true,
      message: 'This looks like {kind}{how} of a person: {masked}.',
      fix: 'A work contact belongs into a field for it, such as `route` or `email`, or under `contacts` of engagement.yaml. In an example write 555-0100 to 555-0199 and example.com. A patient’s has no place here.',
    },
  },
  *check({ corpus }) {
    const engagement = engagementData(corpus);
    const approved = approvalOf(engagement, contactsOf(corpus));
    const isDeclaredFile = declaredFiles(engagement);
    const files = [
      ...corpus.entries.map(({ path, sightings }) => [path, sightings ?? []] as const),
      ...(corpus.sightings ?? []),
    ];
    for (const [path, sightings] of files) {
      for (const sighting of sightings) {
        const found = judge(sighting, approved, isDeclaredFile(path));
        if (found !== null) yield { ...found, path };
      }
    }
  },
});

function judge(sighting: Sighting, approved: Approval, isDeclaredFile: boolean) {
  const { kind, declared, values } = sighting;
  const { label, whose } = identifierKinds[kind];
  const strange = values.find((value) => !approved(value));
  if (strange === undefined && (whose === 'anybody' || declared || isDeclaredFile)) return null;
  const value = strange ?? values[0];
  if (value === undefined) return null;
  const messageId = strange === undefined ? 'undeclared' : whose === 'anybody' ? 'contact' : 'real';
  const args = {
    kind: label,
    how: howHidden(sighting),
    masked: masked(value.value, value.sort),
  };
  return { messageId, position: at(value), args } as const;
}
