import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { setInFrontMatter, setInYaml } from '../../shared/campaign-folder/edit-yaml.ts';

const yaml = `# At the top.
title: Letter # inline
summary: >
  One line
  and another.
publication:
  threshold: { organizations: 170 } # so many
  # Not before the vote.
  notBefore: 2026-12-02T10:00
organizers:
  - { name: Ana, email: ana@example.org }
  - name: Ben # second
    email: ben@example.org
`;

describe('a value of YAML', () => {
  test.each<[string, (string | number)[], Parameters<typeof setInYaml>[2], string, string]>([
    ['is replaced', ['title'], 'Other: one', 'title: Letter # inline', 'title: "Other: one" # inline'],
    ['is replaced in brackets', ['publication', 'threshold', 'organizations'], 20, '170', '20'],
    [
      'is added in brackets',
      ['publication', 'threshold', 'individuals'],
      5,
      '170 }',
      '170, individuals: 5 }',
    ],
    [
      'is added at the end of a group',
      ['publication', 'window'],
      { from: '09:00' },
      '2026-12-02T10:00\n',
      '2026-12-02T10:00\n  window: {from: 09:00}\n',
    ],
    [
      'is added at the end',
      ['letterUrl'],
      'https://example.org/',
      'ben@example.org\n',
      'ben@example.org\nletterUrl: https://example.org/\n',
    ],
    ['is taken away', ['publication', 'notBefore'], undefined, '  notBefore: 2026-12-02T10:00\n', ''],
    [
      'is added with its group',
      ['privacy', 'contact'],
      'a@b',
      'ben@example.org\n',
      'ben@example.org\nprivacy: {contact: a@b}\n',
    ],
    ['is changed in a list', ['organizers', 1, 'email'], 'b@example.org', 'ben@example.org', 'b@example.org'],
    [
      'is added in a list',
      ['organizers', 0, 'role'],
      'editor',
      'ana@example.org }',
      'ana@example.org, role: editor }',
    ],
    ['that is not there stays away', ['opens'], undefined, 'title', 'title'],
  ])('%s, and nothing else changes', (_, path, value, before, after) => {
    expect(setInYaml(yaml, path, value)).toBe(yaml.replace(before, after));
  });

  test('is the one that was set, whatever it is, and comments stay', () => {
    const paths = [
      ['title'],
      ['summary'],
      ['publication', 'threshold', 'organizations'],
      ['organizers', 1, 'name'],
      ['organizers', 0, 'role'],
      ['new'],
      ['organizers', 1, 'x'],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.option(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())), {
          nil: undefined,
        }),
        (path, value) => {
          const edited = setInYaml(yaml, path, value);
          const wanted = parseDocument(yaml);
          if (value === undefined) wanted.deleteIn(path);
          else wanted.setIn(path, value);
          expect(parseDocument(edited).toJS()).toEqual(wanted.toJS());
          for (const comment of ['# At the top.', '# Not before the vote.'])
            expect(edited).toContain(comment);
        },
      ),
    );
  });

  test('above a text is set without a change of the text', () => {
    const source =
      '---\r\nquotes:\r\n  # By phone.\r\n  - { text: "A", approved: false }\r\n---\r\nText\r\n---\r\n';
    expect(setInFrontMatter(source, ['quotes', 0, 'approved'], true)).toBe(source.replace('false', 'true'));
    expect(setInFrontMatter('no keys', ['quotes'], true)).toBe('no keys');
  });
});
