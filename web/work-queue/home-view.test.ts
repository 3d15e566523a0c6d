import { expect, it } from 'vitest';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { type HomeView, homeSearch, readHomeView, WHOLE_QUEUE } from './home-view.ts';

it.each<[string, HomeView]>([
  ['', WHOLE_QUEUE],
  ['who=nobody', { ...WHOLE_QUEUE, who: 'nobody' }],
  ['owner=dana&kind=renewal&kind=stage', { ...WHOLE_QUEUE, owner: 'dana', kinds: ['stage', 'renewal'] }],
  [
    'urgency=today&company=acme&aside=true',
    { ...WHOLE_QUEUE, urgencies: ['today'], company: 'acme', aside: true },
  ],
])('"%s" is a view, and the view is that address', (text, view) => {
  expect(readHomeView(parseSearch(text))).toEqual(view);
  expect(readHomeView(parseSearch(searchText(homeSearch(view))))).toEqual(view);
});

it('leaves out what it does not know', () => {
  expect(readHomeView(parseSearch('who=me&kind=chore&aside=perhaps&x=1'))).toEqual(WHOLE_QUEUE);
});
