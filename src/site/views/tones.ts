export type Tone = 'good' | 'attention' | 'bad' | 'quiet';

const words: Readonly<Record<Tone, string>> = {
  good: 'accepted active allowed applicable closed current done filled mitigated pass passed resolved signed transferred',
  attention:
    'draft in-progress interviewing not-started offered open planned proposed reviewed unknown',
  bad: 'blocked fail failed rejected',
  quiet: 'deprecated dropped not-applicable retired superseded',
};

const tones: ReadonlyMap<string, Tone> = new Map(
  Object.entries(words).flatMap(([tone, list]) =>
    list.split(' ').map((word) => [word, tone as Tone] as const),
  ),
);

/** How a status word is to be coloured; the word itself always stands beside the colour. */
export const toneOf = (status: string): Tone => tones.get(status) ?? 'quiet';
